import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeMailruXml } from '../../demo/sandbox/mailru-xml.js';
import type { WireRecord } from '../../demo/sandbox/wire.js';
import { cardIds, drawnCards, feedSettled, shownError } from '../helpers/feed-in-page.js';
import { CLASSIC, classicTag, feedTag, hostPage, MODULE, STRICT_CSP } from '../helpers/host-page.js';
import {
  HOSTILE_VALUES,
  withAddress,
  withText,
  withValue,
  type HostileEvent,
} from '../helpers/hostile-events.js';
import { HOSTILE_NAMES, HOSTILE_TEXTS } from '../helpers/hostile-strings.js';
import { HOSTILE_URLS } from '../helpers/hostile-urls.js';
import { startPageServer, type PageServer } from '../helpers/page-server.js';
import { launchBrowser, visit, type Visit } from '../helpers/page-visit.js';
import { openEverything, xssFaults } from '../helpers/xss-oracle.js';

let browser: Browser;
let site: PageServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startPageServer()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

const YOUTUBE = 'www.youtube-nocookie.com';

/** An API that gives this one answer and then the end. */
function answer(body: string): void {
  site.backend = (request) => {
    const { pathname, searchParams } = new URL(request.url);
    if (pathname === '/feed-token') return Response.json({ sessionKey: 'any', sig: 'any' });
    const end = body.startsWith('<') ? '<response_stream_get/>' : '[]';
    return new Response(searchParams.has('skip') ? end : body);
  };
}

async function open(format: string, csp?: string, tag = MODULE): Promise<Visit> {
  const opened = await visit(browser, site.page(hostPage(feedTag({ format, limit: '200' }), tag), csp));
  await feedSettled(opened.page);
  return opened;
}

const good = (index: number) => ({ id: `good ${index}`, title: `Good ${index}` });

/** Each stands between two good ones. */
const between = (events: readonly HostileEvent[]) => [
  ...events.flatMap((event, index) => [good(index), event]),
  good(events.length),
];

const write = (format: string, events: readonly HostileEvent[]) =>
  format === 'xml'
    ? writeMailruXml('response_stream_get', 'event', events as readonly WireRecord[])
    : JSON.stringify(events);

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

async function expectAllShown(opened: Visit, ids: readonly string[]): Promise<void> {
  expect(await cardIds(opened.page)).toEqual(ids);
  expect(await drawnCards(opened.page)).toEqual({ cards: ids.length, drawn: ids.length });
  expect((await opened.seen()).errors).toEqual([]);
}

/** What a reader sees of the texts of an event, by its id. */
function shownTexts({ page }: Visit) {
  return page.evaluate(() => {
    const feed = document.querySelector('feed-list');
    const shown: Record<string, Record<string, string | undefined>> = {};
    for (const { event, shadowRoot } of feed?.shadowRoot?.querySelectorAll('event-card') ?? []) {
      const text = (selector: string) => {
        const copy = shadowRoot?.querySelector(selector)?.cloneNode(true);
        if (copy instanceof Element) for (const button of copy.querySelectorAll('button')) button.remove();
        return copy?.textContent?.trim() ?? '';
      };
      shown[event?.id ?? ''] = {
        title: text('[part=title] bdi'),
        author: text('[part=headline] bdi'),
        link: text('.link .title'),
        image: shadowRoot?.querySelector<HTMLImageElement>('.picture img')?.alt,
        audio: text('.audio .title'),
        action: text('[part=action-link] bdi'),
        generator: text('[part=generator] bdi'),
        text: text('.body > .text'),
        comment: text('.comment .text'),
        commentAuthor: text('.comment bdi'),
      };
    }
    return shown;
  });
}

const wantedTexts = (name: string, text: string) => ({
  title: name,
  author: name || 'User',
  link: name || 'a.example',
  image: name || 'Picture',
  audio: name || 'Audio',
  action: name || 'a.example',
  generator: name,
  text,
  comment: text,
  commentAuthor: name || 'User',
});

// XML has no place for most control characters, escaped or not. As JSON writes them.
const NO_XML = /\\u00[01]|\\[bf]/;

const PLAIN = ['T00', 'plain', 'plain'] as const;
const STRINGS = Array.from({ length: Math.max(HOSTILE_NAMES.length, HOSTILE_TEXTS.length) }, (_, index) => {
  const [nameId, name, shownName] = HOSTILE_NAMES[index] ?? PLAIN;
  const [textId, text, shownText] = HOSTILE_TEXTS[index] ?? PLAIN;
  const id = `${nameId} ${textId} ${index}`;
  return { event: withText(id, name, text), wanted: wantedTexts(shownName.trim(), shownText.trim()) };
});

// The longest of all would fill the answer by itself.
const ADDRESSES = HOSTILE_URLS.filter(({ input }) => input.length < 10_000).map((row, index) => ({
  ...row,
  event: withAddress(`${row.id} ${index}`, row.input),
}));

