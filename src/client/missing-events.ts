import type { FeedEvent } from '../model/event.js';
import { askOn } from './ask-on.js';
import type { FeedChange } from './change-channel.js';
import type { FeedStore } from './feed-store.js';

/** Loads what may be missing below a page: one page of it, and the gap is then below that, or gone. */
export async function fillGap(store: FeedStore, place: number): Promise<void> {
  const { limit, book, channel, signal } = store;
  const leaf = book.leafAt(place);
  if (!leaf?.gap || leaf.page.gap === 'loading') return;
  // Not where all events of the page were deleted meanwhile.
  const isThere = () => book.pages.includes(leaf.page);
  const changes: FeedChange[] = [];
  book.setGap(leaf, leaf.gap, 'loading');
  channel.tell({ type: 'events' });
  let last = leaf;
  const request = { ...leaf.gap, after: leaf.page.events.at(-1)?.id, limit, signal };
  const error = await askOn(
    store,
    request,
    (reading) => {
      if (!isThere()) return undefined;
      last = book.addBetween(leaf, store.receive(reading, reading.asked, changes));
      return last === leaf ? leaf.gap : undefined;
    },
    leaf,
  );
  if (!isThere()) return;
  const came = book.pages.slice(book.pages.indexOf(leaf.page) + 1, book.pages.indexOf(last.page) + 1);
  const [first] = came;
  if (first) {
    const events = came.flatMap((page) => page.events);
    changes.push({ type: 'page', page: { ...first, events, count: events.length } });
  } else if (signal.aborted) book.setGap(leaf, leaf.gap);
  else if (error) {
    book.setGap(leaf, leaf.gap, 'failed');
    changes.push({ type: 'error', error, doing: 'gap' });
  }
  channel.tell(...changes, { type: 'events' });
}

/** Asks anew for the events of a page that was let go, and of those that came in the same answer. */
export async function bringBack(store: FeedStore, place: number): Promise<void> {
  const { limit, book, intents, channel, signal } = store;
  const leaf = book.leafAt(place);
  if (!leaf?.start || leaf.isComing || leaf.page.events.length === leaf.page.count) return;
  const leaves = book.awayFrom(leaf.start);
  for (const some of leaves) some.isComing = true;
  const asked = intents.ask();
  const count = leaves.reduce((sum, { page }) => sum + page.count, 0);
  const found = new Map<string, FeedEvent>();
  const error = await askOn(
    store,
    { ...leaf.start, limit, signal },
    ({ events, skip }) => {
      for (const event of events)
        if (leaves.some((some) => book.isIn(some, event.id))) found.set(event.id, event);
      // Where places are numbers, newer events have moved a part of the page on.
      return skip && found.size < count ? { skip } : undefined;
    },
    leaf,
  );
  for (const some of leaves) some.isComing = false;
  if (error || signal.aborted) return;
  book.bringBack(leaves, intents.receive([...found.values()], asked));
  channel.tell({ type: 'state' });
}
