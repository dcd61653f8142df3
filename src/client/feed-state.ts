import type { FeedEvent } from '../model/event.js';

/**
 * What a feed is doing. The allowed order:
 *
 * - `idle` -> `loading`
 * - `loading` -> `ready` (the answer came, or a stop with pages shown), `error`, `idle` (a stop before any page)
 * - `ready` -> `loading`
 * - `error` -> `loading`
 */
export type FeedStatus = 'idle' | 'loading' | 'ready' | 'error';

/** Some events that were shown together. The same object as long as nothing in it changes. */
export interface LoadedPage {
  /** The same as long as the page is there, whatever changes in it and wherever it moves. */
  readonly key: object;
  /** None while they are let go: see `FeedClient.letGo`. */
  readonly events: readonly FeedEvent[];
  /** How many there are, also while they are let go. */
  readonly count: number;
  /** There may be events between this page and the next one: see `FeedClient.fillGap`. */
  readonly gap?: 'open' | 'loading' | 'failed' | undefined;
}
