import type { EventCard } from '../event-card/event-card.js';
import { bringTo } from './scroller.js';

/**
 * Notes where the cards stand whose end is below a line. Gives what leads among other cards to the first of these events
 * that is still there, at its place; or else to the first card: the browser would leave the reader at the end.
 */
export function noteRead(cards: readonly EventCard[], line: number): (cards: readonly EventCard[]) => void {
  const tops = new Map<string | undefined, number>();
  for (const card of cards) {
    const { top, bottom } = card.getBoundingClientRect();
    if (bottom > line) tops.set(card.event?.id, top);
  }
  return (others) => {
    const card = others.find(({ event }) => tops.has(event?.id)) ?? others[0];
    if (card)
      bringTo(card, tops.get(card.event?.id) ?? line + parseFloat(getComputedStyle(card).scrollMarginTop));
  };
}
