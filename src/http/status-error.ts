import { AuthError, HttpError, type FeedError, type FeedErrorAdvice } from './errors.js';
import type { Answer } from './fetch-answer.js';
import { LONGEST_DELAY_MS } from './longest-delay.js';

/**
 * The error of an answer outside 2xx that does not say more itself. `retryInMs` is the server's own
 * `Retry-After` (0 to 300 000; readable cross-origin only when the server exposes it).
 */
export function statusError({ status, headers }: Answer, who = 'The feed server'): FeedError {
  const options = { status, advice: adviceFor(status), retryInMs: retryAfter(headers) };
  return new (status === 401 ? AuthError : HttpError)(`${who} answered with status ${status}.`, options);
}

function adviceFor(status: number): FeedErrorAdvice {
  if (status === 403) return 'forbidden';
  return status >= 500 || status === 408 || status === 425 || status === 429 ? 'retry' : 'setup';
}

/** Seconds or a date. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  const ms = Number(value) * 1000 || Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_DELAY_MS);
}
