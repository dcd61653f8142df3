import { withDeadline } from './deadline.js';
import { AuthError, FeedError } from './errors.js';
import { readToken } from './read-token.js';
import type { Token, TokenProvider, TokenRequest } from './token.js';

const PROVIDER_TIMEOUT_MS = 10_000;
const RENEWAL_WINDOW_MS = 60_000;

type Params = TokenRequest['params'];

/** What the host page was asked since the last renewal: each question, by its params, and its answer. */
type Session = Map<string, Promise<HeldToken>>;

/** A token, and the session it was given in. */
export interface HeldToken {
  readonly token: Token;
  readonly session: Session;
}

/**
 * Asks the host page for tokens, as seldom as it can. One that signs nothing (no params) is kept until the
 * server refuses it; one that signs its params is asked for each time. Equal questions at the same time are
 * one question, and so are all renewals.
 */
export class TokenKeeper {
  readonly #source: string;
  readonly #provider: Exclude<TokenProvider, string>;
  readonly #now: () => number;
  #session: Session = new Map();
  #renewal: Promise<unknown> | undefined;
  /** When the last two renewals began. */
  #renewedAt: readonly [number, number] = [-Infinity, -Infinity];

  constructor(source: string, provider: TokenProvider, now: () => number) {
    this.#source = source;
    this.#provider = typeof provider === 'string' ? () => ({ token: provider }) : provider;
    this.#now = now;
  }

  /** A token for these params; where one was `refused`, a token in its place. */
  async get(params: Params, refused?: HeldToken): Promise<HeldToken> {
    // Refused tokens of an earlier session have been renewed already.
    const renews = refused?.session === this.#session;
    if (renews) this.#beginSession();
    const session = this.#session;
    const key = new URLSearchParams(params).toString();
    const known = session.get(key);
    if (known) return known;
    const asked = this.#ask(params, renews ? 'expired' : 'first').then((token) => ({ token, session }));
    session.set(key, asked);
    const forget = () => session.delete(key);
    asked.then(key ? forget : undefined, forget);
    if (renews) this.#renewal = asked.catch(() => undefined);
    return asked;
  }

  #beginSession(): void {
    const now = this.#now();
    const [lastButOne, last] = this.#renewedAt;
    if (now - lastButOne < RENEWAL_WINDOW_MS) {
      throw new AuthError('The server refuses fresh tokens: see that they are made for this app and user.');
    }
    this.#renewedAt = [last, now];
    this.#session = new Map();
  }

  async #ask(params: Params, reason: TokenRequest['reason']): Promise<Token> {
    // Before a renewal has ended, the host page may still give what will be refused. The wait also lets a
    // provider that calls back into the feed find its own question.
    await this.#renewal;
    const provider = this.#provider;
    try {
      // A copy: what the provider adds to it must not be sent.
      const request: TokenRequest = { source: this.#source, params: { ...params }, reason };
      return readToken(await withDeadline(PROVIDER_TIMEOUT_MS, async () => provider(request)));
    } catch (error) {
      if (error instanceof FeedError && error.kind !== 'timeout') throw error;
      throw new AuthError('The token provider failed: the cause says why.', { cause: error });
    }
  }
}
