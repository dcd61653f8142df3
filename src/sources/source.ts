import type { TokenProvider } from '../http/token.js';
import type { Page } from '../model/event.js';

/**
 * Where events come from. A method that is there is a capability: the elements offer only what the
 * source can do. Every promise rejects with a `FeedError`, or with whatever a source of one's own throws.
 */
export interface FeedSource {
  /** Appears in error messages: `mailru`. */
  readonly name: string;
  /** One page, newest first. */
  page(request: PageRequest): Promise<Page>;
}

export interface PageRequest {
  /** `skip` of the page before; absent for the first page. */
  readonly skip?: string;
  /** How many events are wanted; a source may answer fewer or more. */
  readonly limit: number;
  readonly signal: AbortSignal;
  /** The reader pressed "Try again": passes a circuit that is open after many failures. */
  readonly urgent?: boolean;
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
  readonly token?: TokenProvider | undefined;
}

/** Throws a `ConfigError` that names the attribute which is missing or wrong. */
export type SourceFactory = (attributes: SourceAttributes) => FeedSource;
