import type { FeedError } from '../http/errors.js';
import type { FeedWarning } from '../model/event.js';
import type { LoadedPage } from './page-book.js';

/**
 * What a listener is told. The client already stands as described; its `pages` may hold renewed pages at any
 * change, so read them anew at each.
 *
 * - `state`: the status, `hasMore` or `stalled` changed; comes last where several come at once
 * - `page`: this page was added at the end
 * - `reset`: all pages were replaced
 * - `error`: a load failed; what was shown stays
 * - `warnings`: parts that the source left out of its answer
 */
export type FeedChange =
  | { readonly type: 'state' }
  | { readonly type: 'page'; readonly page: LoadedPage }
  | { readonly type: 'reset' }
  | { readonly type: 'error'; readonly error: FeedError }
  | { readonly type: 'warnings'; readonly warnings: readonly FeedWarning[] };

export type FeedListener = (change: FeedChange) => void;

/** Tells every listener every change, in one order for all of them. */
export class ChangeChannel {
  readonly #listeners = new Set<FeedListener>();
  readonly #waiting: FeedChange[] = [];
  #telling = false;

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

  tell(...changes: readonly FeedChange[]): void {
    this.#waiting.push(...changes);
    // A listener that calls back must not let the others hear the second change before the first.
    if (this.#telling) return;
    this.#telling = true;
    for (let change = this.#waiting.shift(); change; change = this.#waiting.shift()) {
      for (const listener of [...this.#listeners]) {
        if (this.#listeners.has(listener)) callSafely(listener, change);
      }
    }
    this.#telling = false;
  }
}

function callSafely(listener: FeedListener, change: FeedChange): void {
  try {
    listener(change);
  } catch (error) {
    // Node has no `reportError`.
    const report = typeof reportError === 'function' ? reportError : console.error;
    report(error);
  }
}
