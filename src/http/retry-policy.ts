import { DelegateBackoff, handleWhen, retry, type RetryPolicy } from 'cockatiel';
import { isRetryable } from './errors.js';

const BASE_MS = 1_000;

export interface RetryOptions {
  readonly maxTries: number;
  /** 0 to 1, for the jitter. */
  readonly random: () => number;
  /** Milliseconds until the next try is allowed at all. */
  readonly waitMs: () => number;
  /** Milliseconds that are left for everything. */
  readonly leftMs: () => number;
}

/**
 * The policy of one call. The server's own Retry-After is taken as it is; else full jitter,
 * `random() * 1 s * 2^n`. A try that would come too late is not waited for: the error says when
 * it would have been, in `retryInMs`.
 */
export function retryPolicy({ maxTries, random, waitMs, leftMs }: RetryOptions): RetryPolicy {
  let tries = 0;
  let delay = 0;
  const isWorthAnother = (error: unknown): boolean => {
    tries += 1;
    if (tries >= maxTries || !isRetryable(error)) return false;
    const jittered = random() * BASE_MS * 2 ** (tries - 1);
    delay = Math.max(error.retryInMs ?? jittered, waitMs());
    if (delay < leftMs()) return true;
    error.retryInMs = delay;
    return false;
  };
  return retry(handleWhen(isWorthAnother), {
    maxAttempts: maxTries,
    backoff: new DelegateBackoff(() => delay),
  });
}
