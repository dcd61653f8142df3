import { FeedError } from '../http/errors.js';
import { askPage } from './ask-source.js';
import type { FeedChange } from './change-channel.js';
import type { FeedStore } from './feed-store.js';

/** Looks for events that came on top, one look at a time, and shows them when the reader asks for it. */
export class NewerEvents {
  readonly #store: FeedStore;
  /** The look that runs. */
  #running: Promise<void> | undefined;

  constructor(store: FeedStore) {
    this.#store = store;
  }

  /** When the look that runs has ended. */
  get running(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  /** `hasChanged`: the source says that something in the feed has. */
  check(hasChanged = false): Promise<void> {
    // The first page is newer itself.
    if (this.#store.book.isNew) return Promise.resolve();
    this.#running ??= this.#look(hasChanged).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  show(): void {
    const pages = this.#store.book.showNewer();
    if (pages.length === 0) return;
    this.#store.channel.emit(...pages.map((page) => ({ type: 'page', page }) as const), { type: 'newer' });
  }

  async #look(hasChanged: boolean, fromFirstPage = false): Promise<void> {
    const { source, limit, book, intents, channel, read, seen, signal } = this.#store;
    // Not before #running is set: a source that calls back joins its own look.
    await Promise.resolve();
    const newest = fromFirstPage ? undefined : book.newest;
    const isFirstPage = !source.newer || newest === undefined;
    const asked = intents.checkpoint();
    const answer = await askPage(
      (ending) =>
        source.newer && newest !== undefined
          ? source.newer({ newest, limit, signal: ending })
          : source.page({ limit, signal: ending }),
      signal,
    );
    if (signal.aborted) return;
    if (answer instanceof FeedError) {
      channel.emit({ type: 'error', error: answer, doing: 'newer' });
      return;
    }
    const differs = (told: number | undefined, known = 0, flag: 'read' | 'seen') =>
      told !== undefined && told !== known + answer.events.filter((event) => event[flag] === false).length;
    // Something has changed in what is shown: it was deleted, or read elsewhere.
    const isStale =
      !isFirstPage &&
      ((hasChanged && answer.events.length === 0) ||
        differs(answer.unread, read.count, 'read') ||
        differs(answer.unseen, seen.count, 'seen'));
    const { pages, newerCount, newerIsMore } = book;
    const changes: FeedChange[] = [];
    book.addNewer(this.#store.receive(answer, asked, changes), isFirstPage, (event) => intents.holds(event));
    const isNewer = newerCount !== book.newerCount || newerIsMore !== book.newerIsMore;
    channel.emit(
      // The same page has the same faults at every look.
      ...changes.filter(({ type }) => isNewer || type !== 'warnings'),
      ...(pages === book.pages ? [] : [{ type: 'events' } as const]),
      ...(isNewer ? [{ type: 'newer' } as const] : []),
    );
    if (isStale) await this.#look(false, true);
  }
}
