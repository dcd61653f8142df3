import type { FeedError } from '../http/errors.js';
import { walkPages } from './walk-pages.js';
import type { FeedChange } from './change-channel.js';
import type { FeedStore } from './feed-store.js';
import { PageBook } from './page-book.js';
import type { FeedStatus, LoadedPage } from './feed-state.js';

/** `more`: the next page; `refresh`: the first page anew. */
type FeedTask = 'more' | 'refresh';

interface FeedState {
  readonly status: FeedStatus;
  /** Only when `ready`. */
  readonly stalled?: boolean;
  /** Only in an `error`. */
  readonly error?: FeedError;
}

/** Loads the first page, the next one, or the first one anew: one at a time. */
export class PageLoads {
  state: FeedState = { status: 'idle' };
  readonly #store: FeedStore;
  /** What runs, or ran last. */
  #task: FeedTask = 'more';
  /** Its signal is also the generation of the load: whatever comes after the abort is dropped. */
  #controller = new AbortController();
  /** The end of the load that runs. */
  #running: Promise<void> | undefined;

  constructor(store: FeedStore) {
    this.#store = store;
  }

  /** When the load that runs has ended. */
  get running(): Promise<void> {
    return this.#running ?? Promise.resolve();
  }

  get isRefreshing(): boolean {
    return !!this.#running && this.#task === 'refresh';
  }

  start(task: FeedTask, urgent = false): Promise<void> {
    if (this.#running && (task === 'more' || task === this.#task)) return this.#running;
    if (task === 'more' && !this.#store.book.next) return Promise.resolve();
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#task = task;
    const running = this.#load(task, urgent, this.#controller.signal);
    this.#running = running;
    if (this.state.status !== 'loading') this.#setState({ status: 'loading' });
    return running;
  }

  retry(): Promise<void> {
    return this.start(this.state.error ? this.#task : 'more', true);
  }

  stop(): void {
    if (!this.#running) return;
    const { pages, next } = this.#store.book;
    this.#controller.abort();
    this.#end({ status: pages.length > 0 || !next ? 'ready' : 'idle' });
  }

  async #load(task: FeedTask, urgent: boolean, signal: AbortSignal): Promise<void> {
    // Not before #running is set: a source that calls back into the feed joins its own load.
    await Promise.resolve();
    const store = this.#store;
    const old = store.book;
    const book = task === 'refresh' ? new PageBook() : old;
    const changes: FeedChange[] = [];
    let page: LoadedPage | undefined;
    const after = book.pages.at(-1)?.events.at(-1)?.id;
    const error = await walkPages(
      store,
      { ...book.next, after, limit: store.limit, signal, urgent },
      (received) => {
        page = book.add(store.receive(received, received.asked, changes));
        return page ? undefined : book.next;
      },
      undefined,
      book,
    );
    if (signal.aborted) return;
    if (error) {
      changes.push({ type: 'error', error, doing: 'load' });
      this.#end({ status: 'error', error }, changes);
      return;
    }
    if (task === 'refresh') {
      store.stop();
      store.book = book;
      changes.push({ type: 'reset' });
      if (old.newerCount > 0) changes.push({ type: 'newer' });
    } else if (page) changes.push({ type: 'page', page });
    this.#end({ status: 'ready', stalled: !page && !!book.next }, changes);
  }

  #end(state: FeedState, changes?: readonly FeedChange[]): void {
    this.#running = undefined;
    this.#setState(state, changes);
  }

  /** Everything is in its new state before the first listener is told. */
  #setState(state: FeedState, changes: readonly FeedChange[] = []): void {
    this.state = state;
    this.#store.channel.emit(...changes, { type: 'state' });
  }
}
