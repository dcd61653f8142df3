import { withDeadline } from './deadline.js';
import { AuthError, FeedError } from './errors.js';
import { readToken } from './read-token.js';
import type { Token, TokenProvider, TokenRequest } from './token.js';

const PROVIDER_TIMEOUT_MS = 10_000;
const RENEWALS = 2;
const RENEWAL_WINDOW_MS = 60_000;

/** A token, and how many renewals were before it. */
export interface HeldToken {
  readonly token: Token;
  readonly generation: number;
}

type Params = TokenRequest['params'];

interface Flight {
  readonly key: string;
  readonly promise: Promise<HeldToken>;
}

/**
 * Asks the host page for tokens, as seldom as it can. One that signs nothing (no params) is kept until the
 * server refuses it; one that signs its params is asked for each time. Equal questions at the same time are
 * one question, and so are all renewals.
 */
export class TokenKeeper {
  readonly #provider: TokenProvider;
  readonly #source: string;
  readonly #now: () => number;
  readonly #flights = new Map<string, Promise<HeldToken>>();
  #kept: HeldToken | undefined;
  #generation = 0;
  #renewal: Flight | undefined;
  #renewedAt: readonly number[] = [];

  constructor(provider: TokenProvider, options: { readonly source: string; readonly now: () => number }) {
    this.#provider = provider;
    this.#source = options.source;
    this.#now = options.now;
  }

  async get(params: Params): Promise<HeldToken> {
    // A token from before would be refused as well.
    await this.#renewal?.promise;
    const key = keyOf(params);
    if (key === '' && this.#kept) return this.#kept;
    const name = `${this.#generation} ${key}`;
    const flight =
      this.#flights.get(name) ?? this.#fly(key, params).finally(() => this.#flights.delete(name));
    this.#flights.set(name, flight);
    return flight;
  }

  /** A token in place of one that the server refused. */
  async renew(used: HeldToken, params: Params): Promise<HeldToken> {
    const key = keyOf(params);
    if (!this.#renewal && used.generation === this.#generation) {
      this.#renewal = { key, promise: this.#renew(key, params) };
    }
    const renewal = this.#renewal;
    const renewed = await renewal?.promise;
    return renewed && renewal?.key === key ? renewed : this.get(params);
  }

  async #fly(key: string, params: Params): Promise<HeldToken> {
    const generation = this.#generation;
    return this.#keep(key, { token: await this.#ask(params, 'first'), generation });
  }

  async #renew(key: string, params: Params): Promise<HeldToken> {
    // So that it ends after it was entered as the renewal that runs.
    await Promise.resolve();
    try {
      const now = this.#now();
      this.#renewedAt = this.#renewedAt.filter((time) => now - time < RENEWAL_WINDOW_MS);
      if (this.#renewedAt.length >= RENEWALS) {
        throw signIn('The server keeps refusing fresh tokens: see that they are made for this app and user.');
      }
      this.#renewedAt = [...this.#renewedAt, now];
      const token = await this.#ask(params, 'expired');
      this.#generation += 1;
      return this.#keep(key, { token, generation: this.#generation });
    } finally {
      this.#renewal = undefined;
    }
  }

  #keep(key: string, held: HeldToken): HeldToken {
    if (key === '' && held.generation === this.#generation) this.#kept = held;
    return held;
  }

  async #ask(params: Params, reason: TokenRequest['reason']): Promise<Token> {
    // A provider may call back into the feed: this flight must be known by then.
    await Promise.resolve();
    const provider = this.#provider;
    if (typeof provider === 'string') return readToken({ token: provider });
    const late = () => signIn('The token provider did not answer within 10 s.');
    try {
      // A copy: what the provider adds to it must not be sent.
      const request: TokenRequest = { source: this.#source, params: { ...params }, reason };
      return readToken(await withDeadline(PROVIDER_TIMEOUT_MS, late, async () => provider(request)));
    } catch (error) {
      if (error instanceof FeedError && error.kind !== 'aborted') throw error;
      throw signIn('The token provider failed; its own error is the cause.', error);
    }
  }
}

function keyOf(params: Params): string {
  return new URLSearchParams(params).toString();
}

function signIn(message: string, cause?: unknown): AuthError {
  return new AuthError(message, { advice: 'sign-in', cause });
}
