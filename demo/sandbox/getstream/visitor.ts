import { ApiError } from './api-error.js';
import type { FeedAddress } from './feed-groups.js';
import type { Json } from './json.js';
import { looksLikeJwt, readJwt, simpleToken } from './tokens.js';

type Action = 'read' | 'write' | 'delete';
type Resource =
  'feed' | 'follower' | 'feed_targets' | 'activities' | 'reactions' | 'users' | 'collections' | 'analytics';

/** Who calls, and what the token lets them do. */
export interface Visitor {
  /** The user that the token is of; absent for a server. */
  readonly userId: string | undefined;
  /** Throws where the token does not open this. */
  need(action: Action, resource: Resource, feed?: FeedAddress): void;
  /** Throws where the token is of another user. */
  needUser(userId: string): void;
  /** Throws where the token is not a server's. */
  needServer(): void;
}

const badToken = (detail: string) => new ApiError(3, detail);
const notAllowed = () => new ApiError(17, 'You do not have permission to do that with this token.');

/** Judges `Authorization` and `stream-auth-type`. */
export async function readVisitor({ headers }: Request, secret: string): Promise<Visitor> {
  const authorization = headers.get('authorization')?.trim();
  if (!authorization) throw badToken('Authentication failed: the Authorization header is missing.');
  const type = headers.get('stream-auth-type') ?? (looksLikeJwt(authorization) ? 'jwt' : 'simple');
  if (type === 'jwt') {
    const claims = await readJwt(secret, authorization);
    if (!claims)
      throw badToken('Authentication failed: the token is not signed with the secret of this app.');
    return claims['resource'] === undefined ? userOf(claims) : scopeOf(claims);
  }
  const [together = '', token] = authorization.split(' ');
  if (type !== 'simple' || token === undefined || token !== (await simpleToken(secret, together))) {
    throw badToken('Authentication failed: the token is not of this feed, or not of this app.');
  }
  return feedOnly(together);
}

/** The token of 2014: all of one feed and nothing else. */
const feedOnly = (together: string): Visitor => ({
  userId: undefined,
  need(_action, _resource, feed) {
    if (!feed) throw notAllowed();
    if (feed.together !== together) throw badToken('Authentication failed: the token is of another feed.');
  },
  needUser: refuse,
  needServer: refuse,
});

/** `{ resource, action, feed_id }`, each a name, a list with commas, or `*`. */
function scopeOf(claims: Json): Visitor {
  const has = (name: string, wanted: string) => {
    const claim = claims[name];
    return claim === '*' || (typeof claim === 'string' && claim.split(',').includes(wanted));
  };
  const { user_id } = claims;
  const own = typeof user_id === 'string' && user_id !== '*' ? user_id : undefined;
  return {
    userId: own,
    need(action, resource, feed) {
      // What belongs to no feed is not for a token of one feed.
      const here = feed
        ? has('feed_id', feed.together)
        : ['*', undefined].includes(claims['feed_id'] as string);
      if (!here || !has('resource', resource) || !has('action', action)) throw notAllowed();
    },
    needUser(userId) {
      if (own !== undefined && own !== userId) throw notAllowed();
    },
    needServer() {
      if (!has('feed_id', '*')) throw notAllowed();
    },
  };
}

/** `{ user_id }`: reads what is public and one's own, writes one's own. */
function userOf({ user_id }: Json): Visitor {
  if (typeof user_id !== 'string') throw badToken('Authentication failed: the token names no user.');
  return {
    userId: user_id,
    need(action, _resource, feed) {
      if (feed && feed.user !== user_id && (action !== 'read' || feed.group.own)) throw notAllowed();
    },
    needUser(userId) {
      if (userId !== user_id) throw notAllowed();
    },
    needServer: refuse,
  };
}

function refuse(): never {
  throw notAllowed();
}
