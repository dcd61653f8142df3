import type { Browser } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandboxServer, type SandboxServer } from '../../demo/sandbox/http-server.js';
import { drawnCards, feedSettled, shownError } from '../helpers/feed-in-page.js';
import { feedTag, hostPage, MODULE, STRICT_CSP } from '../helpers/host-page.js';
import { passOn, startPageServer, type Backend, type PageServer } from '../helpers/page-server.js';
import { launchBrowser, visit, type Visit } from '../helpers/page-visit.js';

let browser: Browser;
let site: PageServer;
let server: SandboxServer;
let sandbox: Backend;

beforeAll(async () => {
  [browser, site, server] = await Promise.all([
    launchBrowser(),
    startPageServer(),
    startSandboxServer({ port: 0 }),
  ]);
  sandbox = passOn(server.url);
});

beforeEach(() => {
  site.backend = sandbox;
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close(), server.close()]);
});

const isToken = (request: Request) => new URL(request.url).pathname === '/feed-token';

/** The host's own server signs with another app's key. */
const wrongSigner: Backend = async (request) => {
  const answer = await sandbox(request);
  if (!isToken(request)) return answer;
  const { sessionKey } = (await answer.json()) as { sessionKey: string };
  return Response.json({ sessionKey, sig: '0'.repeat(32) });
};

async function open(tag: string): Promise<Visit> {
  const opened = await visit(browser, site.page(hostPage(tag, MODULE), STRICT_CSP));
  await feedSettled(opened.page);
  return opened;
}

const apiCalls = ({ requests }: Visit) => requests.filter((url) => url.includes('/platform/api'));

describe.each(['json', 'xml'])('a wrong signature, in %s', (format) => {
  it('is refused with code 104; the reader sees why and the page gets the code', async () => {
    site.backend = wrongSigner;
    const opened = await open(feedTag({ format }));
    expect(await shownError(opened.page)).toMatch(/signature is wrong.*104/);
    expect((await opened.seen()).errors).toEqual([
      { message: expect.stringContaining('104'), code: 104, kind: 'api' },
    ]);
    expect(opened.thrown).toEqual([]);
    // It would be wrong again.
    expect(apiCalls(opened)).toHaveLength(1);
  });

  it('is forgotten when the host signs rightly and the reader tries again', async () => {
    site.backend = wrongSigner;
    const opened = await open(feedTag({ format }));
    site.backend = sandbox;
    await opened.page.getByRole('button', { name: 'Try again' }).click();
    await opened.page.waitForFunction(() => document.querySelector('feed-list')?.status === 'ready');
    expect(await shownError(opened.page)).toBeUndefined();
    expect(await drawnCards(opened.page)).toEqual({ cards: 10, drawn: 10 });
  });
});

describe('a session that has ended', () => {
  it('asks the reader to sign in when the host’s own server answers 401', async () => {
    site.backend = (request) => (isToken(request) ? new Response('', { status: 401 }) : sandbox(request));
    const opened = await open(feedTag());
    expect(await shownError(opened.page)).toMatch(/Sign in again/);
    expect((await opened.seen()).errors).toMatchObject([{ kind: 'auth' }]);
    expect(opened.thrown).toEqual([]);
    expect(apiCalls(opened)).toEqual([]);
  });

  it('goes unnoticed when a new token can be had', async () => {
    let old = true;
    site.backend = async (request) => {
      const answer = await sandbox(request);
      if (isToken(request) && old) {
        old = false;
        server.sandbox.expireSessions();
      }
      return answer;
    };
    const opened = await open(feedTag());
    expect((await opened.seen()).errors).toEqual([]);
    expect(await drawnCards(opened.page)).toEqual({ cards: 10, drawn: 10 });
  });
});

const MISTAKES: readonly [what: string, attribute: string, attributes: Record<string, string | undefined>][] =
  [
    ['no source', 'source', { source: undefined }],
    ['an unknown source', 'source', { source: 'maleru' }],
    ['no endpoint', 'endpoint', { endpoint: undefined }],
    ['an empty endpoint', 'endpoint', { endpoint: '' }],
    ['an endpoint without https', 'endpoint', { endpoint: 'http://feeds.example/platform/api' }],
    ['an endpoint that is a script', 'endpoint', { endpoint: 'javascript:alert(1)' }],
    ['an endpoint that is no address', 'endpoint', { endpoint: 'https://[' }],
    ['an endpoint with a user name', 'endpoint', { endpoint: 'https://me:secret@feeds.example/' }],
    ['an endpoint with a query', 'endpoint', { endpoint: '/platform/api?method=x' }],
    ['no app-id', 'app-id', { 'app-id': undefined }],
    ['an app-id that is no number', 'app-id', { 'app-id': 'my app' }],
    ['no token-url', 'token-url', { 'token-url': undefined }],
    ['a token-url without https', 'token-url', { 'token-url': 'http://tokens.example/' }],
    ['an unknown format', 'format', { format: 'yaml' }],
    ['a uid that is no number', 'uid', { uid: 'bob' }],
    ['a filter-app that is no number', 'filter-app', { 'filter-app': '-1' }],
    ['a limit below one', 'limit', { limit: '-1' }],
    ['a limit of nothing', 'limit', { limit: '0' }],
    ['a limit above 200', 'limit', { limit: '201' }],
    ['a limit that is no number', 'limit', { limit: 'many' }],
  ];

describe('a feed that is set up wrongly names the attribute, tells the page and throws nothing', () => {
  it.each(MISTAKES)('%s: %s', async (_what, attribute, attributes) => {
    const opened = await open(feedTag(attributes));
    const shown = await shownError(opened.page);
    expect(shown).toContain(attribute);
    expect(shown).not.toContain('secret');
    expect((await opened.seen()).errors).toEqual([
      { message: expect.stringContaining(attribute), option: attribute, kind: 'config' },
    ]);
    expect(opened.thrown).toEqual([]);
    expect(opened.complaints).toEqual([]);
    expect(opened.requests.filter((url) => !url.startsWith(site.origin))).toEqual([]);
    expect(apiCalls(opened)).toEqual([]);
  });

  it('works as soon as the attribute is right', async () => {
    const opened = await open(feedTag({ limit: '-1' }));
    await opened.page.evaluate(() => document.querySelector('feed-list')?.setAttribute('limit', '4'));
    await opened.page.waitForFunction(() => document.querySelector('feed-list')?.status === 'ready');
    expect(await shownError(opened.page)).toBeUndefined();
    expect(await drawnCards(opened.page)).toEqual({ cards: 4, drawn: 4 });
  });

  it('an app-id that the server does not know is named by its error', async () => {
    site.backend = (request) =>
      isToken(request) ? Response.json({ sessionKey: 'any', sig: 'any' }) : sandbox(request);
    const opened = await open(feedTag({ 'app-id': '1' }));
    expect(await shownError(opened.page)).toMatch(/app-id.*103/);
    expect((await opened.seen()).errors).toMatchObject([{ code: 103 }]);
  });
});
