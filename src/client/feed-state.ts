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
export type FeedState =
  | { readonly status: 'idle' }
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly stalled: boolean }
  | { readonly status: 'error'; readonly error: FeedError; readonly task: FeedTask };

export type FeedStatus = FeedState['status'];
