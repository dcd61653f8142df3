import { ApiError } from './api-error.js';
import { orderOf } from './activity-id.js';
import type { FeedAddress } from './feed-groups.js';
import type { Site } from './site.js';
import type { Visitor } from './visitor.js';

/** A request that the API has let in. */
export interface Call {
  readonly site: Site;
  readonly visitor: Visitor;
  /** The named parts of the path. */
  readonly path: Readonly<Record<string, string>>;
  /** The feed that the path names. */
  readonly feed: FeedAddress | undefined;
  readonly url: URL;
  readonly query: URLSearchParams;
  /** The parsed JSON of a POST or PUT. */
  readonly body: unknown;
  /** Throws for a wrong simple token of a feed; none is right. */
  readonly checkToken: (feed: FeedAddress, token: string | undefined) => Promise<void>;
}

/** A call whose path names a feed. */
export interface FeedCall extends Call {
  readonly feed: FeedAddress;
}

/** A body and, where it is not 200, a status. */
export interface Answer {
  readonly status?: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

export function readCount(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null || text === '') return otherwise;
  if (!/^\d{1,6}$/.test(text)) throw new ApiError(4, `Invalid ${name}: it must be a whole number from 0 on.`);
  return Number(text);
}

export const readLimit = (query: URLSearchParams, otherwise = DEFAULT_LIMIT) =>
  Math.min(readCount(query, 'limit', otherwise), MAX_LIMIT);

/** Python writes `True`, JavaScript `true`. */
export const isOn = (value: string | null) => /^(?:true|1)$/i.test(value ?? '');

/** Where an id of an activity, or of a group (`<uuid>.<group>`), stands among all. */
export function readOrder(query: URLSearchParams, name: string): string | undefined {
  const id = query.get(name);
  if (!id) return undefined;
  const order = orderOf(id.split('.')[0] ?? '');
  if (order === undefined) throw new ApiError(4, `Invalid ${name}: it must be the id of an activity.`);
  return order;
}
