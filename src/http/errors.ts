/**
 * Everything that can go wrong between a feed and its server, as one closed tree. A message says what to do;
 * it never holds a token, a URL's query or a text that a user wrote.
 */
export type FeedErrorKind =
  'network' | 'timeout' | 'aborted' | 'http' | 'auth' | 'api' | 'format' | 'too-large' | 'config';

/**
 * What the reader, or the site's owner, can do about it:
 * `retry` it may work later; `sign-in` the session has ended; `forbidden` this reader may not see it;
 * `setup` the page is wrongly set up and trying again is of no use.
 */
export type FeedErrorAdvice = 'retry' | 'sign-in' | 'forbidden' | 'setup';

export interface FeedErrorOptions {
  /** HTTP status of the answer, where there was one. */
  readonly status?: number;
  /** The API's own error code. */
  readonly code?: number;
  readonly advice?: FeedErrorAdvice;
  /** Milliseconds after which the server asked to come back. */
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
  /** Set by the retry policy too, when it gives up because the next try would come too late. */
  declare retryInMs?: number | undefined;
  declare readonly option?: string;

  constructor(message: string, { cause, ...facts }: FeedErrorOptions = {}) {
    super(message, { cause });
    Object.assign(this, facts);
  }
}

/** No answer: offline, DNS, a refused or cut connection, CORS, a blocked request. */
export class NetworkError extends FeedError {
  readonly kind = 'network';
}

/** No whole answer in time. */
export class TimeoutError extends FeedError {
  readonly kind = 'timeout';
}

/** Nobody waits for the answer any more. */
export class AbortedError extends FeedError {
  readonly kind = 'aborted';
}

/** A status outside 2xx without a reason that the API documents. */
export class HttpError extends FeedError {
  readonly kind = 'http';
}

/** No token, or one that the server does not take. */
export class AuthError extends FeedError {
  readonly kind = 'auth';
  override readonly advice = 'sign-in';
}

/** The API answered with an error of its own. */
export class ApiError extends FeedError {
  readonly kind = 'api';
}

/** An answer that is not what the API documents. */
export class FormatError extends FeedError {
  readonly kind = 'format';
}

/** An answer above the size cap. */
export class TooLargeError extends FeedError {
  readonly kind = 'too-large';
}

/** An attribute or option that is missing or wrong; {@link FeedError.option} names it. */
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
