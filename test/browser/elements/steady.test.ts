import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { cdp, page, server, userEvent } from 'vitest/browser';
import type { FeedEvent } from '../../../src/model/event.js';
import {
  heldSource,
  makeAuthors,
  makeComments,
  makeEvent,
  makeEvents,
  makeActionLinks,
  makePage,
  makeThread,
} from '../../helpers/feed-fixtures.js';
import { all, button, part, settled, showCard, showList, until } from './support.js';

beforeEach(() => page.viewport(700, 800));

/** How far what was seen has moved without the reader's doing, as browsers count it for the owner of a page. */
function layoutShift(): () => number {
  let sum = 0;
  const count = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries) sum += 'value' in entry ? Number(entry.value) : 0;
  };
  const observer = new PerformanceObserver((list) => {
    count(list.getEntries());
  });
  observer.observe({ type: 'layout-shift' });
  onTestFinished(() => {
    observer.disconnect();
  });
  return () => {
    count(observer.takeRecords());
    return sum;
  };
}

// Only Chromium counts it.
describe.runIf(server.browser === 'chromium')('in place of the grey cards', () => {
  const ends = {
    'the end': makePage(makeEvents(8)),
    'a button for more': makePage(makeEvents(8), '8'),
  };
  it.each(Object.entries(ends))('come the real ones and, far below, %s: nothing moves', async (_, answer) => {
    const shift = layoutShift();
    const { source, request } = heldSource();
    const list = await showList(source, { autoPages: 1 });
    part(list, 'skeleton').getAnimations()[0]?.finish();
    await settledFrames();
    request(1).resolve(answer);
    await settled(list);
    await settledFrames();
    expect(shift()).toBeLessThan(0.01);
  });
});

async function settledFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}

it('"Mark all as read" comes without moving the cards', async () => {
  const { source, request } = heldSource();
  const list = await showList({ ...source, markRead: () => Promise.resolve() });
  const before = part(list, 'skeleton').getBoundingClientRect().top;
  request(1).resolve(makePage([makeEvent('a', { read: false })]));
  await settled(list);
  await expect.element(button(list, 'Mark all as read')).toBeVisible();
  expect(part(list, 'card').getBoundingClientRect().top).toBeCloseTo(before, 0);
});

describe('what was longer than the screen, once it is closed', () => {
  const long: Record<string, [string, Partial<FeedEvent>]> = {
    'a text': ['Show more', { text: 'So many words in one line.\n'.repeat(90) }],
    'a talk': [
      'Show all 60 comments',
      { thread: makeThread({ comments: makeComments(60), commentCount: 60 }) },
    ],
  };
  it.each(Object.entries(long))(
    'leaves the reader at the end of what is left of %s',
    async (_, [name, event]) => {
      const card = await showCard(makeEvent('a', event));
      const below = document.createElement('div');
      below.style.blockSize = '5000px';
      card.after(below);
      await userEvent.click(button(card, name));
      await userEvent.click(button(card, 'Show less'));
      await until(() => button(card, name).query());
      await until(() => {
        const { top, bottom } = button(card, name).element().getBoundingClientRect();
        return top > -1 && bottom < innerHeight + 1;
      });
    },
  );
});

// Only Chromium can be told to have a coarse pointer.
describe.runIf(server.browser === 'chromium')('for a finger', () => {
  beforeEach(async () => {
    await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await until(() => matchMedia('(pointer: coarse)').matches);
  });
  afterEach(() => cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }));

  const smallest = (root: Element) =>
    Math.min(...all(root, 'button:not(.faces, .others), a.action').map(({ offsetHeight }) => offsetHeight));

  it('every button of a list and its cards is 44 px high', async () => {
    const { source, request } = heldSource();
    const list = await showList({
      ...source,
      markRead: () => Promise.resolve(),
      like: () => Promise.reject(new Error('No.')),
      unlike: () => Promise.resolve(),
    });
    const thread = makeThread({
      likes: makeAuthors(2),
      likeCount: 2,
      comments: makeComments(9),
      commentCount: 9,
    });
    request(1).resolve(
      makePage([
        makeEvent('a', { read: false, thread, text: 'Words. '.repeat(90), actionLinks: makeActionLinks() }),
      ]),
    );
    await settled(list);
    await userEvent.click(button(list, /^Like/));
    await expect.element(button(list, 'Hide')).toBeVisible();
    expect(smallest(list)).toBeGreaterThanOrEqual(44);
  });

  it('the lines of a text are evenly apart, also that with "Show more" in it', async () => {
    const card = await showCard(makeEvent('a', { text: 'Line\n'.repeat(20) }));
    const text = part(card, 'text');
    expect(text.offsetHeight).toBeCloseTo(8 * parseFloat(getComputedStyle(text).lineHeight), -0.5);
  });
});
