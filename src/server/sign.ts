import { b64Encode } from './b64-encode.js';
import { hmac } from './hmac.js';

/**
 * The simple token of a feed: 27 characters, for ever, to read it and to write it. `feedId` is slug and user id
 * joined, without a colon: `sign(secret, 'user1')`. So `user:11` and `user1:1` have one token: let no group's slug
 * begin with another's. `seeds/000_e2b019c7ed018adc.txt`, 1.5.
 */
export async function sign(apiSecret: string, feedId: string): Promise<string> {
  const key = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(apiSecret));
  return b64Encode(await hmac('SHA-1', key, feedId));
}
