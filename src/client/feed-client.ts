import { ConfigError, FeedError } from '../http/errors.js';
import type { Comment, FeedEvent, FeedInfo } from '../model/event.js';
import type { FeedSource } from '../sources/source.js';
import { askPage } from './ask-page.js';
import { ChangeChannel, type FeedChange, type FeedDeed, type FeedListener } from './change-channel.js';
import type { FeedState, FeedStatus, FeedTask } from './feed-state.js';
import { Marks, type MarkedFeed } from './marks.js';
import { PageBook, type LoadedPage } from './page-book.js';

export type { FeedChange, FeedDeed, FeedListener, FeedStatus, LoadedPage };

export interface FeedClientOptions {
  /** How many events to ask for at a time, 1 to 200; 10 by default. */
  readonly limit?: number;
}

/** So many answers in a row may bring nothing new before the reader has to ask. */
const MAX_VAIN_ANSWERS = 3;

/**
 * One feed: its pages, its state, one load at a time. Knows no DOM. None of its methods throws or rejects:
 * what goes wrong is {@link error}. Only the constructor throws, a `ConfigError` about `limit`.
 */
export class FeedClient {
  readonly #source: FeedSource;
  readonly #limit: number;
  readonly #channel = new ChangeChannel();
  #book = new PageBook();
  #state: FeedState = { status: 'idle' };
  /** What runs, or ran last. */
  #task: FeedTask = 'more';
  /** Its signal is also the generation of the load: whatever comes after the abort is dropped. */
  #controller = new AbortController();
  /** The end of the load that runs. */
  #running: Promise<void> | undefined;
  readonly #read: Marks;
  readonly #seen: Marks;
  #info: FeedInfo | undefined;
  /** Pages that are asked for anew, and what ends that. */
  readonly #coming = new Set<number>();
  #comingEnd = new AbortController();

