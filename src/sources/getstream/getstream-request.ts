import { AuthError } from '../../http/errors.js';
import type { HttpRequest } from '../../http/fetch-answer.js';

/** Where the API is today; `seeds/000_e2b019c7ed018adc.txt` has the address of its own time. */
export const DEFAULT_BASE_URL = 'https://api.stream-io-api.com/api/';

/** undefined and null are not sent, a list is joined with commas. */
export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | null | undefined>
>;

export interface GetstreamCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Without a version, with a slash at the end: `feed/user/1/`. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
}

/** Where and as whom calls are made. */
export interface GetstreamSite {
  /** With a slash at the end. */
  readonly baseUrl: string;
  readonly version: string;
  readonly apiKey: string;
  /** `X-Stream-Client`, in place of the User-Agent that browsers do not let pages set. */
  readonly userAgent: string;
}

/** A feed's address, as the API writes it: `flat:123`. */
export interface FeedAddress {
  readonly slug: string;
  readonly userId: string;
}

/** A call as it is sent, by the feed's own token: a JWT, or the simple token of 2014. */
export function getstreamRequest(
  site: GetstreamSite,
  call: GetstreamCall,
  address: FeedAddress,
  token: string | undefined,
): HttpRequest {
  if (!token) throw new AuthError('A token for getstream must be { token }.');
  return signedRequest(site, call, feedSignature(address, token));
}

/** Three words with dots between; a simple token is one. */
export function isJwt(token: string): boolean {
  return token.split('.').length === 3;
}

/** What an `Authorization` says: the JWT itself, or `user1 <simple token>`. */
export function feedSignature({ slug, userId }: FeedAddress, token: string): string {
  return isJwt(token) ? token : `${slug}${userId} ${token}`;
}

/** A call as it is sent, by a {@link feedSignature}. */
export function signedRequest(
  { baseUrl, version, apiKey, userAgent }: GetstreamSite,
  { method, path, query, body }: GetstreamCall,
  signature: string,
): HttpRequest {
  const params: Query = { api_key: apiKey, ...query };
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  return {
    url: `${baseUrl}${version}/${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(pairs).toString()}`,
    method,
    headers: {
      authorization: signature,
      'stream-auth-type': signature.includes(' ') ? 'simple' : 'jwt',
      'content-type': 'application/json',
      'x-stream-client': userAgent,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}
