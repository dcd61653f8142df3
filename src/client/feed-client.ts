import { ConfigError, type FeedError } from '../http/errors.js';
import type { Comment, FeedEvent, FeedInfo } from '../model/event.js';
import type { FeedSource } from '../sources/source.js';
import { bringBack } from './bring-back.js';
import type { FeedChange, FeedDeed, FeedListener } from './change-channel.js';
import { Comments } from './comments.js';
import { FeedStore } from './feed-store.js';
import { fillGap } from './fill-gap.js';
import { Likes } from './likes.js';
import { LiveUpdates } from './live-updates.js';
import { NewerEvents } from './newer-events.js';
import { PageLoads } from './page-loads.js';
import type { FeedStatus, LoadedPage } from './feed-state.js';

export type { FeedChange, FeedDeed, FeedListener, FeedStatus, LoadedPage };

export interface FeedClientOptions {
  /** How many events to ask for at a time, 1 to 200; 10 by default. */
  readonly limit?: number;
}

/**
 * One feed: its pages, its state, one load at a time, and what the reader does with it. Knows no DOM. None of its
 * methods throws or rejects: what goes wrong is {@link error}, or an `error` change. Only the constructor throws, a
 * `ConfigError` about `limit`.
 */
export class FeedClient {
  readonly #store: FeedStore;
  readonly #loads: PageLoads;
  readonly #likes: Likes;
  readonly #comments: Comments;
  readonly #newer: NewerEvents;
  readonly #live: LiveUpdates;

