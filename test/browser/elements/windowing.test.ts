import { html } from 'lit';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { EventCard } from '../../../src/elements/event-card/event-card.js';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { PageSection } from '../../../src/elements/feed-list/page-section.js';
import type { FeedEvent } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { all, cardsOf, one, parts, settled, showList, until } from './support.js';

const event = (index: number): FeedEvent => ({
  id: `e${index}`,
  kind: 'event',
  authors: [{ id: `a${index}`, name: `Person ${index}` }],
  authorCount: 1,
  title: `Title ${index}`,
  text: `Words of event ${index}`,
  attachments: [],
  subevents: [],
  subeventCount: 0,
  actionLinks: [],
});

/** So many events, in pages of the asked size. */
const source = (total: number): FeedSource => ({
  name: 'long',
  page: ({ skip = '0', limit }) => {
    const start = Number(skip);
    const end = Math.min(start + limit, total);
    const events = Array.from({ length: end - start }, (_, index) => event(start + index));
    return Promise.resolve({ events, skip: end < total ? String(end) : undefined, warnings: [] });
  },
});

const indexOf = ({ id }: FeedEvent) => Number(id.slice(1));

/** Very unequal, and the same each time. */
const heightOf = (item: FeedEvent) => 60 + ((indexOf(item) * 7919) % 700);

const unequal = (item: FeedEvent) =>
  html`<div .style=${`block-size:${heightOf(item)}px`}>${item.title}</div>`;

async function showLong(total: number, fields: Partial<FeedList> = {}): Promise<FeedList> {
  const list = await showList(undefined, {
    limit: 25,
    window: 100,
    autoPages: 0,
    template: unequal,
    ...fields,
    source: source(total),
  });
  await until(() => list.status === 'ready');
  for (let shown = 0; shown < list.events.length;) {
    shown = list.events.length;
    await list.loadMore();
  }
  await settled(list);
  expect(list.events).toHaveLength(total);
  return list;
}

/** A range cannot be so. */
const beyond = new StaticRange({
  startContainer: document.head,
  startOffset: 0,
  endContainer: document.head,
  endOffset: 9999,
});

/** What is about to be done in this task, before any other one. */
async function microtasks(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}

const frame = () => new Promise(requestAnimationFrame);

const cardAt = (list: FeedList, y: number) =>
  cardsOf(list).find((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return top <= y && bottom > y;
  });

/** The card in the middle of the window, or whatever lies between two. */
const middleCard = (list: FeedList): EventCard => {
  const found = [0, 12, -12].map((by) => cardAt(list, innerHeight / 2 + by)).find(Boolean);
  if (!found) throw new Error('Nothing is shown in the middle.');
  return found;
};

async function scrollToEnd(): Promise<void> {
  scrollTo(0, document.documentElement.scrollHeight);
  await frame();
  await frame();
}

