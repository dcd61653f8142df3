import { beforeEach, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { FRAME_HOSTS } from '../../src/model/player.js';
import { cardIds, drawnCards, feedSettled } from '../helpers/feed-in-page.js';
import {
  CLASSIC,
  feedTag,
  hostPage,
  MODULE,
  moduleTag,
  STRICT_CSP,
  classicTag,
} from '../helpers/host-page.js';
import { passOn } from '../helpers/page-server.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit, type Visit } from '../helpers/page-visit.js';

const { browser, site, server } = await openPageStage();

beforeEach(() => {
  site.backend = passOn(server.url);
});

const TAGS = [
  ['ES module', MODULE],
  ['classic script', CLASSIC],
] as const;

/** A source of a page's own, with three events. */
const SMALL_SOURCE = `({
  name: 'small',
  page: async ({ limit }) => ({
    events: ['one', 'two', 'three'].slice(0, limit).map((id) => ({
      id, kind: 'event', title: id, authors: [], authorCount: 0, attachments: [], subevents: [],
      subeventCount: 0, actionLinks: [],
    })),
    warnings: [],
  }),
})`;

async function expectFirstPage({ page }: Visit, count = 10): Promise<void> {
  await feedSettled(page);
  expect(await drawnCards(page)).toEqual({ cards: count, drawn: count });
}

async function expectQuiet({ complaints, thrown, seen }: Visit): Promise<void> {
  expect(thrown).toEqual([]);
  expect((await seen()).violations).toEqual([]);
  expect((await seen()).errors).toEqual([]);
  expect(complaints).toEqual([]);
}

describe.each(TAGS)('under the strict Content-Security-Policy, the %s', (_, tag) => {
  it.each(['json', 'xml'])('shows the feed in %s and breaks no rule', async (format) => {
    const opened = await visit(browser, site.page(hostPage(feedTag({ format }), tag), STRICT_CSP));
    await expectFirstPage(opened);
    // Pictures that are not in sight yet, and the next pages.
    await opened.page.mouse.wheel(0, 6000);
    await opened.page.waitForFunction(() => (document.querySelector('feed-list')?.events.length ?? 0) > 10);
    expect(opened.requests.some((url) => url.startsWith('https://media.sandbox.example/'))).toBe(true);
    await expectQuiet(opened);
  });

  it('opens what a reader presses: people, comments, long texts, players', async () => {
    const opened = await visit(browser, site.page(hostPage(feedTag({ limit: '50' }), tag), STRICT_CSP));
    await expectFirstPage(opened, 50);
    const foreign = () =>
      opened.requests.filter((url) => !url.startsWith(site.origin)).map((url) => new URL(url).hostname);
    expect(new Set(foreign())).toEqual(new Set(['media.sandbox.example']));
    const frames = await opened.page.evaluate(async () => {
      const attributes: Record<string, string>[] = [];
      const cards = document.querySelector('feed-list')?.shadowRoot?.querySelectorAll('event-card') ?? [];
      for (const card of cards) {
        for (const button of card.shadowRoot?.querySelectorAll('button') ?? []) button.click();
        await card.updateComplete;
        for (const frame of card.shadowRoot?.querySelectorAll('iframe') ?? []) {
          attributes.push(Object.fromEntries([...frame.attributes].map(({ name, value }) => [name, value])));
        }
      }
      return attributes;
    });
    expect(frames.length).toBeGreaterThan(0);
    for (const frame of frames) {
      expect(FRAME_HOSTS).toContain(new URL(frame['src'] ?? '').host);
      expect(frame['sandbox']).toContain('allow-scripts');
      expect(frame['sandbox']).not.toContain('allow-top-navigation');
      expect(frame['title']).toMatch(/\S/);
    }
    expect((await opened.seen()).violations).toEqual([]);
    expect((await opened.seen()).errors).toEqual([]);
    expect(opened.thrown).toEqual([]);
  });
});

describe('a link that leaves the page', () => {
  it('opens a tab that knows neither the page nor its address', async () => {
    const host = site.script(`
      const source = ${SMALL_SOURCE};
      const page = async (request) => {
        const { events, warnings } = await source.page(request);
        return { events: events.map((event) => ({ ...event, url: 'https://media.sandbox.example/' })), warnings };
      };
      document.querySelector('feed-list').source = { name: 'linked', page };
    `);
    const opened = await visit(
      browser,
      site.page(hostPage('<feed-list></feed-list>', classicTag(host), MODULE)),
    );
    await expectFirstPage(opened, 3);
    const [tab] = await Promise.all([
      opened.page.context().waitForEvent('page'),
      opened.page.locator('[part=title] a').first().click(),
    ]);
    await tab.waitForURL('https://media.sandbox.example/');
    expect(await tab.evaluate(() => [window.opener as unknown, document.referrer])).toEqual([null, '']);
  });
});

describe('the order of script and element does not matter', () => {
  const parts = (tag: string) =>
    [
      ['after', [feedTag(), tag]],
      ['before', [tag, feedTag()]],
    ] as const;
  it.each(TAGS.flatMap(([name, tag]) => parts(tag).map(([where, body]) => [name, where, body] as const)))(
    '%s %s the element',
    async (_name, _where, body) => {
      const opened = await visit(browser, site.page(hostPage(...body)));
      await expectFirstPage(opened);
      await expectQuiet(opened);
    },
  );

  it.each(TAGS)('properties that were set before the %s came are kept', async (_, tag) => {
    const early = site.script(`
      const [first, second] = document.querySelectorAll('feed-list');
      first.limit = 5;
      first.autoPages = 0;
      second.source = ${SMALL_SOURCE};
      second.limit = 2;
      second.label = 'Small news';
    `);
    const opened = await visit(
      browser,
      site.page(hostPage(feedTag(), '<feed-list></feed-list>', classicTag(early), tag)),
    );
    await feedSettled(opened.page);
    expect(
      await opened.page.evaluate(() =>
        [...document.querySelectorAll('feed-list')].map((feed) => [
          feed.limit,
          feed.events.length,
          feed.shadowRoot?.querySelector('[part=heading]')?.textContent?.trim(),
        ]),
      ),
    ).toEqual([
      [5, 5, "What's new"],
      [2, 2, 'Small news'],
    ]);
    await expectQuiet(opened);
  });

  it('an element that a script makes, fills by innerHTML or clones works too', async () => {
    const later = site.script(`
      const made = document.createElement('feed-list');
      made.source = ${SMALL_SOURCE};
      const holder = document.createElement('div');
      holder.innerHTML = ${JSON.stringify(feedTag())};
      document.body.append(made, holder, holder.firstChild.cloneNode(true));
    `);
    const opened = await visit(browser, site.page(hostPage(CLASSIC, classicTag(later))));
    await expectFirstPage(opened, 23);
    await expectQuiet(opened);
  });
});

describe('loaded more than once', () => {
  const again = () => site.script(`import '/whats-new-feed.min.js?again';`);

  it.each([
    ['as two modules', () => [MODULE, moduleTag('/whats-new-feed.min.js?again')]],
    ['as two classic scripts', () => [CLASSIC, CLASSIC]],
    ['as classic script and module', () => [CLASSIC, MODULE]],
    ['as module and, later, as classic script', () => [MODULE, moduleTag(again()), CLASSIC]],
  ])('%s it says nothing and shows every card once', async (_, tags) => {
    const opened = await visit(browser, site.page(hostPage(feedTag(), ...tags())));
    await expectFirstPage(opened);
    await expectQuiet(opened);
    expect(opened.lines).toEqual([]);
  });

  it('under the strict policy it shows the feed, throws nothing and gives no false alarm', async () => {
    const opened = await visit(browser, site.page(hostPage(feedTag(), CLASSIC, MODULE), STRICT_CSP));
    await expectFirstPage(opened);
    expect(opened.thrown).toEqual([]);
    const { violations, errors } = await opened.seen();
    expect(errors).toEqual([]);
    // The second copy may ask in vain for the name that the first one has; nothing else may be refused.
    expect(violations.filter((violation) => !violation.startsWith('trusted-types '))).toEqual([]);
    expect(opened.lines.filter((line) => line.startsWith('whats-new-feed'))).toEqual([]);
  });

  it('the global that is there in the end still registers sources for the elements', async () => {
    const host = site.script(`WhatsNewFeed.registerSource('small', () => ${SMALL_SOURCE});`);
    const small = '<feed-list source="small"></feed-list>';
    const opened = await visit(browser, site.page(hostPage(CLASSIC, CLASSIC, classicTag(host), small)));
    await feedSettled(opened.page);
    expect(await cardIds(opened.page)).toEqual(['one', 'two', 'three']);
  });

  it.each(['old first', 'new first'])(
    'in two versions, %s: the first one serves, and a line says so',
    async (order) => {
      const built = await (await fetch(`${site.origin}/whats-new-feed.min.js`)).text();
      const old = built.replaceAll(packageJson.version, '0.0.1');
      expect(old).not.toBe(built);
      const tags = [moduleTag(site.script(old)), MODULE];
      if (order === 'new first') tags.reverse();
      const opened = await visit(browser, site.page(hostPage(feedTag(), ...tags)));
      await expectFirstPage(opened);
      await expectQuiet(opened);
      const stays = order === 'old first' ? '0.0.1' : packageJson.version;
      // The console's own formatting is not applied here.
      expect(opened.lines).toContain(`whats-new-feed: <%s> stays at version %s. feed-list ${stays}`);
    },
  );

  it('beside another library that has the tag, it leaves the tag alone and says so', async () => {
    const other = site.script(`customElements.define('event-card', class extends HTMLElement {});`);
    const opened = await visit(browser, site.page(hostPage(classicTag(other), CLASSIC)));
    expect(opened.thrown).toEqual([]);
    expect(opened.complaints).toEqual([
      'warning: whats-new-feed: <%s> is taken by another library. event-card',
    ]);
  });
});

describe('the global WhatsNewFeed', () => {
  it('has what the module exports', async () => {
    const host = site.script(`
      import * as module from '/whats-new-feed.min.js';
      window.names = [Object.keys(WhatsNewFeed).sort(), Object.keys(module).sort()];
    `);
    const opened = await visit(browser, site.page(hostPage(CLASSIC, moduleTag(host))));
    const names = await opened.page.evaluate(() => Reflect.get(window, 'names') as [string[], string[]]);
    const [ofGlobal, ofModule] = names;
    expect(ofGlobal).toEqual(ofModule);
    expect(ofGlobal).toEqual(
      expect.arrayContaining([
        'AttachmentView',
        'ConfigError',
        'EventCard',
        'FeedClient',
        'FeedError',
        'FeedErrorEvent',
        'FeedList',
        'createSource',
        'mailru',
        'registerSource',
        'toLinkUrl',
        'toMediaUrl',
      ]),
    );
  });

  it('registers a source of the page’s own for source="small"', async () => {
    const host = site.script(`WhatsNewFeed.registerSource('small', () => ${SMALL_SOURCE});`);
    const opened = await visit(
      browser,
      site.page(hostPage(CLASSIC, classicTag(host), '<feed-list source="small"></feed-list>'), STRICT_CSP),
    );
    await feedSettled(opened.page);
    expect(await cardIds(opened.page)).toEqual(['one', 'two', 'three']);
    await expectQuiet(opened);
  });

  it('makes a mail.ru source that asks by POST, with a token function of the page’s own', async () => {
    const host = site.script(`
      document.querySelector('feed-list').source = WhatsNewFeed.mailru({
        endpoint: '/platform/api', appId: '423004', method: 'POST',
        token: async (request) => (await fetch('/feed-token', {
          method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(request),
        })).json(),
      });
    `);
    const opened = await visit(
      browser,
      site.page(hostPage('<feed-list></feed-list>', CLASSIC, classicTag(host)), STRICT_CSP),
    );
    await expectFirstPage(opened);
    await expectQuiet(opened);
  });
});

describe.each(TAGS)('where Trusted Types are in use, the %s', (_, tag) => {
  const DEFAULT_POLICY = `trustedTypes.createPolicy('default', { createHTML: (text) => text });`;
  const HINT = 'trusted-types whats-new-feed';
  const enforced = (names: string) => `require-trusted-types-for 'script'; trusted-types ${names}`;
  const hostLit = () =>
    moduleTag(
      site.script(`
        import { html, render } from '/lit-html.js';
        const place = document.createElement('div');
        place.id = 'host';
        document.body.append(place);
        render(html\`<b>\${'drawn by the host'}</b>\`, place);
      `),
    );
  const isDefined = ({ page }: Visit) => page.evaluate(() => customElements.get('feed-list') !== undefined);
  const hostText = ({ page }: Visit) => page.locator('#host b').textContent();

  it.each([
    ['not at all', undefined],
    ['with other names and without enforcement', 'trusted-types myapp'],
    ['enforced with the package’s own name', enforced('whats-new-feed')],
    ['enforced with several names', enforced('lit-html whats-new-feed myapp')],
  ])('draws the feed: %s', async (_case, csp) => {
    const both = [feedTag({ format: 'json' }), feedTag({ format: 'xml' })];
    const opened = await visit(browser, site.page(hostPage(...both, tag), csp));
    await expectFirstPage(opened, 20);
    expect(opened.thrown).toEqual([]);
    expect(opened.lines.filter((line) => line.includes(HINT))).toEqual([]);
  });

  it('draws the feed by the page’s own default policy', async () => {
    const policy = classicTag(site.script(DEFAULT_POLICY));
    const opened = await visit(
      browser,
      site.page(hostPage(policy, feedTag({ format: 'xml' }), tag), enforced('default')),
    );
    await expectFirstPage(opened);
    expect(opened.thrown).toEqual([]);
  });

  it.each([
    ['alone', () => [tag]],
    ['after the host’s own Lit', () => [hostLit(), tag]],
    ['before the host’s own Lit', () => [tag, hostLit()]],
  ])(
    'where only lit-html is allowed, %s: loads, says how to fix it, leaves the host’s Lit be',
    async (_case, tags) => {
      const all = tags();
      const opened = await visit(browser, site.page(hostPage(feedTag(), ...all), enforced('lit-html')));
      await feedSettled(opened.page);
      expect(await isDefined(opened)).toBe(true);
      expect(opened.thrown).toEqual([]);
      if (all.length > 1) expect(await hostText(opened)).toBe('drawn by the host');
      expect(opened.lines.filter((line) => line.includes(HINT))).toHaveLength(1);
    },
  );

  it('where no policy is allowed: loads, throws nothing and says how to fix it', async () => {
    const opened = await visit(browser, site.page(hostPage(feedTag(), tag), enforced("'none'")));
    await feedSettled(opened.page);
    expect(await isDefined(opened)).toBe(true);
    expect(opened.thrown).toEqual([]);
    expect(opened.lines.filter((line) => line.includes(HINT))).toHaveLength(1);
  });
});
