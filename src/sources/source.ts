import type { TokenProvider } from '../http/token.js';
import type { Comment, FeedEvent, Page } from '../model/event.js';

/**
 * Where events come from. Optional methods turn on features: the elements offer only what the source can do. Promises
 * reject with a `FeedError`, or with whatever your own source throws.
 */
export interface FeedSource {
  /** Used in error messages: `mailru`. */
  readonly name: string;
  /** One page, newest first. */
  page(request: PageRequest): Promise<Page>;
  /**
   * Events after the known ones, newest first. Set `skip` only if there are more: {@link page} returns the rest from
   * there. Counts are the same as in {@link page}.
   */
  newer?(request: NewerRequest): Promise<Page>;
  /** For an event with a thread. Returns the like's ID if {@link unlike} needs it: `Thread.likeId`. */
  like?(event: FeedEvent, signal: AbortSignal): Promise<string | undefined>;
  unlike?(event: FeedEvent, signal: AbortSignal): Promise<void>;
  /** Returns the stored comment, or undefined if the server does not return it. */
  comment?(event: FeedEvent, text: string, signal: AbortSignal): Promise<Comment | undefined>;
  /** Marks events, or all of the feed, as opened. */
  markRead?(events: readonly FeedEvent[] | undefined, signal: AbortSignal): Promise<void>;
  /** Marks events, or all of the feed, as shown. */
  markSeen?(events: readonly FeedEvent[] | undefined, signal: AbortSignal): Promise<void>;
  /** Calls `onChange` when the feed has changed on the server. Returns an unsubscribe function. Must not throw. */
  subscribe?(onChange: () => void): () => void;
}

export interface PageRequest {
  /** `skip` of the previous page; absent for the first page. */
  readonly skip?: string;
  /**
   * ID of the event before this page. A source with numbered pages reads with overlap, so that deleted events leave no
   * gap.
   */
  readonly after?: string | undefined;
  /** How many events to return; a source may return fewer or more. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** The reader pressed "Try again": bypasses an open circuit breaker. */
  readonly urgent?: boolean;
}

export interface NewerRequest {
  /** `newest` of the page with the newest known event. */
  readonly newest: string;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** The source attributes of `feed-list`. Attributes that are not set are absent. */
export interface SourceAttributes {
  readonly endpoint?: string | undefined;
  readonly appId?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly feed?: string | undefined;
  readonly streamId?: string | undefined;
  readonly format?: string | undefined;
  readonly filterApp?: string | undefined;
  readonly uid?: string | undefined;
  readonly sortBy?: string | undefined;
  readonly ranking?: string | undefined;
  readonly enrich?: string | undefined;
  readonly realtime?: string | undefined;
  readonly token?: TokenProvider | undefined;
}

/** Throws a `ConfigError` that names the missing or wrong attribute. */
export type SourceFactory = (attributes: SourceAttributes) => FeedSource;