const ENVIRONMENTS = [
  ['json', 'the strict policy', STRICT_CSP],
  ['xml', 'the strict policy', STRICT_CSP],
  // Here nothing but the library stands between a payload and the reader.
  ['json', 'no policy', undefined],
] as const;

describe.each(ENVIRONMENTS)('a hostile feed in %s under %s', (format, _, csp) => {
  it('shows every string as text, in every field', async () => {
    const strings =
      format === 'xml' ? STRINGS.filter(({ event }) => !NO_XML.test(write('json', [event]))) : STRINGS;
    for (const batch of batches(strings, 50)) {
      const events = between(batch.map(({ event }) => event));
      answer(write(format, events));
      const opened = await open(format, csp);
      await openEverything(opened);
      await expectAllShown(
        opened,
        events.map(({ id }) => id),
      );
      const shown = await shownTexts(opened);
      for (const { event, wanted } of batch) expect(shown[event.id], event.id).toEqual(wanted);
      expect(shown['good 1']).toMatchObject({ title: 'Good 1' });
      expect(await xssFaults(opened, [YOUTUBE])).toEqual([]);
    }
  });

  it('leads and loads only where an address may, in every field', async () => {
    for (const batch of batches(ADDRESSES, 60)) {
      const events = between(batch.map(({ event }) => event));
      answer(write(format, events));
      const opened = await open(format, csp);
      await openEverything(opened);
      await expectAllShown(
        opened,
        events.map(({ id }) => id),
      );
      const found = await opened.page.evaluate(() => {
        const all: Record<string, (string | null | undefined)[]> = {};
        const feed = document.querySelector('feed-list');
        for (const { event, shadowRoot } of feed?.shadowRoot?.querySelectorAll('event-card') ?? []) {
          const read = (selector: string, name: string) =>
            shadowRoot?.querySelector(selector)?.getAttribute(name) ?? undefined;
          all[event?.id ?? ''] = [
            read('.link', 'href'),
            read('.picture img', 'src'),
            read('[part=headline] [part=author]', 'href'),
            read('[part=action-link]', 'href'),
          ];
        }
        return all;
      });
      for (const { event, link, media } of batch) {
        expect(found[event.id], event.id).toEqual([link, media, link, link]);
      }
      const hosts = batch.flatMap(({ media }) => (media ? [new URL(media).hostname] : []));
      const asked = new Set(opened.requests.map((url) => new URL(url).hostname));
      expect(hosts.filter((host) => !asked.has(host))).toEqual([]);
      expect(await xssFaults(opened, hosts)).toEqual([]);
    }
  });
});

