import type { Query } from './getstream-request.js';

/** An answer, or a part of one, as the API sent it. Whole numbers that a double cannot hold are strings. */
export type StreamRecord = Readonly<Record<string, unknown>>;

/** What {@link Feed.get}, `followers` and `following` answer. */
export interface StreamList extends StreamRecord {
  /** Newest first. A `time` in it is UTC, though it has no zone. */
  readonly results: readonly StreamRecord[];
}

/** An activity to add. Any other field is a custom one. */
export interface NewActivity {
  readonly actor: unknown;
  readonly verb: string;
  readonly object: unknown;
  readonly target?: unknown;
  /** Feeds that get a copy: `user:1`; with a token where no signer is there, `user:1 <token>`. */
  readonly to?: readonly string[] | undefined;
  /** A `Date` is sent as `2014-11-18T12:00:00.123Z`, a string as it is. */
  readonly time?: Date | string | undefined;
  /** With `time` it makes the activity unique: adding it again replaces it. */
  readonly foreign_id?: string | undefined;
  readonly [custom: string]: unknown;
}

/** What {@link Feed.get} takes; other parameters go along as they are. */
export interface FeedParams extends Query {
  readonly limit?: number | undefined;
  /** Slow on long feeds, and the only way through a ranked one. */
  readonly offset?: number | undefined;
  readonly id_lt?: string | number | undefined;
  readonly id_lte?: string | number | undefined;
  readonly id_gt?: string | number | undefined;
  readonly id_gte?: string | number | undefined;
  /** All groups, these ones, or those of this answer. The answer still shows what was before. */
  readonly mark_read?: boolean | readonly string[] | 'current' | undefined;
  readonly mark_seen?: boolean | readonly string[] | 'current' | undefined;
  readonly ranking?: string | undefined;
  /**
   * Users, objects and reactions in place of their ids; `true` by default where a parameter below asks for any.
   * It chooses the address and is not sent.
   */
  readonly enrich?: boolean | undefined;
  readonly withOwnReactions?: boolean | undefined;
  readonly withRecentReactions?: boolean | undefined;
  readonly withReactionCounts?: boolean | undefined;
  readonly withOwnChildren?: boolean | undefined;
  readonly recentReactionsLimit?: number | undefined;
  readonly reactionKindsFilter?: readonly string[] | undefined;
}

/** What {@link Feed.followers} and {@link Feed.following} take. */
export interface FollowParams {
  /** 0 by default. */
  readonly offset?: number | undefined;
  /** 25 by default. */
  readonly limit?: number | undefined;
  /** Only these, `user:1`; all by default. */
  readonly feeds?: readonly string[] | null | undefined;
}
