import type { FeedEvent } from '../model/event.js';

/** What an answer that begins with the newest event says about events that are known, both in the feed's order. */
export interface TopComparison {
  /** So many events of the answer stand above all that is known. */
  readonly above: number;
  /** Known events that the answer would hold if they were still there. */
  readonly gone: readonly FeedEvent[];
}

/** Nothing is `gone` where the answer has another order than what is known: something may have moved instead. */
export function compareTop(known: readonly FeedEvent[], answer: readonly FeedEvent[]): TopComparison {
  const places = new Map(known.map(({ id }, place) => [id, place]));
  const inBoth = answer.flatMap(({ id }) => places.get(id) ?? []);
  const isOrdered = inBoth.every((place, at) => at === 0 || place > (inBoth[at - 1] ?? 0));
  const top = known[Math.min(...inBoth)]?.id;
  const above = answer.findIndex(({ id }) => id === top);
  const ids = new Set(answer.map(({ id }) => id));
  return {
    above: above < 0 ? answer.length : above,
    gone: isOrdered ? known.slice(0, inBoth.at(-1) ?? 0).filter(({ id }) => !ids.has(id)) : [],
  };
}
