import { attempt } from '../http/attempt.js';
import type { FeedEvent } from '../model/event.js';

/** What the source confirmed, by the event that is shown in its place. */
const confirmedEvents = new WeakMap<FeedEvent, FeedEvent>();

/** A shown event as the source last confirmed it, without what it was not told yet. */
export const confirmedOf = (shown: FeedEvent): FeedEvent => confirmedEvents.get(shown) ?? shown;

/** Remembers that an event is shown in place of the confirmed one, and returns it. */
export function showFor(confirmed: FeedEvent, shown: FeedEvent): FeedEvent {
  // A source may give the same object once more.
  if (shown === confirmed) confirmedEvents.delete(confirmed);
  else confirmedEvents.set(shown, confirmed);
  return shown;
}

/** What to show now in place of an event: the same object where it looks the same, so that no card is drawn anew. */
export function renewed(shown: FeedEvent, fresh: FeedEvent): FeedEvent {
  const [before, after] = [shown, fresh].map((event) => attempt(() => JSON.stringify(event)));
  return before !== undefined && before === after ? showFor(confirmedOf(fresh), shown) : fresh;
}
