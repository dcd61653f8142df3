import type { LoadedPage } from './feed-state.js';

/** Where a page starts; without `skip` it is the first one. */
export interface PageStart {
  readonly skip?: string;
}

/** A page and what the client has to know of it: the same object wherever the page is moved to. */
export interface PageEntry {
  page: LoadedPage;
  /**
   * The same object in all pages of one answer. Absent where it came as newer: what stands on top is soon something
   * else.
   */
  readonly start?: PageStart;
  /** Where the events start that may be missing below it. */
  gap?: PageStart | undefined;
  /** The ids of its events, once it was let go. */
  ids?: readonly string[];
  /** It was let go, and its events are being asked for. */
  isReloading?: boolean;
}
