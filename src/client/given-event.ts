import { attempt } from '../http/attempt.js';
import type { FeedEvent } from '../model/event.js';

/** What the source confirmed, by the event that is shown in its place. */
const givens = new WeakMap<FeedEvent, FeedEvent>();

/** A shown event as the source last confirmed it, without what it was not told yet. */
export const givenOf = (shown: FeedEvent): FeedEvent => givens.get(shown) ?? shown;

/** Shows an event in place of what the source confirmed. */
export function showFor(given: FeedEvent, shown: FeedEvent): FeedEvent {
  // A source may give the same object once more.
  if (shown === given) givens.delete(given);
  else givens.set(shown, given);
  return shown;
}

/** What to show now in place of an event: the same object where it looks the same, so that no card is drawn anew. */
export function renewed(shown: FeedEvent, fresh: FeedEvent): FeedEvent {
  const [before, after] = [shown, fresh].map((event) => attempt(() => JSON.stringify(event)));
  return before !== undefined && before === after ? showFor(givenOf(fresh), shown) : fresh;
}