describe('a long feed', () => {
  it('keeps no more cards than its window and two pages, wherever it is scrolled', async () => {
    const list = await showLong(1000);
    const counts: number[] = [];
    const atRest: number[] = [];
    for (const part of [0, 0.3, 0.9, 0.5, 1, 0]) {
      scrollTo(0, document.documentElement.scrollHeight * part);
      await frame();
      await frame();
      counts.push(cardsOf(list).length);
      await settled(list);
      atRest.push(cardsOf(list).length);
    }
    expect(Math.max(...counts, ...atRest)).toBeLessThanOrEqual(150);
    expect(Math.min(...atRest)).toBeGreaterThanOrEqual(50);
  });

  it('lays far pages into chapters, so that a feed has few parts, and no card lies in one', async () => {
    const list = await showLong(2000);
    for (const part of [0, 0.3, 1, 0.6, 0]) {
      scrollTo(0, document.documentElement.scrollHeight * part);
      await settled(list);
      expect(all(list, '.page')).toHaveLength(80);
      expect(list.feedElement?.childElementCount).toBeLessThan(40);
      expect(cardsOf(list).filter((card) => card.closest('.chapter'))).toEqual([]);
      const tops = all(list, '.page').map((page) => page.getBoundingClientRect().top);
      expect(tops).toEqual(tops.toSorted((a, b) => a - b));
    }
  });

  it('keeps all of them without a window', async () => {
    const list = await showLong(400, { window: 0 });
    await scrollToEnd();
    expect(cardsOf(list)).toHaveLength(400);
  });

  it('shows cards in the very frame in which a place comes into view', async () => {
    const list = await showLong(1000);
    const height = document.documentElement.scrollHeight;
    for (const part of [0.9, 0.1, 0.6, 0.25, 0.75]) {
      scrollTo(0, height * part);
      await frame();
      await frame();
      expect(middleCard(list).event).toBeDefined();
    }
  });

  it('shows cards where it is put back, though the page was scrolled while it was away', async () => {
    const list = await showLong(1000);
    const parent = list.parentElement;
    await scrollToEnd();
    await settled(list);
    list.remove();
    await frame();
    expect(scrollY).toBe(0);
    parent?.append(list);
    await settled(list);
    expect(middleCard(list).event).toBeDefined();
  });

  it('keeps the reader’s line while it is read from the end back to the beginning', async () => {
    const list = await showLong(2000);
    await scrollToEnd();
    let worst = 0;
    for (let step = 0; step < 150 && scrollY > 0; step++) {
      const card = middleCard(list);
      const before = card.getBoundingClientRect().top;
      const from = scrollY;
      scrollBy(0, -380);
      await frame();
      await frame();
      if (!card.isConnected) throw new Error('The card that is read was given up.');
      worst = Math.max(
        worst,
        Math.abs(card.getBoundingClientRect().top - before - 380) - (from < 380 ? 380 : 0),
      );
    }
    expect(worst).toBeLessThanOrEqual(1);
  });

  it('is as high without its far cards as with them, also where the page is zoomed', async () => {
    const list = await showLong(300, { window: 0 });
    list.style.zoom = '2';
    const height = () => list.feedElement?.getBoundingClientRect().height ?? NaN;
    const before = height();
    list.window = 50;
    await settled(list);
    expect(cardsOf(list).length).toBeLessThanOrEqual(100);
    expect(Math.abs(height() - before)).toBeLessThan(20);
  });

  it('says the true place of every card after gaps', async () => {
    const list = await showLong(1000);
    await scrollToEnd();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await frame();
    await frame();
    for (const card of cardsOf(list)) {
      expect(card.getAttribute('aria-posinset')).toBe(String(indexOf(card.event ?? event(0)) + 1));
      expect(card.getAttribute('aria-setsize')).toBe('1000');
    }
  });

  it('leaves the words of far cards for the browser’s own search, and gives the cards back when one is found', async () => {
    const list = await showLong(1000);
    const gone = all(list, '[hidden="until-found"]').find((text) =>
      /event 700\b/.test(text.textContent ?? ''),
    );
    if (!gone) throw new Error('The text is nowhere.');
    gone.dispatchEvent(new Event('beforematch', { bubbles: true }));
    expect(cardsOf(list).some((card) => card.event?.id === 'e700')).toBe(true);
  });

  it('never gives up the card that has the focus', async () => {
    const list = await showLong(1000);
    const [, second] = cardsOf(list);
    second?.focus({ preventScroll: true });
    await scrollToEnd();
    expect(second?.isConnected).toBe(true);
    expect(second?.matches(':focus')).toBe(true);
    second?.blur();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await frame();
    await frame();
    expect(second?.isConnected).toBe(false);
  });

  it('has open what the reader opened in a card that was given up meanwhile', async () => {
    const list = await showLong(600);
    Object.assign(list, { template: undefined });
    await settled(list);
    const first = () => cardsOf(list).find((card) => card.event?.id === 'e0');
    const card = first();
    if (!card) throw new Error('The first card is not there.');
    await userEvent.click(one(card, '.faces'));
    card.shadowRoot?.querySelector('button')?.blur();
    expect(parts(card, 'people')).toHaveLength(1);
    await scrollToEnd();
    expect(first()).toBeUndefined();
    scrollTo(0, 0);
    await until(() => first() !== undefined);
    await settled(list);
    const back = first();
    expect(back).not.toBe(card);
    expect(back && parts(back, 'people')).toHaveLength(1);
    expect(parts(list, 'people')).toHaveLength(1);
  });

  it('moves by Page Down to the next card, also where that was given up', async () => {
    const list = await showLong(600);
    cardsOf(list)[9]?.focus();
    await scrollToEnd();
    await userEvent.keyboard('{PageDown}');
    expect(cardsOf(list).find((card) => card.matches(':focus'))?.event?.id).toBe('e10');
  });

  it('keeps everything between the two ends of a selection', async () => {
    const list = await showLong(600);
    const chosen = cardsOf(list).slice(0, 80);
    const [first, last] = [chosen[0], chosen.at(-1)];
    if (!first || !last) throw new Error('There are no cards.');
    getSelection()?.setBaseAndExtent(first, 0, last, 0);
    await scrollToEnd();
    expect(chosen.every((card) => card.isConnected)).toBe(true);
    getSelection()?.removeAllRanges();
  });

  it.each<[string, readonly StaticRange[]]>([
    ['knows composed ranges only as they were specified first', []],
    ['tells of places that a node does not have', [beyond]],
  ])('gives cards up where a browser %s', async (_, ranges) => {
    const now = Object.getOwnPropertyDescriptor(Selection.prototype, 'getComposedRanges');
    Selection.prototype.getComposedRanges = (...roots: unknown[]) => {
      if (!roots.every((root) => root instanceof ShadowRoot)) throw new TypeError('No shadow root.');
      return [...ranges];
    };
    try {
      const list = await showLong(400);
      await scrollToEnd();
      expect(cardsOf(list).length).toBeLessThanOrEqual(150);
    } finally {
      if (now) Object.defineProperty(Selection.prototype, 'getComposedRanges', now);
    }
  });

  it('corrects at once on a page that scrolls smoothly and does not anchor', async () => {
    // As in a browser without scroll anchoring, where the cards are not skipped either.
    const style = document.createElement('style');
    style.textContent = 'feed-list::part(card) { content-visibility: visible }';
    document.head.append(style);
    onTestFinished(() => style.remove());
    document.documentElement.style.cssText = 'scroll-behavior: smooth; overflow-anchor: none';
    const list = await showLong(400);
    document.documentElement.style.scrollBehavior = 'auto';
    await scrollToEnd();
    document.documentElement.style.scrollBehavior = 'smooth';
    for (let step = 0; step < 20; step++) {
      const card = middleCard(list);
      const before = card.getBoundingClientRect().top;
      scrollBy({ top: -500, behavior: 'instant' });
      await frame();
      await frame();
      expect(Math.abs(card.getBoundingClientRect().top - before - 500)).toBeLessThanOrEqual(1);
    }
  });

  it('never gives up a card with selected words', async () => {
    const list = await showLong(1000);
    const [first] = cardsOf(list);
    if (!first) throw new Error('There is no card.');
    getSelection()?.setBaseAndExtent(first, 0, first, first.childNodes.length);
    const text = all(first, 'div')[0];
    if (text) getSelection()?.selectAllChildren(text);
    await scrollToEnd();
    expect(first.isConnected).toBe(true);
    getSelection()?.removeAllRanges();
    scrollTo(0, document.documentElement.scrollHeight / 2);
    await frame();
    await frame();
    expect(first.isConnected).toBe(false);
  });

  it('draws no old card for a new page', async () => {
    let drawn = 0;
    const list = await showList(undefined, {
      limit: 25,
      autoPages: 0,
      template: (item) => {
        drawn += 1;
        return item.title;
      },
      source: source(200),
    });
    await until(() => list.status === 'ready');
    await settled(list);
    expect(drawn).toBe(25);
    await list.loadMore();
    await settled(list);
    expect(drawn).toBe(50);
  });

  it('moves between articles by Page Down across a page that was given up', async () => {
    const list = await showLong(600, { template: (item) => html`<p>${item.title}</p>` });
    cardsOf(list)[0]?.focus();
    for (let press = 0; press < 130; press++) await userEvent.keyboard('{PageDown}');
    const current = cardsOf(list).find((card) => card.matches(':focus'));
    expect(current?.event?.id).toBe('e130');
  }, 20_000);
});

