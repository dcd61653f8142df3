import {
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  isBrokenCircuitError,
  type IBackoff,
} from 'cockatiel';
import { isRetryable, NetworkError } from './errors.js';

const FAILURES = 5;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 300_000;

/**
 * Leaves a server alone that failed five times in a row: for 30 s, then for twice as long after each probe
 * that fails too, up to 5 min.
 */
export class Circuit {
  readonly #now: () => number;
  readonly #breaker = circuitBreaker(handleWhen(isRetryable), {
    breaker: new ConsecutiveBreaker(FAILURES),
    halfOpenAfter: { next: () => this.#pause(FIRST_PAUSE_MS) },
  });
  #openUntil = -Infinity;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds until a request may be sent; 0 when it may now. */
  get waitMs(): number {
    return Math.max(this.#openUntil - this.#now(), 0);
  }

  /** Throws when the server is to be left alone. */
  check(): void {
    if (this.waitMs > 0) throw this.#refusal();
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    try {
      return await this.#breaker.execute(task);
    } catch (error) {
      throw isBrokenCircuitError(error) ? this.#refusal() : error;
    }
  }

  #refusal(): NetworkError {
    return new NetworkError('Too many failures in a row: the server is left alone for a while.', {
      retryInMs: this.waitMs,
    });
  }

  /**
   * The breaker compares `duration` with Date.now(), which jumps with the reader's clock: so it is all or
   * nothing, by the monotonic clock.
   */
  #pause(ms: number): IBackoff<unknown> {
    const until = this.#now() + ms;
    const now = this.#now;
    this.#openUntil = until;
    return {
      get duration() {
        return now() < until ? Infinity : -Infinity;
      },
      next: () => this.#pause(Math.min(ms * 2, LONGEST_PAUSE_MS)),
    };
  }
}
