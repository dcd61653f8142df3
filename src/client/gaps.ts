import { FeedError } from '../http/errors.js';
import { askOn } from './ask-on.js';
import type { FeedChange } from './change-channel.js';
import type { FeedStore } from './feed-store.js';
import { MAX_VAIN_ANSWERS } from './page-loads.js';

/** Loads what may be missing below a page: one page of it, and the gap is then below that, or gone. */
export async function fillGap(store: FeedStore, place: number): Promise<void> {
  const { source, limit, book, intents, channel, aside } = store;
  const { signal } = aside;
  const leaf = book.leafAt(place);
  if (!leaf?.gap || leaf.page.gap === 'loading') return;
  const changes: FeedChange[] = [];
  book.setGap(leaf, leaf.gap, 'loading');
  channel.tell({ type: 'events' });
  let last = leaf;
  for (let answers = 0; answers < MAX_VAIN_ANSWERS && last === leaf; answers++) {
    const asked = intents.ask();
    const after = leaf.page.events.at(-1)?.id;
    const reading = await askOn(source, book, { ...leaf.gap, after, limit, signal }, leaf);
    // Also where all events of the page were deleted meanwhile.
    if (book !== store.book || !book.pages.includes(leaf.page)) return;
    if (signal.aborted || reading instanceof FeedError) {
      book.setGap(leaf, leaf.gap, signal.aborted ? 'open' : 'failed');
      if (reading instanceof FeedError && !signal.aborted)
        changes.push({ type: 'error', error: reading, doing: 'gap' });
      break;
    }
    last = book.addBetween(
      leaf,
      store.receive(reading.answer, asked, changes),
      reading.start,
      reading.isAgain,
    );
    if (!last.gap) break;
  }
  if (last !== leaf) changes.push({ type: 'page', page: last.page });
  channel.tell(...changes, { type: 'events' });
}