describe('a feed that is longer than what is kept in memory', () => {
  it('lets go of far events, says so, and has them again before they are seen', async () => {
    const asked: string[] = [];
    const long = source(1000);
    const list = await showList(undefined, {
      limit: 25,
      window: 100,
      retain: 300,
      autoPages: 0,
      template: unequal,
      source: {
        ...long,
        page: (request) => {
          asked.push(request.skip ?? '');
          return long.page(request);
        },
      },
    });
    await until(() => list.status === 'ready');
    for (let page = 1; page < 40; page++) await list.loadMore();
    await settled(list);
    await scrollToEnd();
    await settled(list);
    expect(list.events.length).toBeLessThanOrEqual(400);
    expect(list.events.at(-1)?.id).toBe('e999');
    const far = all(list, '[hidden="until-found"]').map((text) => text.textContent ?? '');
    expect(far.filter((text) => text === '').length).toBeGreaterThan(20);
    // Back to the beginning as a reader does it: no step shows an empty place.
    for (let step = 0; step < 2000 && scrollY > 0; step++) {
      scrollBy(0, -3000);
      await frame();
      await frame();
      expect(middleCard(list).event).toBeDefined();
    }
    expect(cardsOf(list)[0]?.event?.id).toBe('e0');
    expect(new Set(asked).size).toBe(40);
    expect(list.events.length).toBeLessThanOrEqual(400);
  }, 20_000);

  /** At its end, with nothing of its beginning but the first page, and a source that can be made to fail. */
  async function showFar() {
    const long = source(600);
    const state = { fails: false };
    const asked: string[] = [];
    let held: Promise<void> | undefined;
    const list = await showList(undefined, {
      limit: 25,
      window: 100,
      retain: 200,
      autoPages: 0,
      template: unequal,
      source: {
        ...long,
        page: async (request) => {
          asked.push(request.skip ?? '');
          await held;
          if (state.fails) throw new Error('No network.');
          return long.page(request);
        },
      },
    });
    await until(() => list.status === 'ready');
    for (let page = 1; page < 24; page++) await list.loadMore();
    await settled(list);
    await scrollToEnd();
    await settled(list);
    asked.length = 0;
    /** Answers wait until the function is called that it gives. */
    const hold = () => {
      let release = () => undefined as void;
      held = new Promise((resolve) => (release = resolve));
      return () => {
        held = undefined;
        release();
      };
    };
    return { list, state, asked, hold, place: document.documentElement.scrollHeight * 0.3 };
  }

  it('asks for two pages at a time at most where the reader jumps, what is seen first', async () => {
    const { list, asked, hold, place } = await showFar();
    const release = hold();
    scrollTo(0, place);
    await settled(list);
    scrollTo(0, place / 4);
    await settled(list);
    expect(asked).toHaveLength(2);
    const jumps = asked.length;
    release();
    await until(() => cardAt(list, innerHeight / 2) !== undefined);
    const seen = indexOf(middleCard(list).event ?? event(0));
    // In the page that was asked for as soon as there was a lane for it.
    expect(Math.abs(Number(asked[jumps]) - seen)).toBeLessThan(50);
    await settled(list);
    expect(asked.length).toBeLessThan(jumps + 12);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('asks again for what could not be had', async () => {
    const { list, state, place } = await showFar();
    state.fails = true;
    scrollTo(0, place);
    await settled(list);
    expect(cardAt(list, innerHeight / 2)).toBeUndefined();
    state.fails = false;
    list.requestUpdate();
    await until(() => cardAt(list, innerHeight / 2) !== undefined);
  });

  it('has all of them again where all are to be kept from now on', async () => {
    const { list, place } = await showFar();
    list.retain = 0;
    scrollTo(0, place);
    await until(() => cardAt(list, innerHeight / 2) !== undefined);
  });
});

describe('an event whose words cannot be read', () => {
  it('costs its words and no other page', async () => {
    const events = Array.from({ length: 100 }, (_, index) => event(index));
    const broken = { ...event(60), authors: null } as unknown as FeedEvent;
    const list = await showList(
      {
        name: 'broken',
        page: () => Promise.resolve({ events: events.with(60, broken), warnings: [] }),
      },
      { limit: 100, window: 25, template: unequal },
    );
    await settled(list);
    expect(middleCard(list).event).toBeDefined();
    await scrollToEnd();
    await settled(list);
    expect(cardsOf(list).at(-1)?.event?.id).toBe('e99');
  });
});

describe('a page that is out of the document', () => {
  it('has a height when it gives up its cards', () => {
    const page = { key: {}, events: [event(0), event(1)], count: 2 };
    const look = { lang: '', headingLevel: 3, size: 2, language: 'en', gap: () => '' };
    const section = new PageSection(page, look, {
      memories: new Map(),
      hold: (change) => change(),
      arrange: () => undefined,
    });
    section.show(page, 0, look, true);
    section.giveUp(section.measure());
    expect(section.height).toBeGreaterThan(200);
  });
});

describe('cards that are not seen', () => {
  /** Counts how often each card is drawn. */
  function counting() {
    const drawn = new Map<string, number>();
    const template = (item: FeedEvent) => {
      drawn.set(item.id, (drawn.get(item.id) ?? 0) + 1);
      return unequal(item);
    };
    return { drawn, template };
  }

  it('are drawn after those that are, and before anybody is told that all is', async () => {
    const { drawn, template } = counting();
    const list = await showList(undefined, { limit: 25, autoPages: 0, template, source: source(25) });
    await new Promise((resolve) => list.addEventListener('feed-load', resolve));
    await microtasks();
    const first = drawn.size;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(15);
    await list.updateComplete;
    expect([...drawn.values()]).toEqual(Array.from({ length: 25 }, () => 1));
    expect(cardsOf(list).every((card) => card.getBoundingClientRect().height > 50)).toBe(true);
  });

  it('of one long answer are there in the end, as many as the window wants and each drawn once', async () => {
    const { drawn, template } = counting();
    const whole: FeedSource = { name: 'whole', page: () => source(1000).page({ limit: 1000, signal }) };
    const { signal } = new AbortController();
    const list = await showList(undefined, { limit: 25, window: 100, autoPages: 0, template, source: whole });
    await new Promise((resolve) => list.addEventListener('feed-load', resolve));
    await microtasks();
    expect(cardsOf(list).length).toBeLessThanOrEqual(50);
    await settled(list);
    expect(cardsOf(list)).toHaveLength(100);
    expect(list.events).toHaveLength(1000);
    expect(drawn.size).toBe(100);
    expect(Math.max(...drawn.values())).toBe(1);
  });

  // Elsewhere their turn cannot be put off.
  it.runIf('scheduler' in globalThis)('do not make the end of the feed seem near', async () => {
    await page.viewport(800, 600);
    vi.spyOn(scheduler, 'postTask').mockImplementation(async (task) => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return task() as unknown;
    });
    onTestFinished(() => void vi.restoreAllMocks());
    const asked: string[] = [];
    const long = source(1000);
    const counted: FeedSource = {
      ...long,
      page: (request) => {
        asked.push(request.skip ?? '');
        return long.page(request);
      },
    };
    // Three are seen at once; with the fourth as high as is guessed, the end would be less than 800 px away.
    const template = () => html`<div .style=${'block-size:300px'}></div>`;
    const list = await showList(undefined, { limit: 4, template, source: counted });
    await until(() => list.status === 'ready');
    await settled(list);
    expect(asked).toEqual(['']);
  });

  it('are never drawn where the reader only passes by', async () => {
    const { drawn, template } = counting();
    const list = await showLong(1000, { template });
    for (let part = 1; part <= 20; part++) {
      scrollTo(0, (document.documentElement.scrollHeight * part) / 20);
      await settled(list);
    }
    scrollTo(0, 0);
    await settled(list);
    drawn.clear();
    const height = document.documentElement.scrollHeight;
    for (let part = 1; part <= 20; part++) {
      scrollTo(0, (height * part) / 20);
      dispatchEvent(new Event('scroll'));
      await microtasks();
      expect(middleCard(list).getBoundingClientRect().height).toBeGreaterThan(50);
    }
    await settled(list);
    expect(drawn.size).toBeGreaterThan(100);
    expect(drawn.size).toBeLessThan(500);
  });
});

describe('a feed of more pixels than a browser lays out', () => {
  it('is read to its end and back all the same', async () => {
    const huge = (item: FeedEvent) => html`<div .style=${'block-size:60000px'}>${item.title}</div>`;
    const list = await showLong(500, { template: huge });
    for (let tries = 0; tries < 40 && middleCard(list).event?.id !== 'e499'; tries++) {
      await scrollToEnd();
    }
    expect(document.documentElement.scrollHeight).toBeLessThan(17_000_000);
    expect(middleCard(list).event?.id).toBe('e499');
    for (let tries = 0; tries < 40 && middleCard(list).event?.id !== 'e0'; tries++) {
      scrollTo(0, 0);
      await frame();
      await frame();
    }
    expect(middleCard(list).event?.id).toBe('e0');
  }, 20_000);

  it('shows the first page again after a refresh from far below', async () => {
    const huge = () => html`<div .style=${'block-size:60000px'}></div>`;
    const list = await showLong(500, { template: huge, window: 0 });
    for (let tries = 0; tries < 10; tries++) await scrollToEnd();
    await list.refresh();
    await settled(list);
    expect(
      cardsOf(list)
        .map((card) => card.event?.id)
        .slice(0, 2),
    ).toEqual(['e0', 'e1']);
  }, 20_000);
});
