import type { FeedError } from '../http/errors.js';
import type { FeedEvent, FeedWarning } from '../model/event.js';
import type { LoadedPage } from './feed-state.js';

/**
 * A change for a listener. The client's state is already up to date; any change may renew pages, so read `pages` again
 * each time.
 *
 * - `state`: the status, `hasMore` or `stalled` changed; comes last if there are several changes at once
 * - `page`: this page was added, at the end, on top or in a gap
 * - `reset`: all pages were replaced
 * - `events`: shown events or a gap changed
 * - `newer`: `newerCount` or `newerIsMore` changed
 * - `counts`: `unread` or `unseen` changed, or which events are read or seen
 * - `error`: something failed, and `doing` says what; shown events stay
 * - `warnings`: parts that the source left out
 */
export type FeedChange =
  | { readonly type: 'state' }
  | { readonly type: 'page'; readonly page: LoadedPage }
  | { readonly type: 'reset' }
  | { readonly type: 'events' }
  | { readonly type: 'newer' }
  | { readonly type: 'counts' }
  | {
      readonly type: 'error';
      readonly error: FeedError;
      readonly doing: FeedDeed;
      /** What the reader liked or did not, as it was then. */
      readonly event?: FeedEvent;
    }
  | { readonly type: 'warnings'; readonly warnings: readonly FeedWarning[] };

/** What can fail: loading a page, a gap or newer events, or sending an action to the source. */
export type FeedDeed = 'load' | 'gap' | 'newer' | 'mark' | 'like' | 'comment';

export type FeedListener = (change: FeedChange) => void;

/** Tells every listener of every change, in one order for all of them. */
export class ChangeChannel {
  readonly #listeners = new Set<FeedListener>();
  readonly #queue: FeedChange[] = [];

  /** How many listeners there are. */
  get size(): number {
    return this.#listeners.size;
  }

  /** Gives the function that ends this subscription and no other. */
  subscribe(listener: FeedListener): () => void {
    // A function of its own, so that one listener may subscribe twice.
    const subscription: FeedListener = (change) => {
      listener(change);
    };
    this.#listeners.add(subscription);
    return () => {
      this.#listeners.delete(subscription);
    };
  }

  emit(...changes: readonly FeedChange[]): void {
    const isEmitting = this.#queue.length > 0;
    this.#queue.push(...changes);
    // Where a listener calls back, the loop that runs gets to that change too, so that nobody is told of the second
    // change before the first.
    if (isEmitting) return;
    for (const change of this.#queue) {
      for (const listener of this.#listeners) {
        try {
          listener(change);
        } catch (error) {
          console.error(error);
        }
      }
    }
    this.#queue.length = 0;
  }
}
