import type { FeedChange } from './change-channel.js';
import type { FeedStore } from './feed-store.js';
import { walkPages } from './walk-pages.js';

/** Loads what may be missing below a page: one page of it, and the gap is then below that, or gone. */
export async function fillGap(store: FeedStore, place: number): Promise<void> {
  const { limit, book, channel, signal } = store;
  const entry = book.entryAt(place);
  if (!entry?.gap || entry.page.gap === 'loading') return;
  // False once all events of the page were deleted.
  const isThere = () => book.pages.includes(entry.page);
  const changes: FeedChange[] = [];
  book.setGap(entry, entry.gap, 'loading');
  channel.emit({ type: 'events' });
  let last = entry;
  const request = { ...entry.gap, after: entry.page.events.at(-1)?.id, limit, signal };
  const error = await walkPages(
    store,
    request,
    (received) => {
      if (!isThere()) return undefined;
      last = book.addBetween(entry, store.receive(received, received.asked, changes));
      return last === entry ? entry.gap : undefined;
    },
    entry,
  );
  if (!isThere()) return;
  const added = book.pages.slice(book.pages.indexOf(entry.page) + 1, book.pages.indexOf(last.page) + 1);
  const [first] = added;
  if (first) {
    const events = added.flatMap((page) => page.events);
    changes.push({ type: 'page', page: { ...first, events, count: events.length } });
  } else if (signal.aborted) book.setGap(entry, entry.gap);
  else if (error) {
    book.setGap(entry, entry.gap, 'failed');
    changes.push({ type: 'error', error, doing: 'gap' });
  }
  channel.emit(...changes, { type: 'events' });
}
