import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { drawnCards, feedSettled } from '../helpers/feed-in-page.js';
import { CLASSIC, classicTag, feedTag, hostPage, MODULE } from '../helpers/host-page.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit } from '../helpers/page-visit.js';

const { browser, site } = await openPageStage();

const FEED = feedTag();
const style = (css: string) => `<style>${css}</style>`;
const script = (code: string) => classicTag(site.script(code));

/** What a reader must be able to see of the first card, in CSS pixels, and whether the page scrolls sideways. */
const look = (page: Page) =>
  page.evaluate(() => {
    const feed = document.querySelector('feed-list');
    const card = feed?.shadowRoot?.querySelector('event-card');
    const headline = card?.shadowRoot?.querySelector('[part=headline]');
    const { clientWidth, scrollWidth } = document.documentElement;
    return {
      seen: headline?.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ?? false,
      fontSize: headline && getComputedStyle(headline).fontSize,
      width: card?.getBoundingClientRect().width ?? 0,
      overflow: scrollWidth - clientWidth,
      direction: headline && getComputedStyle(headline).direction,
    };
  });

interface Place {
  readonly html: string;
  readonly prepare?: (page: Page) => Promise<unknown>;
  readonly fontSize?: string;
  readonly direction?: string;
}

const base = '<head><base href="https://elsewhere.example/deep/">';
const here = (tag: string) => tag.replace('src="', `src="${site.origin}`);

/** What real pages do to all their elements, to the language or to the built-in objects. */
const places: Record<string, () => Place> = {
  'old rules: quirks mode, a <base> of another site, small rem, wide images, lang="en_US"': () => ({
    html: hostPage(
      style('html { font-size: 62.5% } body { font-size: 16px } img { max-width: none; width: 3000px }'),
      FEED,
      here(MODULE),
    )
      .replace('<!doctype html>', '')
      .replace('<head>', base)
      .replace('lang="en"', 'lang="en_US"'),
  }),
  '* { all: unset } and lang=""': () => ({
    html: hostPage(style('* { all: unset }'), FEED, MODULE).replace('lang="en"', 'lang=""'),
    fontSize: '16px',
  }),
  '320 px, which is 1280 px at 400 %, from right to left': () => ({
    html: hostPage(FEED, MODULE).replace('lang="en"', 'lang="en" dir="rtl"'),
    prepare: (page) => page.setViewportSize({ width: 320, height: 256 }),
    direction: 'rtl',
  }),
  'forced colours': () => ({
    html: hostPage(FEED, MODULE),
    prepare: (page) => page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' }),
  }),
  'an Array.prototype.toJSON (J40) and fields on Object.prototype (J41)': () => ({
    html: hostPage(
      script(`
        Array.prototype.toJSON = () => 'broken';
        const fields = { method: 'POST', body: 'x', credentials: 'include', redirect: 'follow', mode: 'no-cors' };
        Object.assign(Object.prototype, fields);
      `),
      FEED,
      MODULE,
    ),
  }),
  'display: none until all is there': () => ({
    html: hostPage(style('feed-list:not(.ready) { display: none }'), FEED, MODULE),
    prepare: (page) => page.evaluate(() => document.querySelector('feed-list')?.classList.add('ready')),
  }),
};

describe('the feed shows its cards and is quiet on a page with', () => {
  it.each(Object.keys(places))('%s', async (name) => {
    const { html, prepare, fontSize = '15px', direction = 'ltr' } = places[name]?.() ?? { html: '' };
    const { page, complaints, thrown, seen } = await visit(browser, site.page(html));
    await feedSettled(page);
    await prepare?.(page);
    await expect.poll(() => look(page)).toMatchObject({ seen: true, fontSize, direction, overflow: 0 });
    const { cards, drawn } = await drawnCards(page);
    expect(cards).toBeGreaterThanOrEqual(10);
    expect(drawn).toBe(cards);
    expect((await look(page)).width).toBeGreaterThan(250);
    expect([complaints, thrown, (await seen()).errors]).toEqual([[], [], []]);
  });
});

