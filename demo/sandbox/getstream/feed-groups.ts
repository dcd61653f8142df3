import { ApiError } from './api-error.js';

export interface FeedGroup {
  readonly kind: 'flat' | 'aggregated' | 'notification';
  /** Its pages are the best first, by this ranking. */
  readonly ranking?: string;
  /** A user's token opens only the user's own. */
  readonly own?: true;
}

/** As they are set up for this app. */
export const feedGroups: ReadonlyMap<string, FeedGroup> = new Map<string, FeedGroup>([
  ['user', { kind: 'flat' }],
  ['topic', { kind: 'flat' }],
  ['flat', { kind: 'flat' }],
  ['timeline', { kind: 'flat', own: true }],
  ['popular', { kind: 'flat', ranking: 'popular' }],
  ['aggregated', { kind: 'aggregated' }],
  ['timeline_aggregated', { kind: 'aggregated', own: true }],
  ['notification', { kind: 'notification', own: true }],
]);

/** The rankings that `ranking=` knows. */
export const rankings: readonly string[] = ['popular'];

export interface FeedAddress {
  /** `user:1` */
  readonly id: string;
  readonly slug: string;
  readonly user: string;
  /** `user1`, the words that are signed. */
  readonly together: string;
  readonly group: FeedGroup;
}

export function feedAddress(slug: string, user: string): FeedAddress {
  const group = feedGroups.get(slug);
  if (!group) {
    throw new ApiError(6, `The feed group '${slug}' does not exist; create it in the dashboard first.`);
  }
  if (!/^[\w-]+$/.test(user)) {
    throw new ApiError(4, 'Invalid feed id: use letters, numbers, dashes and underscores.');
  }
  return { id: `${slug}:${user}`, slug, user, together: slug + user, group };
}

/** `user:1`, as bodies and lists write it. */
export function readFeedId(text: unknown): FeedAddress {
  const [slug = '', user, more] = typeof text === 'string' ? text.split(':') : [];
  if (user === undefined || more !== undefined) {
    throw new ApiError(4, 'Invalid feed id: write it as slug:user_id.');
  }
  return feedAddress(slug, user);
}
