import { StreamClient as TokenClient } from '../sources/getstream/stream-client.js';
import type { StreamClientOptions as TokenClientOptions } from '../sources/getstream/stream-client-options.js';
import { signFeedToken } from './jwt.js';
import { refuseBrowser } from './refuse-browser.js';
import { sign } from './sign.js';

export interface StreamClientOptions extends Omit<TokenClientOptions, 'sign' | 'token'> {
  readonly apiSecret: string;
  /** `simple` (default): the tokens of 2014. `jwt`: what the service uses today. */
  readonly auth?: 'simple' | 'jwt' | undefined;
}

/** {@link TokenClient} for a server: it creates all tokens itself. Throws in a browser. */
export class StreamClient extends TokenClient {
  constructor({ apiSecret, auth, ...options }: StreamClientOptions) {
    refuseBrowser('StreamClient with a secret');
    if (!apiSecret) throw new Error('StreamClient: set apiSecret.');
    super({
      ...options,
      sign: (feedTogether) =>
        auth === 'jwt' ? signFeedToken(apiSecret, feedTogether) : sign(apiSecret, feedTogether),
    });
  }
}
