import type { FeedEvent } from '../model/event.js';
import type { FeedStore } from './feed-store.js';
import { walkPages } from './walk-pages.js';

/** Asks anew for the events of a page that was let go, and of the other pages that came in the same answer. */
export async function bringBack(store: FeedStore, place: number): Promise<void> {
  const { limit, book, intents, channel, signal } = store;
  const entry = book.entryAt(place);
  if (!entry?.start || entry.isReloading || entry.page.events.length === entry.page.count) return;
  const entries = book.awayFrom(entry.start);
  for (const one of entries) one.isReloading = true;
  const asked = intents.checkpoint();
  const count = entries.reduce((sum, { page }) => sum + page.count, 0);
  const found = new Map<string, FeedEvent>();
  const error = await walkPages(
    store,
    { ...entry.start, limit, signal },
    ({ events, skip }) => {
      for (const event of events)
        if (entries.some((one) => book.isIn(one, event.id))) found.set(event.id, event);
      // Where places are numbers, newer events have moved a part of the page on.
      return skip && found.size < count ? { skip } : undefined;
    },
    entry,
  );
  for (const one of entries) one.isReloading = false;
  if (error || signal.aborted) return;
  book.bringBack(entries, intents.receive([...found.values()], asked));
  channel.emit({ type: 'state' });
}
