import type { EventCard } from '../event-card/event-card.js';
import { bringTo, scrollerOf, visibleTop } from './scroller.js';

/**
 * Notes what a reader sees of a feed that begins above. Gives what leads among other cards to the first of these events
 * that is still there, at its place; or else to the first card: the browser would leave the reader at the end. A reader
 * who is past all cards stays with what comes after the feed.
 */
export function noteRead(
  feed: Element,
  cards: readonly EventCard[],
): ((cards: readonly EventCard[]) => void) | undefined {
  const line = visibleTop(scrollerOf(feed));
  if (feed.getBoundingClientRect().top >= line) return undefined;
  const after = feed.nextElementSibling ?? feed;
  const end = after.getBoundingClientRect().top;
  const tops = new Map<string | undefined, number>();
  for (const card of cards) {
    const { top, bottom } = card.getBoundingClientRect();
    if (bottom > line) tops.set(card.event?.id, top);
  }
  return (others) => {
    const card = others.find(({ event }) => tops.has(event?.id)) ?? others[0];
    if (tops.size === 0) bringTo(after, end);
    else if (card)
      bringTo(card, tops.get(card.event?.id) ?? line + parseFloat(getComputedStyle(card).scrollMarginTop));
  };
}