  constructor(source: FeedSource, { limit = 10 }: FeedClientOptions = {}) {
    if (!Number.isInteger(limit) || limit < 1 || limit > 200) {
      throw new ConfigError('"limit" must be a whole number from 1 to 200.', { option: 'limit' });
    }
    const store = new FeedStore(source, limit);
    this.#store = store;
    this.#loads = new PageLoads(store);
    this.#likes = new Likes(store);
    this.#comments = new Comments(store);
    this.#newer = new NewerEvents(store);
    this.#live = new LiveUpdates(source, async () => {
      // What runs may have begun before the change.
      await this.#loads.running;
      await this.#newer.running;
      if (store.channel.size > 0 && !this.#loads.isRefreshing) await this.#newer.check(true);
    });
  }

  /** Newest first, no id twice. A page is the same object as long as nothing in it changes. */
  get pages(): readonly LoadedPage[] {
    return this.#store.book.pages;
  }

  /** How many events the {@link pages} hold. */
  get count(): number {
    return this.#store.book.count;
  }

  /** The events of all {@link pages}, but for those that are let go. */
  get events(): readonly FeedEvent[] {
    return this.pages.flatMap((page) => page.events);
  }

  get status(): FeedStatus {
    return this.#loads.state.status;
  }

  /** Why the last load failed; there while the status is `error`. */
  get error(): FeedError | undefined {
    return this.#loads.state.error;
  }

  /** False once the source has said that the feed ends. */
  get hasMore(): boolean {
    return this.#store.book.next !== undefined;
  }

  /**
   * Three answers in a row brought nothing new. There may be more, but {@link loadMore} is to be
   * called again only when the reader asks for it.
   */
  get stalled(): boolean {
    return this.#loads.state.stalled ?? false;
  }

  /** How many events of the whole feed the reader has not opened; undefined while no answer has told it. */
  get unread(): number | undefined {
    return this.#store.read.count;
  }

  /** How many events of the whole feed the reader was not shown; undefined while no answer has told it. */
  get unseen(): number | undefined {
    return this.#store.seen.count;
  }

  /** About the feed itself; undefined while no answer has told it. */
  get info(): FeedInfo | undefined {
    return this.#store.info;
  }

  /** Whether the source can be told what the reader opened. */
  get marksRead(): boolean {
    return this.#store.read.possible;
  }

  /** Whether the source can be told what the reader was shown. */
  get marksSeen(): boolean {
    return this.#store.seen.possible;
  }

  /** Whether the source can be told what the reader likes. */
  get canLike(): boolean {
    return this.#likes.possible;
  }

  /** Whether the source takes comments. */
  get canComment(): boolean {
    return this.#comments.possible;
  }

  /** How many events came on top and are not shown yet: see {@link showNewer}. */
  get newerCount(): number {
    return this.#store.book.newerCount;
  }

  /** There may be more newer events than {@link newerCount}. */
  get newerIsMore(): boolean {
    return this.#store.book.newerIsMore;
  }

  /**
   * The reader likes an event, or a subevent of one: its thread says so at once, and then the source is told. Of what
   * the reader does meanwhile only the last is sent. When it fails, the thread is as the source last confirmed it,
   * and an `error` change says why. Resolves when all is told.
   */
  like(event: FeedEvent): Promise<void> {
    return this.#likes.set(event, true);
  }

  /** The reader likes it no more: else like {@link like}. */
  unlike(event: FeedEvent): Promise<void> {
    return this.#likes.set(event, false);
  }

  /**
   * The reader comments on an event, or a subevent of one. The comment is in its thread at once with the state
   * `sending`; when it could not be sent it stays there as `failed`. It is never sent twice by itself.
   */
  comment(event: FeedEvent, text: string): Promise<void> {
    return this.#comments.write(event, text);
  }

  /** Sends a comment that failed once more. */
  sendAgain(_event: FeedEvent, comment: Comment): Promise<void> {
    return this.#comments.sendAgain(comment);
  }

  /** Takes a comment that failed out of its thread. */
  withdraw(_event: FeedEvent, comment: Comment): void {
    this.#comments.withdraw(comment);
  }

  /**
   * Asks for what came on top. It waits in {@link newerCount}. Events of the answer that are shown get their newest data;
   * where the first page is read again (the source has no call for what is newer, or the counts say that something else has
   * changed), one that is no longer in it goes away. Joins a look that runs; does nothing before the first page has come.
   */
  async checkNewer(): Promise<void> {
    if (!this.#loads.isRefreshing) await this.#newer.check();
  }

  /** Shows what waits, as the first page. Where events may be missing below it, that page has a `gap`. */
  showNewer(): void {
    this.#newer.show();
  }

  /** Loads what may be missing between a page, by its place in {@link pages}, and the next one. */
  fillGap(place: number): Promise<void> {
    return fillGap(this.#store, place);
  }

  /** Loads the first page or the next one. Joins a load that runs; does nothing at the end of the feed. */
  loadMore(): Promise<void> {
    return this.#loads.start('more');
  }

  /** Does again what failed, as the reader asked for: see `PageRequest.urgent`. Else like {@link loadMore}. */
  retry(): Promise<void> {
    return this.#loads.retry();
  }

  /**
   * Loads the first page anew, instead of a next page that is under way. What is shown, and what waits, stays until the
   * answer is there and is then replaced as a whole; when the load fails, it stays for good.
   */
  refresh(): Promise<void> {
    return this.#loads.start('refresh');
  }

  /**
   * The reader opened these events; without any, all of the feed. They are `read` and {@link unread} falls at once;
   * then the source is told. When that fails, an `error` change says why and they are as before: the status stays.
   * What is not shown, is read already or knows no `read` is left out. Resolves when all is told.
   */
  markRead(events?: readonly FeedEvent[]): Promise<void> {
    return this.#store.read.mark(events);
  }

  /** The reader was shown these events; else like {@link markRead}, with `seen` and {@link unseen}. */
  markSeen(events?: readonly FeedEvent[]): Promise<void> {
    return this.#store.seen.mark(events);
  }

  /**
   * Lets go of the events of these pages (by their places in {@link pages}), which a reader is far from; `events` is
   * without them until {@link bringBack}. Those that came first or as newer events stay: what stands on top of the feed
   * is soon something else, and they could not be asked for again. So do all while there are several listeners: what one
   * list is far from, another may show.
   */
  letGo(places: ReadonlySet<number>): void {
    if (this.#store.channel.size < 2) this.#store.book.letGo(places);
  }

  /** Asks anew for the events of a page that was let go. Where that fails they stay away. */
  bringBack(place: number): Promise<void> {
    return bringBack(this.#store, place);
  }

  /**
   * Ends the load that runs; its answer is dropped even if it comes. The client can go on afterwards. What the reader
   * did is still told: they may leave the feed by opening an event of it.
   */
  stop(): void {
    this.#store.stop();
    this.#loads.stop();
  }

  /**
   * Tells of every change from now on. Gives the function that ends it. As long as anybody listens, the client looks for
   * newer events whenever the source itself says that something has changed.
   */
  subscribe(listener: FeedListener): () => void {
    const end = this.#store.channel.subscribe(listener);
    this.#live.listen(true);
    return () => {
      end();
      this.#live.listen(this.#store.channel.size > 0);
    };
  }
}
