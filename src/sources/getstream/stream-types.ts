import type { Query } from './getstream-request.js';

/** A response, or a part of one, as the API sent it. Integers too large for a double are strings. */
export type StreamRecord = Readonly<Record<string, unknown>>;

/** What {@link Feed.get}, `followers` and `following` return. */
export interface StreamList extends StreamRecord {
  /** Newest first. `time` is UTC, although it has no time zone. */
  readonly results: readonly StreamRecord[];
}

/** An activity to add. All other fields are custom. */
export interface NewActivity {
  readonly actor: unknown;
  readonly verb: string;
  readonly object: unknown;
  readonly target?: unknown;
  /** Feeds that get a copy: `user:1`, or, without a signer, `user:1 <token>`. */
  readonly to?: readonly string[] | undefined;
  /** A `Date` is sent as `2014-11-18T12:00:00.123Z`, a string as it is. */
  readonly time?: Date | string | undefined;
  /** Unique together with `time`: adding it again replaces the activity. */
  readonly foreign_id?: string | undefined;
  readonly [custom: string]: unknown;
}

/** Options of {@link Feed.get}; other parameters are sent as they are. */
export interface FeedParams extends Query {
  readonly limit?: number | undefined;
  /** Slow on long feeds, but the only way to page a ranked one. */
  readonly offset?: number | undefined;
  readonly id_lt?: string | number | undefined;
  readonly id_lte?: string | number | undefined;
  readonly id_gt?: string | number | undefined;
  readonly id_gte?: string | number | undefined;
  /** Marks all groups, these groups, or those of this response. The response still shows the state before. */
  readonly mark_read?: boolean | readonly string[] | 'current' | undefined;
  readonly mark_seen?: boolean | readonly string[] | 'current' | undefined;
  readonly ranking?: string | undefined;
  /**
   * Returns users, objects and reactions instead of their IDs; `true` by default if a parameter below needs it. It selects
   * the URL and is not sent.
   */
  readonly enrich?: boolean | undefined;
  readonly withOwnReactions?: boolean | undefined;
  readonly withRecentReactions?: boolean | undefined;
  readonly withReactionCounts?: boolean | undefined;
  readonly withOwnChildren?: boolean | undefined;
  readonly recentReactionsLimit?: number | undefined;
  readonly reactionKindsFilter?: readonly string[] | undefined;
}

/** Options of {@link Feed.followers} and {@link Feed.following}. */
export interface FollowParams {
  /** 0 by default. */
  readonly offset?: number | undefined;
  /** 25 by default. */
  readonly limit?: number | undefined;
  /** Only these feeds, `user:1`; all by default. */
  readonly feeds?: readonly string[] | null | undefined;
}