describe('answers of a wrong shape', () => {
  it.each(HOSTILE_VALUES.map((value, index) => [value.slice(0, 70), value, index] as const))(
    'cost no neighbour and draw nothing wrong: %s',
    async (_shown, value, index) => {
      const texts = withValue(`value ${index}`, value);
      const all = [...texts.flatMap((text, at) => [JSON.stringify(good(at)), text]), value, '{"id":"last"}'];
      answer(`[${all.join()}]`);
      const opened = await open('json', index % 2 ? STRICT_CSP : undefined, index % 2 ? MODULE : CLASSIC);
      await openEverything(opened);
      const ids = texts.flatMap((_text, at) => [`good ${at}`, `value ${index}.${at}`]);
      await expectAllShown(opened, [...ids, 'last']);
      expect(await xssFaults(opened)).toEqual([]);
      const drawn = await opened.page.evaluate(() =>
        [...(document.querySelector('feed-list')?.shadowRoot?.querySelectorAll('event-card') ?? [])].map(
          (card) => card.shadowRoot?.textContent ?? '',
        ),
      );
      expect(drawn.filter((text) => /\[object|Infinity|NaN|undefined/.test(text))).toEqual([]);
      expect(await opened.page.evaluate(() => 'isAdmin' in {})).toBe(false);
    },
  );

  it('in a subevent that never ends are cut, and the neighbours stay', async () => {
    const nest = (level: number): object =>
      level > 50 ? {} : { id: `level ${level}`, subtype: 'like', subevent: nest(level + 1) };
    answer(JSON.stringify([good(0), nest(1), good(1)]));
    const opened = await open('json', STRICT_CSP);
    await expectAllShown(opened, ['good 0', 'level 1', 'good 1']);
    expect(await opened.page.locator('.subevent').count()).toBe(3);
    expect(await xssFaults(opened)).toEqual([]);
  });

  it('of a hundred thousand nested arrays, and texts of a megabyte, do not freeze the page', async () => {
    const deep = `{"id":"deep","title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    const long = JSON.stringify({
      id: 'long',
      title: 'ш'.repeat(200_000),
      user_text: 'a b '.repeat(250_000),
    });
    answer(`[${[JSON.stringify(good(0)), deep, long, JSON.stringify(good(1))].join()}]`);
    const started = Date.now();
    const opened = await open('json', STRICT_CSP);
    await expectAllShown(opened, ['good 0', 'deep', 'long', 'good 1']);
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(await xssFaults(opened)).toEqual([]);
  });
});

describe('an XML answer with markup of its own', () => {
  const XHTML = 'xmlns:h="http://www.w3.org/1999/xhtml"';
  it.each([
    ['CDATA', '<![CDATA[<script>__pwn=1</script>]]>', '<script>__pwn=1</script>'],
    ['a CDATA end in CDATA', '<![CDATA[a]]]]><![CDATA[>b]]>', 'a]]>b'],
    ['XHTML', `x<h:img ${XHTML} src="https://evil.test/x" onerror="__pwn=1"/>y`, 'xy'],
    ['an XHTML script', `x<h:script ${XHTML}>window.__pwn=1</h:script>`, 'xwindow.__pwn=1'],
    ['SVG', 'x<s:svg xmlns:s="http://www.w3.org/2000/svg" onload="__pwn=1"><s:a/></s:svg>', 'x'],
    ['mixed text', 'a<b>c</b>d', 'acd'],
    ['a style sheet', '<?xml-stylesheet href="https://evil.test/s.xsl"?>x', 'x'],
  ])('is text: %s', async (_, markup, wanted) => {
    const event = (id: string, title: string) => `<event><id>${id}</id><title>${title}</title></event>`;
    answer(
      `<response_stream_get>${event('a', 'A')}${event('x', markup)}${event('b', 'B')}</response_stream_get>`,
    );
    const opened = await open('xml');
    await expectAllShown(opened, ['a', 'x', 'b']);
    expect((await shownTexts(opened))['x']?.['title']).toBe(wanted);
    expect(await xssFaults(opened)).toEqual([]);
  });

  it.each([
    ['a DOCTYPE', '<!DOCTYPE r SYSTEM "https://evil.test/x.dtd"><response_stream_get/>'],
    [
      'an entity',
      '<!DOCTYPE r [<!ENTITY x SYSTEM "https://evil.test/x">]><response_stream_get>&x;</response_stream_get>',
    ],
    [
      'a bomb',
      `<!DOCTYPE r [<!ENTITY x "${'x'.repeat(50_000)}">]><response_stream_get>${'&x;'.repeat(20_000)}</response_stream_get>`,
    ],
    ['a style sheet that is no XML', '<?xml-stylesheet href="https://evil.test/s.xsl"?><a><b></a>'],
    ['the page of a gateway', '<!doctype html><html><script>window.__pwn=1</script><h1>502</h1></html>'],
    ['an answer that breaks off', '<response_stream_get><event><id>a</id><title>x'],
  ])('is refused, nothing is fetched and the reader is told: %s', async (_, xml) => {
    answer(xml);
    const started = Date.now();
    const opened = await open('xml');
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(await shownError(opened.page)).toMatch(/Try again/);
    expect((await opened.seen()).errors).toMatchObject([{ kind: 'format' }]);
    expect(await xssFaults(opened)).toEqual([]);
  });
});

describe('the oracle itself', () => {
  const CARD = `<event-card></event-card>`;
  const inject = (html: string) =>
    classicTag(
      site.script(`
        const card = document.querySelector('event-card');
        (card.shadowRoot ?? card.attachShadow({ mode: 'open' })).innerHTML = ${JSON.stringify(html)};
      `),
    );

  it.each([
    ['<img src=x onerror=__pwn=1>', ['canary', 'handler', 'address']],
    ['<svg/onload=__pwn=1>', ['handler']],
    ['<a href="javascript:__pwn=1">x</a>', ['address']],
    ['<a href="https://host.test@evil.test/">x</a>', ['address']],
    ['<a href="https://evil.test/" target=_blank>x</a>', ['opener']],
    ['<a href="//evil.test/">x</a>', ['address']],
    ['<iframe srcdoc="<script>parent.__pwn=1</script>"></iframe>', ['canary', 'address']],
    ['<iframe src="javascript:parent.__pwn=1"></iframe>', ['canary', 'address']],
    ['<form action="https://evil.test/"><input></form>', ['element']],
    ['<img src="https://evil.test/beacon">', ['request']],
    ['<img src="http://evil.test/beacon">', ['request', 'address']],
    ['<p style="background:url(https://evil.test/beacon)">x</p>', ['request', 'style']],
    ['<img src=x onerror=alert(1)>', ['dialog', 'handler']],
  ])('turns red for %s', async (payload, kinds) => {
    const opened = await visit(browser, site.page(hostPage(CARD, inject(payload))));
    await expect
      .poll(async () => [...new Set((await xssFaults(opened)).map((fault) => fault.split(':')[0]))])
      .toEqual(expect.arrayContaining(kinds));
  });

  it('turns red when a strict policy stops the payload', async () => {
    const payload = inject('<img src=x onerror=__pwn=1>');
    const opened = await visit(browser, site.page(hostPage(CARD, payload), STRICT_CSP));
    expect((await xssFaults(opened)).join()).toContain('violation: require-trusted-types-for');
  });

  it('stays green for a page without posts', async () => {
    const opened = await visit(browser, site.page(hostPage(CARD, MODULE)));
    expect(await xssFaults(opened)).toEqual([]);
  });
});
