import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { makeComments, makeEvent, makeThread } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { all, cardsOf, focused, one, part, settled, showLoaded, until } from './support.js';

// WCAG 2.4.11: what has the focus is not entirely covered by what sticks to an edge of the window.

const thread = makeThread({ comments: makeComments(5), likeCount: 3 });

async function show() {
  const never = () => new Promise<never>(() => undefined);
  const living = livingSource(6, { like: never, unlike: never, comment: never }, (id) =>
    makeEvent(id, { thread, text: 'Something long. '.repeat(60) }),
  );
  const list = await showLoaded(living.source, { poll: 0 });
  return { ...living, list };
}

const boxOf = (element: Element) => element.getBoundingClientRect();

/** Where the focus is next; before, that lies so far from the upper or, if negative, from the lower edge. */
async function reach(list: FeedList, stop: HTMLElement, inset: number, back = false): Promise<void> {
  const stops = all(cardsOf(list)[2] ?? list, 'a, button, textarea').filter((some) => some.checkVisibility());
  const before = stops[stops.indexOf(stop) + (back ? 1 : -1)];
  before?.focus();
  const { top, bottom } = boxOf(stop);
  scrollBy({ top: inset < 0 ? bottom - innerHeight - inset : top - inset, behavior: 'instant' });
  await settled(list);
  await userEvent.tab({ shift: back });
  expect(focused()).toBe(stop);
  await settled(list);
}

const stopsOf = (list: FeedList) => {
  const card = cardsOf(list)[2] ?? list;
  return [part(card, 'like'), one(card, '.text .text-button'), one(card, 'textarea')];
};

beforeEach(() => page.viewport(320, 600));

describe('what a Tab leads to is seen', () => {
  it('above a notice', async () => {
    const { list } = await show();
    list.handleLost();
    await settled(list);
    for (const stop of stopsOf(list)) {
      await reach(list, stop, -14);
      expect(boxOf(stop).top).toBeLessThan(boxOf(part(list, 'notice')).top);
    }
  });

  it('below the button for newer events', async () => {
    const { list, insert } = await show();
    insert('new');
    await list.checkNewer();
    await until(() => all(list, '[part="newer"]').length);
    for (const stop of stopsOf(list).slice(0, 2)) {
      await reach(list, stop, 3, true);
      expect(boxOf(stop).bottom).toBeGreaterThan(boxOf(part(list, 'newer')).bottom);
    }
  });

  it('below a header of the page that sticks', async () => {
    const { list } = await show();
    list.style.setProperty('--feed-sticky-top', '80px');
    for (const stop of stopsOf(list).slice(0, 2)) {
      await reach(list, stop, 10, true);
      expect(boxOf(stop).top).toBeGreaterThanOrEqual(80);
    }
  });
});
