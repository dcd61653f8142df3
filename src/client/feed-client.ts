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
  /** Events per page, 1 to 200; 10 by default. */
  readonly limit?: number;
}

/**
 * One feed: its pages, its state, and the reader's actions, without DOM. It loads one page at a time. Methods never throw
 * or reject: failures are in {@link error} or an `error` change. Only the constructor throws, a `ConfigError` about
 * `limit`.
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

  /** Newest first, each ID once. A page stays the same object until something in it changes. */
  get pages(): readonly LoadedPage[] {
    return this.#store.book.pages;
  }

  /** How many events are in {@link pages}. */
  get count(): number {
    return this.#store.book.count;
  }

  /** The events of all {@link pages}, except those that were let go. */
  get events(): readonly FeedEvent[] {
    return this.pages.flatMap((page) => page.events);
  }

  get status(): FeedStatus {
    return this.#loads.state.status;
  }

  /** Why the last load failed, while the status is `error`. */
  get error(): FeedError | undefined {
    return this.#loads.state.error;
  }

  /** False once the source has reached the end of the feed. */
  get hasMore(): boolean {
    return this.#store.book.next !== undefined;
  }

  /**
   * Three responses in a row had nothing new. There may be more, but call {@link loadMore} again only if the reader asks.
   */
  get stalled(): boolean {
    return this.#loads.state.stalled ?? false;
  }

  /** How many events in the whole feed the reader has not opened; undefined until the source reports it. */
  get unread(): number | undefined {
    return this.#store.read.count;
  }

  /** How many events in the whole feed the reader has not been shown; undefined until the source reports it. */
  get unseen(): number | undefined {
    return this.#store.seen.count;
  }

  /** The feed's author, picture and text; undefined until the source reports them. */
  get info(): FeedInfo | undefined {
    return this.#store.info;
  }

  /** Whether the source supports {@link markRead}. */
  get marksRead(): boolean {
    return this.#store.read.possible;
  }

  /** Whether the source supports {@link markSeen}. */
  get marksSeen(): boolean {
    return this.#store.seen.possible;
  }

  /** Whether the source supports likes. */
  get canLike(): boolean {
    return this.#likes.possible;
  }

  /** Whether the source supports comments. */
  get canComment(): boolean {
    return this.#comments.possible;
  }

  /** How many newer events wait to be shown: see {@link showNewer}. */
  get newerCount(): number {
    return this.#store.book.newerCount;
  }

  /** There may be more newer events than {@link newerCount}. */
  get newerIsMore(): boolean {
    return this.#store.book.newerIsMore;
  }

  /**
   * Likes an event or a subevent, optimistically: its thread changes at once, then the source is told. Of further likes and
   * unlikes meanwhile, only the last is sent. If it fails, the thread returns to the last confirmed state, with an `error`
   * change. Resolves when everything is sent.
   */
  like(event: FeedEvent): Promise<void> {
    return this.#likes.set(event, true);
  }

  /** Takes a like back; otherwise the same as {@link like}. */
  unlike(event: FeedEvent): Promise<void> {
    return this.#likes.set(event, false);
  }

  /**
   * Comments on an event or a subevent. The comment appears in its thread at once as `sending`. If that fails it stays as
   * `failed`; it is never resent automatically.
   */
  comment(event: FeedEvent, text: string): Promise<void> {
    return this.#comments.write(event, text);
  }

  /** Resends a failed comment. */
  sendAgain(_event: FeedEvent, comment: Comment): Promise<void> {
    return this.#comments.sendAgain(comment);
  }

  /** Removes a failed comment from its thread. */
  withdraw(_event: FeedEvent, comment: Comment): void {
    this.#comments.withdraw(comment);
  }

  /**
   * Checks for newer events, which then wait in {@link newerCount}. Shown events in the response are updated. If the first
   * page is read again (the source has no `newer`, or the counts show another change), events missing from it are removed.
   * Joins a running check; does nothing before the first page has loaded.
   */
  async checkNewer(): Promise<void> {
    if (!this.#loads.isRefreshing) await this.#newer.check();
  }

  /** Shows the waiting events as the first page. If events may be missing below it, that page has a `gap`. */
  showNewer(): void {
    this.#newer.show();
  }

  /** Loads events that may be missing after a page, by its index in {@link pages}. */
  fillGap(place: number): Promise<void> {
    return fillGap(this.#store, place);
  }

  /** Loads the first or the next page. Joins a running load; does nothing at the end of the feed. */
  loadMore(): Promise<void> {
    return this.#loads.start('more');
  }

  /** Retries what failed, at the reader's request: see `PageRequest.urgent`. Otherwise like {@link loadMore}. */
  retry(): Promise<void> {
    return this.#loads.retry();
  }

  /**
   * Reloads the first page and cancels a running load of the next. Shown and waiting events stay until the response arrives,
   * then all are replaced. If the load fails, they stay.
   */
  refresh(): Promise<void> {
    return this.#loads.start('refresh');
  }

  /**
   * Marks these events, or the whole feed, as read: `read` and {@link unread} change at once, then the source is told. If
   * that fails, the change is undone, with an `error` change; the status stays. Events that are not shown, already read, or
   * without `read` are left out. Resolves when everything is sent.
   */
  markRead(events?: readonly FeedEvent[]): Promise<void> {
    return this.#store.read.mark(events);
  }

  /** Marks events as seen; otherwise like {@link markRead}, with `seen` and {@link unseen}. */
  markSeen(events?: readonly FeedEvent[]): Promise<void> {
    return this.#store.seen.mark(events);
  }

  /**
   * Drops the events of pages that the reader is far from, by index in {@link pages}; they are missing from `events` until
   * {@link bringBack}. The first page and newer events stay: the top of the feed changes, so they could not be loaded again.
   * With several listeners all stay: another list may show them.
   */
  letGo(places: ReadonlySet<number>): void {
    if (this.#store.channel.size < 2) this.#store.book.letGo(places);
  }

  /** Reloads the events of a dropped page. If that fails, they stay away. */
  bringBack(place: number): Promise<void> {
    return bringBack(this.#store, place);
  }

  /**
   * Cancels a running load; a late response is dropped. You can use the client again afterwards. The reader's actions are
   * still sent: they may leave the feed by opening one of its events.
   */
  stop(): void {
    this.#store.stop();
    this.#loads.stop();
  }

  /**
   * Calls the listener on every change. Returns an unsubscribe function. While there are listeners, the client checks for
   * newer events whenever the source reports a change.
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
