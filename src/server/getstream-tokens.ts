import { validateFeedId } from '../sources/getstream/validate.js';
import { signFeedToken, signUserToken } from './jwt.js';
import { readOnlyParam } from './read-only-param.js';
import { Refusal } from './refusal.js';
import { sign } from './sign.js';
import type { Session, TokenMaker } from './token-maker.js';

/** Seconds; the page asks again when the service refuses what has ended. */
const LIFETIME = 3600;

export interface GetstreamApp {
  readonly apiSecret: string;
  /** The slugs of **all** the app's feed groups, so that a token opens only the feed it is for. */
  readonly feedGroups: readonly string[];
  /**
   * `feed` (default): read one of the session's `feeds`, for an hour. `user`: whatever the app's rules allow the session's
   * `userId`, for an hour; likes and comments need this. `simple`: read **and write** one of the session's `feeds`,
   * forever; for servers without JWT.
   */
  readonly tokens?: 'feed' | 'user' | 'simple';
}

/** `{ token }` for `{ feed: 'timeline:42' }`. */
export function getstreamTokens({ apiSecret, feedGroups, tokens = 'feed' }: GetstreamApp): TokenMaker {
  if (!apiSecret || feedGroups.length === 0) {
    throw new Error('createTokenHandler: set getstream.apiSecret and getstream.feedGroups.');
  }
  return async (params, session) => {
    const feed = readOnlyParam(params, 'feed', isFeedId);
    const [slug = '', userId = ''] = feed.split(':');
    if (!feedGroups.includes(slug)) throw new Refusal(403, 'That feed group is not one of this server.');
    const exp = Math.floor(Date.now() / 1000) + LIFETIME;
    if (tokens === 'user') {
      if (!session.userId) throw new Refusal(401, 'Sign in first.');
      return { token: await signUserToken(apiSecret, session.userId, { exp }) };
    }
    const together = slug + userId;
    checkFeeds(together, feedGroups, session);
    const scope = { resource: 'feed', action: 'read', exp } as const;
    return {
      token: await (tokens === 'simple'
        ? sign(apiSecret, together)
        : signFeedToken(apiSecret, together, scope)),
    };
  };
}

/** A token names `user11` and opens what can be read out of that, `user:11` and `user1:1`: all must be allowed. */
function checkFeeds(together: string, feedGroups: readonly string[], { feeds = [] }: Session): void {
  const opened = feedGroups
    .filter((slug) => together.startsWith(slug) && together !== slug)
    .map((slug) => `${slug}:${together.slice(slug.length)}`);
  if (!opened.every((feed) => feeds.includes(feed))) {
    throw new Refusal(
      403,
      'This visitor may not read that feed, or not another one that its token would open.',
    );
  }
}

function isFeedId(value: string): boolean {
  try {
    validateFeedId(value);
    return true;
  } catch {
    return false;
  }
}
