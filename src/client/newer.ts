import { FeedError } from '../http/errors.js';
import { askPage } from './ask-source.js';
import type { FeedChange } from './change-channel.js';
import type { FeedStore } from './feed-store.js';

/** Looks for events that came on top, one look at a time, and shows them when the reader wishes it. */
export class Newer {
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
    this.#store.channel.tell(...pages.map((page) => ({ type: 'page', page }) as const), { type: 'newer' });
  }

  /** `again`: from the first page. */
  async #look(hasChanged: boolean, again = false): Promise<void> {
    const { source, limit, book, intents, channel, read, seen, signal } = this.#store;
    // Not before #running is set: a source that calls back joins its own look.
    await Promise.resolve();
    const newest = again ? undefined : book.newest;
    const isPage = !source.newer || newest === undefined;
    const asked = intents.ask();
    const answer = await askPage(
      (ending) =>
        source.newer && newest !== undefined
          ? source.newer({ newest, limit, signal: ending })
          : source.page({ limit, signal: ending }),
      signal,
    );
    if (signal.aborted) return;
    if (answer instanceof FeedError) {
      channel.tell({ type: 'error', error: answer, doing: 'newer' });
      return;
    }
    const isOther = (told: number | undefined, known = 0, flag: 'read' | 'seen') =>
      told !== undefined && told !== known + answer.events.filter((event) => event[flag] === false).length;
    // Then something has changed in what is shown: it was deleted, or read elsewhere.
    const isOld =
      !isPage &&
      ((hasChanged && answer.events.length === 0) ||
        isOther(answer.unread, read.count, 'read') ||
        isOther(answer.unseen, seen.count, 'seen'));
    const { pages, newerCount, newerIsMore } = book;
    const changes: FeedChange[] = [];
    book.addNewer(this.#store.receive(answer, asked, changes), isPage, (event) => intents.holds(event));
    const isNewer = newerCount !== book.newerCount || newerIsMore !== book.newerIsMore;
    channel.tell(
      // The same page has the same faults at every look.
      ...changes.filter(({ type }) => isNewer || type !== 'warnings'),
      ...(pages === book.pages ? [] : [{ type: 'events' } as const]),
      ...(isNewer ? [{ type: 'newer' } as const] : []),
    );
    if (isOld) await this.#look(false, true);
  }
}
