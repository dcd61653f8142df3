import { attempt } from '../../http/attempt.js';
import { withDeadline } from '../../http/deadline.js';
import { fetchAnswer, type Fetch } from '../../http/fetch-answer.js';
import { rejectOption } from '../../http/reject-option.js';
import { parseLosslessJson } from '../../model/lossless-json.js';
import { isRecord } from '../../model/record-reader.js';
import { Feed } from './feed.js';
import { signedRequest, type GetstreamCall, type Query } from './getstream-request.js';
import { readRateLimit, type RateLimit } from './rate-limit.js';
import { readException } from './read-exception.js';
import { readBaseUrl, readTimeout, type StreamClientOptions } from './stream-client-options.js';
import type { StreamRecord } from './stream-types.js';

/**
 * The feeds API v1.0, with the names of `seeds/000_e2b019c7ed018adc.txt`, 1.2. It takes tokens or a signer, never a
 * secret; for that, use the one in `whats-new-feed/server.js`. Throws a `ConfigError` that names a wrong option. Calls are
 * made once, without retries or redirects. They reject with a `FeedError`: a `StreamApiException` if the API returned an
 * error.
 */
export class StreamClient {
  readonly apiKey: string;
  readonly appId: string | undefined;
  readonly version: string;
  readonly timeout: number;
  readonly baseUrl: string;
  readonly #fetch: Fetch;
  readonly #sign: StreamClientOptions['sign'];
  readonly #token: StreamClientOptions['token'];
  #rateLimit: RateLimit | undefined;

  constructor(options: StreamClientOptions) {
    const { apiKey, appId, version = 'v1.0' } = options;
    if (!apiKey) rejectOption('apiKey', 'given');
    this.apiKey = apiKey;
    this.appId = appId;
    this.version = version;
    this.timeout = readTimeout(options);
    this.baseUrl = readBaseUrl(options);
    this.#fetch = options.fetch ?? ((url, init) => fetch(url, init));
    this.#sign = options.sign;
    this.#token = options.token;
  }

  /** The remaining calls, from the last response. */
  get rateLimit(): RateLimit | undefined {
    return this.#rateLimit;
  }

  /** A feed by its group's slug and user ID. `token` is the feed's own, if the client cannot get one. */
  feed(feedSlug: string, userId: string | number, token?: string): Feed {
    return new Feed(this, feedSlug, userId, token);
  }

  /** `signature` is the `Authorization` header, from {@link Feed.signature}. */
  get(relativeUrl: string, signature: string, params?: Query): Promise<StreamRecord> {
    return this.#send({ method: 'GET', path: relativeUrl, query: params }, signature);
  }

  /** `data` is sent as JSON. */
  post(relativeUrl: string, signature: string, params?: Query, data?: unknown): Promise<StreamRecord> {
    return this.#send({ method: 'POST', path: relativeUrl, query: params, body: data }, signature);
  }

  delete(relativeUrl: string, signature: string, params?: Query): Promise<StreamRecord> {
    return this.#send({ method: 'DELETE', path: relativeUrl, query: params }, signature);
  }

  /** The full URL for `feed/user/1/`. */
  getFullUrl(relativeUrl: string): string {
    return `${this.baseUrl}${this.version}/${relativeUrl}`;
  }

  /** The query parameters of every call. */
  getDefaultParams(): { readonly api_key: string } {
    return { api_key: this.apiKey };
  }

  /** The `X-Stream-Client` header of every call. */
  getUserAgent(): string {
    return `whats-new-feed-${VERSION}`;
  }

  /** Throws the exception class for the response's `code`. */
  raiseException(result: unknown, statusCode: number): never {
    throw readException(result, statusCode);
  }

  /** A token from the signer, for `user1`; undefined without a signer. */
  async sign(feedTogether: string): Promise<string | undefined> {
    return this.#sign?.(feedTogether);
  }

  /** A token for a feed without its own: from the signer, or else from the `token` option. */
  async token({ id, feedTogether }: Pick<Feed, 'id' | 'feedTogether'>): Promise<string | undefined> {
    const provider = this.#token;
    const made = await this.sign(feedTogether);
    if (made !== undefined) return made;
    if (typeof provider !== 'function') return provider;
    return (await provider({ source: 'getstream', params: { feed: id }, reason: 'first' })).token;
  }

  async #send(call: GetstreamCall, signature: string): Promise<StreamRecord> {
    const { baseUrl, version, apiKey } = this;
    const site = { baseUrl, version, apiKey, userAgent: this.getUserAgent() };
    const request = signedRequest(site, call, signature);
    const token = signature.slice(signature.indexOf(' ') + 1);
    const { status, headers, text } = await withDeadline(this.timeout * 1000, (signal) =>
      fetchAnswer(request, { fetch: this.#fetch, signal, secrets: [token] }),
    );
    const rateLimit = readRateLimit(headers);
    this.#rateLimit = rateLimit;
    // Some say no more than that it is done.
    const result = text || status > 299 ? attempt(() => parseLosslessJson(text)) : {};
    if (status < 300 && isRecord(result) && !result['exception']) return result;
    throw readException(result, status, { rateLimit, token });
  }
}
