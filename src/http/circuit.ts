import { circuitBreaker, ConsecutiveBreaker, handleWhen, type IBackoff, type IPolicy } from 'cockatiel';
import { isRetryable } from './errors.js';

const FAILURES = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;

export interface Circuit {
  /** Throws a `BrokenCircuitError` in place of running a task while the server is left alone. */
  readonly breaker: IPolicy;
  /** Milliseconds until a request may be sent; 0 when it may now. */
  waitMs(): number;
}

/**
 * Leaves a server alone that failed five times in a row: for 30 s, then for twice as long after each probe
 * that fails too, up to 5 min.
 */
export function createCircuit(now: () => number): Circuit {
  let openUntil = 0;
  const waitMs = () => Math.max(openUntil - now(), 0);
  // The breaker compares `duration` with Date.now(), which jumps with the reader's clock: so it is all or
  // nothing, by the monotonic clock.
  const pause = (ms: number): IBackoff<unknown> => {
    openUntil = now() + ms;
    return {
      get duration() {
        return waitMs() ? Infinity : -Infinity;
      },
      next: () => pause(Math.min(ms * 2, LONGEST_PAUSE_MS)),
    };
  };
  const breaker = circuitBreaker(handleWhen(isRetryable), {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: { next: () => pause(FIRST_PAUSE_MS) },
  });
  return { breaker, waitMs };
}
