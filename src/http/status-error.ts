import { clampDelay } from './delay.js';
import { AuthError, HttpError, type FeedError, type FeedErrorAdvice } from './errors.js';

interface StatusAnswer {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * The error of an answer outside 2xx that does not say more itself. `retryInMs` is the server's own
 * `Retry-After` (0 to 300 000; readable cross-origin only when the server exposes it).
 */
export function statusError({ status, headers }: StatusAnswer, who = 'The feed server'): FeedError {
  const message = `${who} answered with status ${status}.`;
  const retryInMs = retryAfter(headers);
  const options = { status, advice: adviceFor(status), ...(retryInMs !== undefined && { retryInMs }) };
  return status === 401 ? new AuthError(message, options) : new HttpError(message, options);
}

function adviceFor(status: number): FeedErrorAdvice {
  if (status === 401) return 'sign-in';
  if (status === 403) return 'forbidden';
  return status >= 500 || status === 408 || status === 425 || status === 429 ? 'retry' : 'setup';
}

function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return clampDelay(seconds * 1000);
  // The server's own clock, where it can be seen: the reader's may be a day off.
  const ms = Date.parse(value) - (Date.parse(headers.get('date') ?? '') || Date.now());
  return Number.isNaN(ms) ? undefined : clampDelay(ms);
}
