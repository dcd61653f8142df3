import { BrokenCircuitError } from 'cockatiel';
import { createCircuit, type Circuit } from './circuit.js';
import { withDeadline } from './deadline.js';
import { AuthError, NetworkError } from './errors.js';
import { fetchAnswer, type Answer, type Fetch, type HttpRequest } from './fetch-answer.js';
import { retryPolicy } from './retry-policy.js';
import { createTokenKeeper, type HeldToken, type TokenKeeper } from './token-keeper.js';
import type { Token, TokenProvider, TokenRequest } from './token.js';

/** For one request and its body. */
const ATTEMPT_TIMEOUT_MS = 10_000;
/** For all tries, pauses and tokens of one call. */
const TOTAL_TIMEOUT_MS = 30_000;
const MAX_RETRIES = 2;

export interface HttpOptions {
  /** Replaces the global `fetch`. */
  readonly fetch?: Fetch;
  /** A monotonic clock in ms; `performance.now` by default. */
  readonly now?: () => number;
  /** 0 to 1, for the jitter; `Math.random` by default. */
  readonly random?: () => number;
}

export interface HttpCall<T> {
  /** What the host page is told about the request, to make the token for it. */
  readonly params: TokenRequest['params'];
  /** The token signs `params`: it is asked for each time. Else it is kept until the server refuses it. */
  readonly signed: boolean;
  build(token: Token): HttpRequest;
  /**
   * Gets every answer, whatever its status, and throws a `FeedError` for the ones it cannot use. An
   * `AuthError` has the token renewed and the request sent again, once.
   */
  read(answer: Answer): T;
  /** `false`: sent again only when the server refused the token, for then it did nothing with it. */
  readonly repeatable: boolean;
  /** A person asked for it: sent even when the server is being left alone. */
  readonly urgent?: boolean;
  readonly signal: AbortSignal;
}

/** The requests of one source: tokens, time-outs, size cap, retries, and a circuit that spares a dead server. */
export class HttpClient {
  /** For connections of another kind. */
  readonly tokens: TokenKeeper;
  readonly #options: Required<HttpOptions>;
  #circuit: Circuit;

  constructor(source: string, token: TokenProvider, options: HttpOptions = {}) {
    this.#options = {
      // Looked up late, for pages that replace it.
      fetch: (url, init) => fetch(url, init),
      now: () => performance.now(),
      random: Math.random,
      ...options,
    };
    this.tokens = createTokenKeeper(source, token, this.#options.now);
    this.#circuit = createCircuit(this.#options.now);
  }

  /** Rejects with a `FeedError`, at once when the signal aborts. */
  send<T>(call: HttpCall<T>): Promise<T> {
    const { fetch, now, random } = this.#options;
    if (call.urgent) this.#circuit = createCircuit(now);
    const circuit = this.#circuit;
    const endsAt = now() + TOTAL_TIMEOUT_MS;
    const retries = call.repeatable ? MAX_RETRIES : 0;
    const policy = retryPolicy(retries, random, circuit, () => endsAt - now());

    const run = async (signal: AbortSignal): Promise<T> => {
      let refused: HeldToken | undefined;
      const attempt = async (): Promise<T> => {
        // The pause between two tries does not end early: a caller that gave up meanwhile is stopped here.
        signal.throwIfAborted();
        const held = await this.tokens(call, refused);
        const request = call.build(held.token);
        const secrets = Object.values(held.token);
        const exchange = (ending: AbortSignal) => fetchAnswer(request, { fetch, signal: ending, secrets });
        try {
          return call.read(await withDeadline(ATTEMPT_TIMEOUT_MS, exchange, signal));
        } catch (error) {
          if (!(error instanceof AuthError) || refused) throw error;
          refused = held;
          return attempt();
        }
      };
      try {
        return await policy.execute(() => circuit.breaker.execute(attempt), signal);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new NetworkError('The server failed too often: try again later.', {
          retryInMs: circuit.waitMs(),
        });
      }
    };
    return withDeadline(TOTAL_TIMEOUT_MS, run, call.signal);
  }
}
