import { requireSafeEndpoint } from '../../http/endpoint.js';
import type { Fetch } from '../../http/fetch-answer.js';
import { rejectOption } from '../../http/reject-option.js';
import type { TokenProvider } from '../../http/token.js';
import { DEFAULT_BASE_URL } from './getstream-request.js';

export interface StreamClientOptions {
  readonly apiKey: string;
  /** For realtime; no call here needs it. */
  readonly appId?: string | undefined;
  /** `v1.0` by default. */
  readonly version?: string | undefined;
  /** Seconds for a call and its whole response; 3 by default, at most 600. */
  readonly timeout?: number | undefined;
  /** With a slash at the end; `https://api.stream-io-api.com/api/` by default. */
  readonly baseUrl?: string | undefined;
  /** The service's region, if `baseUrl` is not set: `us-east`. */
  readonly location?: string | undefined;
  /** Replaces the global `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** Makes a feed's token from `user1`, its slug and user ID joined. For servers, which have the secret. */
  readonly sign?: ((feedTogether: string) => string | Promise<string>) | undefined;
  /** For feeds without their own token; called for each request, with `params` of `{ feed: 'user:1' }`. */
  readonly token?: TokenProvider | undefined;
}

/** Seconds. A timer that is longer than 24 days would end at once. */
export function readTimeout({ timeout = 3 }: StreamClientOptions): number {
  return timeout > 0 && timeout <= 600 ? timeout : rejectOption('timeout', 'above 0 and at most 600 s');
}

/** The address of the API. */
export function readBaseUrl({ baseUrl, location }: StreamClientOptions): string {
  if (location !== undefined && !/^[\w-]+$/.test(location)) rejectOption('location', 'like us-east');
  const region = location && `https://${location}-api.stream-io-api.com/api/`;
  const { href, search } = requireSafeEndpoint(baseUrl ?? region ?? DEFAULT_BASE_URL, 'baseUrl');
  return href.endsWith('/') && !search ? href : rejectOption('baseUrl', 'an address with a slash at its end');
}
