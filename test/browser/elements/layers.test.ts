import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { makeEvent, makeEvents, makeImages, sourceOf } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { all, cardsOf, part, settled, showCard, showLoaded } from './support.js';

// What a browser skips while it is far away is a layer of its own, and it holds what is placed in it. Firefox and
// Safari do not skip cards: here no engine does.
const style = document.createElement('style');
style.textContent = 'feed-list::part(card) { content-visibility: visible }';
beforeEach(async () => {
  document.head.append(style);
  await page.viewport(800, 600);
});
afterEach(() => style.remove());

/** Where the dot of a card is, from the card's own corner. */
function dotOf(card: Element): number[] {
  const [dot, box] = [part(card, 'unread'), card].map((element) => element.getBoundingClientRect());
  return [(dot?.x ?? NaN) - (box?.x ?? NaN), (dot?.y ?? NaN) - (box?.y ?? NaN)];
}

describe('the dot of an unread event', () => {
  it('is in the corner of its own card', async () => {
    const events = makeEvents(3).map((event) => ({ ...event, read: false }));
    const list = await showLoaded(sourceOf(events).source);
    const dots = cardsOf(list).map(dotOf);
    expect(dots).toHaveLength(3);
    for (const [x, y] of dots) {
      expect(x).toBeCloseTo(5, 0);
      expect(y).toBeCloseTo(33, 0);
    }
  });

  it('is there too where a card stands alone', async () => {
    const card = await showCard(makeEvent('a', { read: false }));
    const [x, y] = dotOf(card);
    expect(x).toBeCloseTo(5, 0);
    expect(y).toBeCloseTo(33, 0);
  });
});

it('nothing in a card lies above the button for newer events', async () => {
  const { source, insert } = livingSource(12, {}, (id) => makeEvent(id, { attachments: makeImages(5) }));
  const list = await showLoaded(source, { poll: 0 });
  list.style.inlineSize = '330px';
  insert('new');
  await list.checkNewer();
  await settled(list);
  const rest = all(list, '.rest')[1];
  if (!rest) throw new Error('No set has more pictures than are shown.');
  scrollBy(0, rest.getBoundingClientRect().top - part(list, 'newer').getBoundingClientRect().top);
  await settled(list);
  const [pill, below] = [part(list, 'newer'), rest].map((element) => element.getBoundingClientRect());
  if (!pill || !below) throw new Error('unreachable');
  const x = Math.max(pill.left, below.left) + 4;
  const y = Math.max(pill.top, below.top) + 4;
  expect(x).toBeLessThan(Math.min(pill.right, below.right));
  expect(y).toBeLessThan(Math.min(pill.bottom, below.bottom));
  expect(list.shadowRoot?.elementFromPoint(x, y)?.closest('[part~="newer"]')).not.toBeNull();
});
