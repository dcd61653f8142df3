import type { FeedEvent } from '../model/event.js';

/**
 * What a feed is doing. The allowed order:
 *
 * - `idle` -> `loading`
 * - `loading` -> `ready` (the response came, or `stop()` with pages shown), `error`, `idle` (`stop()` before any page)
 * - `ready` -> `loading`
 * - `error` -> `loading`
 */
export type FeedStatus = 'idle' | 'loading' | 'ready' | 'error';

/** Events that were loaded together. Stays the same object until something in it changes. */
export interface LoadedPage {
  /** Stays the same while the page exists, whatever changes in it and wherever it moves. */
  readonly key: object;
  /** Empty while they are let go: see `FeedClient.letGo`. */
  readonly events: readonly FeedEvent[];
  /** How many there are, including those let go. */
  readonly count: number;
  /** There may be events between this page and the next one: see `FeedClient.fillGap`. */
  readonly gap?: 'open' | 'loading' | 'failed' | undefined;
}
