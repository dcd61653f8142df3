import type { FeedError } from '../http/errors.js';

/** `more`: the next page; `refresh`: the first page anew. */
export type FeedTask = 'more' | 'refresh';

/**
 * What a feed is doing. The allowed order:
 *
 * - `idle` -> `loading`
 * - `loading` -> `ready` (the answer came, or a stop with pages shown), `error`, `idle` (a stop before any page)
 * - `ready` -> `loading`
 * - `error` -> `loading`
 */
export type FeedStatus = 'idle' | 'loading' | 'ready' | 'error';

export interface FeedState {
  readonly status: FeedStatus;
  /** Only when `ready`. */
  readonly stalled?: boolean;
  /** Only in an `error`. */
  readonly error?: FeedError;
}
