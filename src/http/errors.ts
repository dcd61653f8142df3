/**
 * Everything that can go wrong between a feed and its server. Messages say what to do; they never contain a token, a
 * URL's query or user text.
 */
export type FeedErrorKind =
  'network' | 'timeout' | 'aborted' | 'http' | 'auth' | 'api' | 'format' | 'too-large' | 'config';

/**
 * What the reader or the site owner can do:
 * `retry`: it may work later; `sign-in`: the session has ended; `forbidden`: this reader may not see it;
 * `setup`: the page is set up wrong, and retrying does not help.
 */
export type FeedErrorAdvice = 'retry' | 'sign-in' | 'forbidden' | 'setup';

export interface FeedErrorOptions {
  /** HTTP status of the response, if there was one. */
  readonly status?: number;
  /** The API's own error code. */
  readonly code?: number;
  readonly advice?: FeedErrorAdvice;
  /** Milliseconds to wait before a retry, as the server asked. */
  readonly retryInMs?: number | undefined;
  /** The attribute or option that is wrong. */
  readonly option?: string;
  readonly cause?: unknown;
}

export abstract class FeedError extends Error {
  abstract readonly kind: FeedErrorKind;
  override readonly name = 'FeedError';
  readonly advice: FeedErrorAdvice = 'retry';
  declare readonly status?: number;
  declare readonly code?: number;
  /** Also set by the retry policy, if it gives up because the next try would come too late. */
  declare retryInMs?: number | undefined;
  declare readonly option?: string;

  constructor(message: string, { cause, ...facts }: FeedErrorOptions = {}) {
    super(message, { cause });
    Object.assign(this, facts);
  }
}

/** No response: offline, DNS, a refused or cut connection, CORS, a blocked request. */
export class NetworkError extends FeedError {
  readonly kind = 'network';
}

/** No complete response in time. */
export class TimeoutError extends FeedError {
  readonly kind = 'timeout';
}

/** The request was cancelled. */
export class AbortedError extends FeedError {
  readonly kind = 'aborted';
}

/** A status outside 2xx without a documented API error. */
export class HttpError extends FeedError {
  readonly kind = 'http';
}

/** No token, or one that the server rejects. */
export class AuthError extends FeedError {
  readonly kind = 'auth';
  override readonly advice = 'sign-in';
}

/** The API returned an error. */
export class ApiError extends FeedError {
  readonly kind = 'api';
}

/** A response that is not what the API documents. */
export class FormatError extends FeedError {
  readonly kind = 'format';
}

/** A response over the size limit. */
export class TooLargeError extends FeedError {
  readonly kind = 'too-large';
}

/** A missing or wrong attribute or option; {@link FeedError.option} names it. */
export class ConfigError extends FeedError {
  readonly kind = 'config';
  override readonly advice = 'setup';
}

/** It may work later, and the failure tells something about the server. */
export function isRetryable(error: unknown): error is FeedError {
  return (
    error instanceof FeedError &&
    error.advice === 'retry' &&
    /^(?:network|timeout|http|api)$/.test(error.kind)
  );
}
