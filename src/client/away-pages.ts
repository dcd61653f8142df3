import { FeedError } from '../http/errors.js';
import type { FeedEvent } from '../model/event.js';
import { askOn } from './ask-on.js';
import type { FeedStore } from './feed-store.js';
import type { Leaf, PageStart } from './page-book.js';
import { MAX_VAIN_ANSWERS } from './page-loads.js';

/** Asks anew for the events of pages that were let go. */
export class AwayPages {
  readonly #store: FeedStore;
  readonly #coming = new Set<Leaf>();

  constructor(store: FeedStore) {
    this.#store = store;
  }

  async bringBack(place: number): Promise<void> {
    const leaf = this.#store.book.leafAt(place);
    if (!leaf?.start || leaf.page.events.length === leaf.page.count || this.#coming.has(leaf)) return;
    this.#coming.add(leaf);
    await this.#ask(leaf, leaf.start);
    this.#coming.delete(leaf);
  }

  async #ask(leaf: Leaf, start: PageStart): Promise<void> {
    const { source, limit, book, intents, aside, channel } = this.#store;
    const { signal } = aside;
    const asked = intents.ask();
    const found = new Map<string, FeedEvent>();
    let next: PageStart | undefined = start;
    // Where places are numbers, newer events have moved a part of the page on.
    for (let answers = 0; answers < MAX_VAIN_ANSWERS && next && found.size < leaf.page.count; answers++) {
      const reading = await askOn(source, book, { ...next, limit, signal }, leaf);
      if (reading instanceof FeedError || signal.aborted || book !== this.#store.book) return;
      const { events, skip } = reading.answer;
      for (const event of events) if (book.isIn(leaf, event.id)) found.set(event.id, event);
      next = skip ? { skip } : undefined;
    }
    book.bringBack(leaf, intents.receive([...found.values()], asked));
    channel.tell({ type: 'state' });
  }
}
