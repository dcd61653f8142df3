import { circuitBreaker, ConsecutiveBreaker, handleWhen, type IBackoff } from 'cockatiel';
import { isRetryable } from './errors.js';

const FAILURES = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Leaves a server alone that failed five times in a row: for 30 s, then for twice as long after each probe
 * that fails too, up to 5 min.
 */
export class Circuit {
  /** Throws a `BrokenCircuitError` in place of running a task while the server is left alone. */
  readonly breaker = circuitBreaker(handleWhen(isRetryable), {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: { next: () => this.#pause(FIRST_PAUSE_MS) },
  });
  readonly #now: () => number;
  #openUntil = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds until a request may be sent; 0 when it may now. */
  get waitMs(): number {
    return Math.max(this.#openUntil - this.#now(), 0);
  }

  /**
   * The breaker compares `duration` with Date.now(), which jumps with the reader's clock: so it is all or
   * nothing, by the monotonic clock.
   */
  #pause(ms: number): IBackoff<unknown> {
    this.#openUntil = this.#now() + ms;
    const waitMs = () => this.waitMs;
    return {
      get duration() {
        return waitMs() ? Infinity : -Infinity;
      },
      next: () => this.#pause(Math.min(ms * 2, LONGEST_PAUSE_MS)),
    };
  }
}