describe('under COEP require-corp', () => {
  it('the cards are there, and a player comes without the reader’s cookies, as it must (M11)', async () => {
    const isolated = {
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-opener-policy': 'same-origin',
    };
    const { page, thrown, seen } = await visit(
      browser,
      site.page(hostPage(feedTag({ limit: '50' }), MODULE), undefined, isolated),
    );
    await feedSettled(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(await drawnCards(page)).toEqual({ cards: 50, drawn: 50 });
    await page.locator('button[part=play]').first().press('Enter');
    expect(await page.locator('iframe').getAttribute('credentialless')).toBe('');
    expect([thrown, (await seen()).errors]).toEqual([[], []]);
  });
});

describe('in a sandboxed frame without storage', () => {
  it('a feed is shown, and nothing is thrown (M12)', async () => {
    const source = script(`
      const event = (id) => ({
        id, kind: 'event', title: id, authors: [], authorCount: 0, attachments: [], subevents: [],
        subeventCount: 0, actionLinks: [],
      });
      document.querySelector('feed-list').source = {
        name: 'small', page: async () => ({ events: ['a', 'b'].map(event), warnings: [] }),
      };
    `);
    // A module would need CORS here: the frame is of no origin.
    const inner = site.page(hostPage('<feed-list></feed-list>', CLASSIC, source));
    const { page, complaints, thrown } = await visit(
      browser,
      site.page(hostPage(`<iframe sandbox="allow-scripts" src="${inner}"></iframe>`)),
    );
    const frame = page.frameLocator('iframe');
    await frame.locator('event-card').nth(1).waitFor();
    expect(await frame.locator('body').evaluate(() => self.origin)).toBe('null');
    await expect(
      frame.locator('body').evaluate(() => sessionStorage.length),
      'the control',
    ).rejects.toThrow('SecurityError');
    expect([complaints, thrown]).toEqual([[], []]);
  });
});

describe('what a picture tells its host (S19)', () => {
  it('is not where it is shown, as an image of the page itself does', async () => {
    const referers = new Map<string, string | undefined>();
    const context = await browser.newContext();
    const page = await context.newPage();
    await context.route(/^https:/, (route) => {
      referers.set(route.request().url(), route.request().headers()['referer']);
      return route.abort();
    });
    const own = 'https://media.sandbox.example/own.png';
    await page.goto(site.page(hostPage(`<img src="${own}">`, FEED, MODULE)));
    await feedSettled(page);
    await expect.poll(() => referers.size).toBeGreaterThan(3);
    expect(referers.get(own), 'the control').toBe(`${site.origin}/`);
    referers.delete(own);
    expect([...new Set(referers.values())]).toEqual([undefined]);
    await context.close();
  });
});

describe('for a reader who', () => {
  it('wants less motion nothing moves, not even while the feed loads', async () => {
    const { page } = await visit(browser, site.page(hostPage('<feed-list></feed-list>', MODULE)));
    const longest = () =>
      page.evaluate(() => {
        const animations = document.querySelector('feed-list')?.shadowRoot?.getAnimations() ?? [];
        return Math.max(0, ...animations.map(({ effect }) => Number(effect?.getTiming().duration)));
      });
    await page.evaluate(() => {
      const feed = document.querySelector('feed-list');
      if (feed) feed.source = { name: 'slow', page: () => new Promise(() => undefined) };
    });
    await expect.poll(longest, { message: 'the control' }).toBeGreaterThan(1);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await expect.poll(longest).toBeLessThanOrEqual(1);
  });

  it('moves by key sees each card below a sticky header of the page', async () => {
    const css =
      'h1 { position: sticky; z-index: 1; inset-block-start: 0; block-size: 90px; margin: 0 } feed-list { --feed-sticky-top: 90px }';
    const { page } = await visit(browser, site.page(hostPage(style(css), FEED, MODULE)));
    await feedSettled(page);
    await page.locator('event-card').first().focus();
    const tops: number[] = [];
    for (const key of 'PageDown PageDown PageDown PageUp PageUp'.split(' ')) {
      await page.keyboard.press(key);
      tops.push(
        await page.evaluate(() => {
          const focused = document.activeElement?.shadowRoot?.activeElement;
          return focused?.localName === 'event-card' ? focused.getBoundingClientRect().top : NaN;
        }),
      );
    }
    expect(Math.min(...tops)).toBeGreaterThan(89);
    expect(Math.max(...tops)).toBeLessThan(800);
  });
});
