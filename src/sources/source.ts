import type { TokenProvider } from '../http/token.js';
import type { Comment, FeedEvent, Page } from '../model/event.js';

/**
 * Where events come from. A method that is there is a capability: the elements offer only what the
 * source can do. Every promise rejects with a `FeedError`, or with whatever a source of one's own throws.
 */
export interface FeedSource {
  /** Appears in error messages: `mailru`. */
  readonly name: string;
  /** One page, newest first. */
  page(request: PageRequest): Promise<Page>;
  /**
   * What came after the events that are known, newest first. With `skip` only where the answer is not all of it: the place
   * from which {@link page} gives the rest. Its counts are those that {@link page} tells.
   */
  newer?(request: NewerRequest): Promise<Page>;
  /** For an event with a thread. Gives the id of the like where {@link unlike} needs it: `Thread.likeId`. */
  like?(event: FeedEvent, signal: AbortSignal): Promise<string | undefined>;
  unlike?(event: FeedEvent, signal: AbortSignal): Promise<void>;
  /** Gives the comment as it now stands; undefined where the server does not tell. */
  comment?(event: FeedEvent, text: string, signal: AbortSignal): Promise<Comment | undefined>;
  /** The reader opened these events; without any, all there are. */
  markRead?(events: readonly FeedEvent[] | undefined, signal: AbortSignal): Promise<void>;
  /** The reader was shown these events; without any, all there are. */
  markSeen?(events: readonly FeedEvent[] | undefined, signal: AbortSignal): Promise<void>;
  /** Calls when the server says that something in the feed has changed. Gives what ends that. Never throws. */
  subscribe?(onChange: () => void): () => void;
}

export interface PageRequest {
  /** `skip` of the page before; absent for the first page. */
  readonly skip?: string;
  /**
   * Id of the event that the page is to follow. A source whose places are numbers reads with overlap, so that events
   * that went away meanwhile do not leave a gap.
   */
  readonly after?: string | undefined;
  /** How many events are wanted; a source may answer fewer or more. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** The reader pressed "Try again": passes a circuit that is open after many failures. */
  readonly urgent?: boolean;
}

export interface NewerRequest {
  /** `newest` of the page that holds the newest known event. */
  readonly newest: string;
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** What `source="name"` and its attributes on `feed-list` turn into. Absent attributes are absent here. */
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

/** Throws a `ConfigError` that names the attribute which is missing or wrong. */
export type SourceFactory = (attributes: SourceAttributes) => FeedSource;