  constructor(source: FeedSource, { limit = 10 }: FeedClientOptions = {}) {
    if (!Number.isInteger(limit) || limit < 1 || limit > 200) {
      throw new ConfigError('"limit" must be a whole number from 1 to 200.', { option: 'limit' });
    }
    this.#source = source;
    this.#limit = limit;
    const feed: MarkedFeed = {
      source,
      events: () => this.events,
      show: (events, error) => {
        this.#book.renew(events);
        this.#channel.tell(...(error ? [{ type: 'error', error, doing: 'mark' } as const] : []), {
          type: 'counts',
        });
      },
    };
    this.#read = new Marks(feed, 'read', 'markRead');
    this.#seen = new Marks(feed, 'seen', 'markSeen');
  }

  /** Newest first, no id twice. A page is the same object as long as nothing in it changes. */
  get pages(): readonly LoadedPage[] {
    return this.#book.pages;
  }

  /** How many events the {@link pages} hold. */
  get count(): number {
    return this.#book.count;
  }

  /** The events of all {@link pages}, but for those that are let go. */
  get events(): readonly FeedEvent[] {
    return this.pages.flatMap((page) => page.events);
  }

  get status(): FeedStatus {
    return this.#state.status;
  }

  /** Why the last load failed; there while the status is `error`. */
  get error(): FeedError | undefined {
    return this.#state.error;
  }

  /** False once the source has said that the feed ends. */
  get hasMore(): boolean {
    return this.#book.next !== undefined;
  }

  /**
   * Three answers in a row brought nothing new. There may be more, but only a reader's wish is a reason to
   * call {@link loadMore} again.
   */
  get stalled(): boolean {
    return this.#state.stalled ?? false;
  }

  /** How many events of the whole feed the reader has not opened; undefined while no answer has told it. */
  get unread(): number | undefined {
    return this.#read.count;
  }

  /** How many events of the whole feed the reader was not shown; undefined while no answer has told it. */
  get unseen(): number | undefined {
    return this.#seen.count;
  }

  /** About the feed itself; undefined while no answer has told it. */
  get info(): FeedInfo | undefined {
    return this.#info;
  }

  /** Whether the source can be told what the reader opened. */
  get marksRead(): boolean {
    return this.#read.possible;
  }

  /** Whether the source can be told what the reader was shown. */
  get marksSeen(): boolean {
    return this.#seen.possible;
  }

  /** Whether the source can be told what the reader likes. */
  get canLike(): boolean {
    return !!(this.#source.like && this.#source.unlike);
  }

  /** Whether the source takes comments. */
  get canComment(): boolean {
    return !!this.#source.comment;
  }

  /** How many events came on top and are not shown yet: see {@link showNewer}. */
  get newerCount(): number {
    return 0;
  }

  /** There may be more newer events than {@link newerCount}. */
  get newerIsMore(): boolean {
    return false;
  }

  /**
   * The reader likes an event, or a subevent of one: its thread says so at once, and then the source is told. Of what
   * follows while it is told only the last wish is sent. When it fails, the thread is as the source last confirmed it,
   * and an `error` change says why. Resolves when all is told.
   */
  async like(_event: FeedEvent): Promise<void> {
    await Promise.resolve();
  }

  /** The reader likes it no more: else like {@link like}. */
  async unlike(_event: FeedEvent): Promise<void> {
    await Promise.resolve();
  }

  /**
   * The reader comments on an event, or a subevent of one. The comment is in its thread at once with the state
   * `sending`; when it could not be sent it stays there as `failed`. It is never sent twice by itself.
   */
  async comment(_event: FeedEvent, _text: string): Promise<void> {
    await Promise.resolve();
  }

  /** Sends a comment that failed once more. */
  async sendAgain(_event: FeedEvent, _comment: Comment): Promise<void> {
    await Promise.resolve();
  }

  /** Takes a comment that failed out of its thread. */
  withdraw(_event: FeedEvent, _comment: Comment): void {
    return undefined;
  }

  /** Asks for what came on top. It waits in {@link newerCount}; events that are shown get their newest data. */
  async checkNewer(): Promise<void> {
    await Promise.resolve();
  }

  /** Shows what waits, as the first page. Where events may be missing below it, that page has a `gap`. */
  showNewer(): void {
    return undefined;
  }

  /** Loads what may be missing between a page, by its place in {@link pages}, and the next one. */
  async fillGap(_place: number): Promise<void> {
    await Promise.resolve();
  }

  /** Loads the first page or the next one. Joins a load that runs; does nothing at the end of the feed. */
  loadMore(): Promise<void> {
    return this.#start('more');
  }

  /** Does again what failed, as the reader's own wish: see `PageRequest.urgent`. Else like {@link loadMore}. */
  retry(): Promise<void> {
    return this.#start(this.error ? this.#task : 'more', true);
  }

  /**
   * Loads the first page anew, instead of a next page that is under way. What is shown stays until the answer
   * is there and is then replaced as a whole; when the load fails, it stays for good.
   */
  refresh(): Promise<void> {
    return this.#start('refresh');
  }

  /**
   * The reader opened these events; without any, all of the feed. They are `read` and {@link unread} falls at once;
   * then the source is told. When that fails, an `error` change says why and they are as before: the status stays.
   * What is not shown, is read already or knows no `read` is left out. Resolves when all is told.
   */
  markRead(events?: readonly FeedEvent[]): Promise<void> {
    return this.#read.mark(events);
  }

  /** The reader was shown these events; else like {@link markRead}, with `seen` and {@link unseen}. */
  markSeen(events?: readonly FeedEvent[]): Promise<void> {
    return this.#seen.mark(events);
  }

  /**
   * Lets go of the events of these pages (by their places in {@link pages}), which a reader is far from; `events` is
   * without them until {@link bringBack}.
   */
  letGo(places: ReadonlySet<number>): void {
    this.#book.letGo(places);
  }

  /** Asks anew for the events of a page that was let go. Where that fails they stay away. */
  async bringBack(place: number): Promise<void> {
    const book = this.#book;
    const start = book.startOf(place);
    if (!start || this.#coming.has(place)) return;
    this.#coming.add(place);
    const { signal } = this.#comingEnd;
    const answer = await askPage(this.#source, { ...start, limit: this.#limit, signal });
    this.#coming.delete(place);
    if (answer instanceof FeedError || book !== this.#book) return;
    book.bringBack(place, answer.events);
    this.#channel.tell({ type: 'state' });
  }

  /**
   * Ends the load that runs; its answer is dropped even if it comes. The client can go on afterwards. What was marked
   * is still told: the reader may leave the feed by opening an event of it.
   */
  stop(): void {
    this.#comingEnd.abort();
    this.#comingEnd = new AbortController();
    if (!this.#running) return;
    this.#controller.abort();
    this.#end({ status: this.pages.length > 0 || !this.hasMore ? 'ready' : 'idle' });
  }

  /** Tells of every change from now on. Gives the function that ends it. */
  subscribe(listener: FeedListener): () => void {
    return this.#channel.subscribe(listener);
  }

  #start(task: FeedTask, urgent = false): Promise<void> {
    if (this.#running && (task === 'more' || task === this.#task)) return this.#running;
    if (task === 'more' && !this.hasMore) return Promise.resolve();
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#task = task;
    const running = this.#load(task, urgent, this.#controller.signal);
    this.#running = running;
    if (this.status !== 'loading') this.#enter({ status: 'loading' });
    return running;
  }

  async #load(task: FeedTask, urgent: boolean, signal: AbortSignal): Promise<void> {
    // Not before #running is set: a source that calls back into the feed joins its own load.
    await Promise.resolve();
    const book = task === 'refresh' ? new PageBook() : this.#book;
    const changes: FeedChange[] = [];
    let page: LoadedPage | undefined;
    for (let answers = 0; answers < MAX_VAIN_ANSWERS && !page && book.next; answers++) {
      this.#read.ask();
      this.#seen.ask();
      const answer = await askPage(this.#source, { ...book.next, limit: this.#limit, signal, urgent });
      if (signal.aborted) return;
      if (answer instanceof FeedError) {
        changes.push({ type: 'error', error: answer, doing: 'load' });
        this.#end({ status: 'error', error: answer }, changes);
        return;
      }
      const { unread, unseen } = this;
      const opened = this.#read.receive(answer.events, answer.unread);
      page = book.add({ ...answer, events: this.#seen.receive(opened, answer.unseen) });
      this.#info = answer.info ?? this.#info;
      if (unread !== this.unread || unseen !== this.unseen) changes.push({ type: 'counts' });
      if (answer.warnings.length > 0) changes.push({ type: 'warnings', warnings: answer.warnings });
    }
    this.#book = book;
    if (task === 'refresh') changes.push({ type: 'reset' });
    else if (page) changes.push({ type: 'page', page });
    this.#end({ status: 'ready', stalled: !page && this.hasMore }, changes);
  }

  #end(state: FeedState, changes?: readonly FeedChange[]): void {
    this.#running = undefined;
    this.#enter(state, changes);
  }

  /** Everything is in its new state before the first listener hears of it. */
  #enter(state: FeedState, changes: readonly FeedChange[] = []): void {
    this.#state = state;
    this.#channel.tell(...changes, { type: 'state' });
  }
}
