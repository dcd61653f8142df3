import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { NetworkError } from '../../../src/http/errors.js';
import type { FeedEvent } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { heldSource, makeEvents, makePage, sourceOf } from '../../helpers/feed-fixtures.js';
import {
  button,
  cardsOf,
  focused,
  idsOf,
  one,
  settled,
  showList,
  showLoaded,
  textOf,
  until,
} from './support.js';

const many = () => sourceOf(makeEvents(200));
const ids = (count: number) => makeEvents(count).map(({ id }) => id);

/** Scrolls as far down as it goes, again and again, until nothing more comes of it. */
async function scrollDown(list: FeedList, scroller = document.documentElement): Promise<void> {
  let before = -1;
  while (cardsOf(list).length !== before) {
    before = cardsOf(list).length;
    scroller.scrollTop = scroller.scrollHeight;
    await settled(list);
  }
}

/** The list in a box of its own. */
async function showIn(style: string, source: FeedSource, fields: Partial<FeedList> = {}) {
  const box = await fixture<HTMLElement>(html`<div .style=${style}><feed-list></feed-list></div>`);
  const list = one<FeedList>(box, 'feed-list');
  Object.assign(list, fields, { source });
  await settled(list);
  return { box, list };
}

describe('pages that come by themselves', () => {
  it('are three, the first one included, and then there is a button', async () => {
    const { source, requests } = many();
    const list = await showLoaded(source);
    await scrollDown(list);
    expect(requests.map(({ skip }) => skip)).toEqual([undefined, '10', '20']);
    expect(idsOf(list)).toEqual(ids(30));
    await expect.element(button(list, 'Load more')).toBeVisible();
  });

  it('come before the reader is at the end', async () => {
    const { source, requests } = sourceOf(makeEvents(100));
    const list = await showLoaded(source, { limit: 5 });
    // Five cards are higher than the window, but their end is less than a screen away.
    expect(document.documentElement.scrollTop).toBe(0);
    await until(() => requests.length > 1);
    expect(cardsOf(list).at(-1)?.getBoundingClientRect().top).toBeGreaterThan(innerHeight);
  });

  it('do not come while their end is far below', async () => {
    const { source, requests } = sourceOf(makeEvents(200));
    const list = await showLoaded(source, { limit: 100 });
    await settled(list);
    expect(requests).toHaveLength(1);
    await scrollDown(list);
    expect(requests).toHaveLength(2);
  });

  it.each([
    [1, 1],
    [2, 2],
    [5, 5],
  ])('are as many as auto-pages="%i" says', async (autoPages, wanted) => {
    const { source, requests } = many();
    const list = await fixture<FeedList>(
      html`<feed-list auto-pages=${autoPages} .source=${source}></feed-list>`,
    );
    await settled(list);
    await scrollDown(list);
    expect(requests).toHaveLength(wanted);
    await expect.element(button(list, 'Load more')).toBeVisible();
  });

  it('come one at a time, however often the end is seen', async () => {
    const { source, requests, request } = heldSource();
    const list = await showList(source);
    request(1).resolve(makePage(makeEvents(1), '1'));
    await until(() => requests.length === 2);
    for (let turn = 0; turn < 5; turn++) {
      scrollTo(0, turn % 2 ? 0 : 1e6);
      list.requestUpdate();
      await list.updateComplete;
      await new Promise(requestAnimationFrame);
    }
    void list.loadMore();
    void list.loadMore();
    await new Promise(requestAnimationFrame);
    expect(requests).toHaveLength(2);
  });

  it('are as long as limit says', async () => {
    const { source, requests } = many();
    const list = await fixture<FeedList>(html`<feed-list limit="7" .source=${source}></feed-list>`);
    await settled(list);
    expect(requests[0]?.limit).toBe(7);
  });
});

describe('"Load more"', () => {
  const exhausted = async () => {
    const { source, requests } = many();
    const list = await showLoaded(source);
    await scrollDown(list);
    expect(requests).toHaveLength(3);
    return { list, requests };
  };

  it('loads one page, and no other without a scroll by hand', async () => {
    const { list, requests } = await exhausted();
    await userEvent.click(button(list, 'Load more'));
    await until(() => cardsOf(list).length === 40);
    await scrollDown(list);
    expect(requests).toHaveLength(4);
    await expect.element(button(list, 'Load more')).toBeVisible();
  });

  it('lets pages come by themselves again, one for each scroll by hand', async () => {
    const { list, requests } = await exhausted();
    await userEvent.click(button(list, 'Load more'));
    await until(() => cardsOf(list).length === 40);
    for (const wanted of [5, 6, 7]) {
      await userEvent.wheel(list, { delta: { y: 20_000 } });
      await until(() => requests.length >= wanted);
      await settled(list);
      await settled(list);
      expect(requests).toHaveLength(wanted);
    }
    expect(idsOf(list)).toEqual(ids(70));
  });

  it('is not needed before a wheel that comes without it: it is still the reader who asks first', async () => {
    const { list, requests } = await exhausted();
    await userEvent.wheel(list, { delta: { y: 20_000 } });
    await settled(list);
    expect(requests).toHaveLength(3);
  });

  it('works for the keyboard, more than once, and keeps the focus in the feed', async () => {
    const { list, requests } = await exhausted();
    for (const wanted of [4, 5]) {
      await expect.element(button(list, 'Load more')).toBeVisible();
      (button(list, 'Load more').element() as HTMLElement).focus();
      await userEvent.keyboard('{Enter}');
      await until(() => cardsOf(list).length === wanted * 10);
      await settled(list);
      expect(requests).toHaveLength(wanted);
      // The button is gone while the page loads; the focus must not be gone with it.
      expect(focused()).not.toBe(document.body);
    }
  });

  it('is there when three answers in a row brought nothing new', async () => {
    let number = 0;
    const source: FeedSource = {
      name: 'fake',
      page: () => Promise.resolve(makePage(number === 0 ? makeEvents(2) : [], String(++number))),
    };
    const list = await showLoaded(source);
    await settled(list);
    expect(number).toBe(4);
    await expect.element(button(list, 'Load more')).toBeVisible();
    expect(cardsOf(list)).toHaveLength(2);
  });

  it('is no more after the last page', async () => {
    const { source } = sourceOf(makeEvents(12));
    const list = await showLoaded(source, { autoPages: 1 });
    await userEvent.click(button(list, 'Load more'));
    await until(() => cardsOf(list).length === 12);
    await settled(list);
    expect(button(list, 'Load more').query()).toBeNull();
  });
});

