import { RecordReader } from '../../model/record-reader.js';

/** How many calls of one kind the service still takes. */
export interface RateLimit {
  /** Calls in one window of time. */
  readonly limit: number;
  /** Calls left in this one. */
  readonly remaining: number;
  /** When the next one begins. */
  readonly reset: Date;
}

/**
 * `X-RateLimit-Limit`, `-Remaining` and `-Reset` of an answer; undefined unless all are there. A page reads them
 * only where the server exposes them to it.
 */
export function readRateLimit(headers: Headers): RateLimit | undefined {
  const names = ['limit', 'remaining', 'reset'];
  const found = new RecordReader(
    Object.fromEntries(names.map((name) => [name, headers.get(`x-ratelimit-${name}`)])),
  );
  const limit = found.count('limit');
  const remaining = found.count('remaining');
  const reset = found.time('reset');
  if (limit === undefined || remaining === undefined || !reset) return undefined;
  return { limit, remaining, reset };
}
