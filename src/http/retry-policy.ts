import { handleWhen, retry, type IBackoff, type RetryPolicy } from 'cockatiel';
import type { Circuit } from './circuit.js';
import { isRetryable } from './errors.js';

const BASE_MS = 1_000;

/**
 * The policy of one call: `retries` at most after the first try. The server's own Retry-After is taken as it
 * is; else full jitter, `random() * 1 s * 2^n`. A try that would come later than `leftMs` is not waited for:
 * the error says when it would have been, in `retryInMs`.
 */
export function retryPolicy(
  retries: number,
  random: () => number,
  circuit: Circuit,
  leftMs: () => number,
): RetryPolicy {
  let delay = 0;
  let longest = BASE_MS;
  const isWorthAnother = (error: unknown): boolean => {
    if (!isRetryable(error)) return false;
    delay = Math.max(error.retryInMs ?? random() * longest, circuit.waitMs());
    longest *= 2;
    if (delay < leftMs()) return true;
    error.retryInMs = delay;
    return false;
  };
  const backoff: IBackoff<unknown> = {
    get duration() {
      return delay;
    },
    next: () => backoff,
  };
  return retry(handleWhen(isWorthAnother), { maxAttempts: retries, backoff });
}