describe('"Try again"', () => {
  it('keeps the focus in the feed when it is pressed by key', async () => {
    const { source, requests, request } = heldSource();
    const list = await showList(source);
    request(1).reject(new NetworkError('x'));
    await settled(list);
    (button(list, 'Try again').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await until(() => requests.length === 2);
    request(2).resolve(makePage(makeEvents(1)));
    await settled(list);
    expect(focused()).not.toBe(document.body);
  });
});

describe('wherever the list stands', () => {
  it('pages come in a scroll container as they do in the page', async () => {
    const { source, requests } = many();
    const { box, list } = await showIn('block-size: 400px; overflow: auto', source, { autoPages: 4 });
    await scrollDown(list, box);
    expect(requests).toHaveLength(4);
    await expect.element(button(list, 'Load more')).toBeVisible();
    expect(document.documentElement.scrollTop).toBe(0);
  });

  it('pages come in a scroll container before its end is seen', async () => {
    const { source, requests } = many();
    const { box } = await showIn('block-size: 400px; overflow: auto', source, { limit: 3 });
    await until(() => requests.length > 1);
    expect(box.scrollTop).toBe(0);
  });

  it('only the first page comes while it is not displayed, and the others when it is', async () => {
    const { source, requests } = many();
    const { box, list } = await showIn('display: none', source);
    await settled(list);
    expect(requests).toHaveLength(1);
    box.style.display = 'block';
    await until(() => requests.length > 1);
  });

  it.each([
    ['a box without height', 'block-size: 0; overflow: hidden'],
    ['a box that is off the screen', 'position: fixed; inset: -9000px auto auto 0; inline-size: 300px'],
    ['a transparent box', 'opacity: 0; pointer-events: none'],
  ])('at most three pages come in %s', async (_, style) => {
    const { source, requests } = many();
    const { list } = await showIn(style, source);
    await scrollDown(list);
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  it('at most three pages come in a <details> that is closed, and the first is there when it opens', async () => {
    const { source, requests } = many();
    const box = await fixture<HTMLDetailsElement>(
      html`<details>
        <summary>News</summary>
        <feed-list></feed-list>
      </details>`,
    );
    const list = one<FeedList>(box, 'feed-list');
    list.source = source;
    await settled(list);
    expect(requests.length).toBeLessThanOrEqual(3);
    box.open = true;
    await settled(list);
    expect(cardsOf(list)[0]?.checkVisibility()).toBe(true);
  });

  it('pages go on after it was moved', async () => {
    const { source, requests } = many();
    const { box, list } = await showIn('', source, { limit: 20 });
    expect(requests).toHaveLength(1);
    const other = document.createElement('section');
    box.append(other);
    other.append(list);
    await scrollDown(list);
    expect(requests).toHaveLength(3);
  });
});

describe('what is shown', () => {
  it('is every event once and in order, also when the source repeats itself', async () => {
    const events = makeEvents(30);
    let asked = 0;
    const source: FeedSource = {
      name: 'fake',
      page: () => {
        const start = asked++ * 8;
        return Promise.resolve(
          makePage(events.slice(start, start + 10), start < 20 ? String(start) : undefined),
        );
      },
    };
    const list = await showLoaded(source, { autoPages: 9 });
    await scrollDown(list);
    expect(idsOf(list)).toEqual(ids(30));
    expect(list.events.map(({ id }) => id)).toEqual(ids(30));
  });

  it('keeps each card where it is when a page is added below', async () => {
    const list = await showLoaded(many().source, { autoPages: 1 });
    const before = cardsOf(list);
    await list.loadMore();
    await settled(list);
    expect(cardsOf(list).slice(0, 10)).toEqual(before);
  });

  it('counts its places from 1, and says how many there are once that is known', async () => {
    const list = await showLoaded(sourceOf(makeEvents(15)).source, { autoPages: 1 });
    const places = () => cardsOf(list).map((card) => `${card.ariaPosInSet} of ${card.ariaSetSize}`);
    expect(places()).toEqual(ids(10).map((_, index) => `${index + 1} of -1`));
    await list.loadMore();
    await settled(list);
    expect(places()).toEqual(ids(15).map((_, index) => `${index + 1} of 15`));
  });

  it('is drawn by a template of the page where there is one', async () => {
    const template = (event: FeedEvent) =>
      html`<p class="mine">${event.title} by ${event.authors[0]?.name}</p>`;
    const list = await showLoaded(sourceOf(makeEvents(2)).source, { template });
    expect(cardsOf(list).map((card) => textOf(one(card, '.mine')))).toEqual([
      'Title e1 by Ann Lee',
      'Title e2 by Ann Lee',
    ]);
  });
});
