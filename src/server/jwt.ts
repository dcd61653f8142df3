import { b64Encode } from './b64-encode.js';
import { hmac } from './hmac.js';

/** What a token for one feed allows; everything, forever, by default. */
export interface FeedScope {
  /** `feed`: its activities. `follower`: its followers and the feeds it follows. */
  readonly resource?: 'feed' | 'follower' | '*';
  readonly action?: 'read' | 'write' | 'delete' | '*';
  /** Expiry, in seconds since 1970. */
  readonly exp?: number;
}

/** A JWT with any claims, signed with HS256. */
export async function signJwt(apiSecret: string, claims: object): Promise<string> {
  const encoder = new TextEncoder();
  const encode = (part: object) => b64Encode(encoder.encode(JSON.stringify(part)));
  const text = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${text}.${b64Encode(await hmac('SHA-256', encoder.encode(apiSecret), text))}`;
}

/** A JWT for one feed. `feedId` as for `sign`, with the same care: `user1`. */
export function signFeedToken(apiSecret: string, feedId: string, scope: FeedScope = {}): Promise<string> {
  const { resource = '*', action = '*', ...rest } = scope;
  return signJwt(apiSecret, { resource, action, feed_id: feedId, ...rest });
}

/** A JWT for one user, who may do what the app's rules allow. Set `exp` in the claims to let it expire. */
export function signUserToken(apiSecret: string, userId: string, claims: object = {}): Promise<string> {
  return signJwt(apiSecret, { user_id: userId, ...claims });
}
