import { b64Encode } from './b64-encode.js';
import { hmac } from './hmac.js';

/**
 * A feed's simple token: 27 characters, to read and write it, forever. `feedId` is slug and user ID joined without a
 * colon: `sign(secret, 'user1')`. `user:11` and `user1:1` therefore have the same token, so no group's slug should start
 * with another's. `seeds/000_e2b019c7ed018adc.txt`, 1.5.
 */
export async function sign(apiSecret: string, feedId: string): Promise<string> {
  const key = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(apiSecret));
  return b64Encode(await hmac('SHA-1', key, feedId));
}
