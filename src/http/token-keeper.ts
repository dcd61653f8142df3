import { withDeadline } from './deadline.js';
import { AuthError, FeedError } from './errors.js';
import { readToken } from './read-token.js';
import type { Token, TokenProvider, TokenRequest } from './token.js';

const PROVIDER_TIMEOUT_MS = 10_000;
const RENEWAL_WINDOW_MS = 60_000;

type Params = TokenRequest['params'];

/** What the host page was asked since the last renewal: the answers, by the params of their questions. */
type Session = Map<string, Promise<HeldToken>>;

/** A token, and the session it was given in. */
export interface HeldToken {
  readonly token: Token;
  readonly session: Session;
}

/** What is asked for a token. */
interface Question {
  readonly params: Params;
  readonly signed: boolean;
}

/** A token for a request; where one was `refused`, a token in its place. */
export type TokenKeeper = (question: Question, refused?: HeldToken) => Promise<HeldToken>;

/**
 * Asks the host page for tokens, as seldom as it can. One that does not sign its params is kept until the
 * server refuses it; one that does is asked for each time. Equal questions at the same time are
 * one question, and so are all renewals.
 */
export function createTokenKeeper(source: string, provider: TokenProvider, now: () => number): TokenKeeper {
  let session: Session = new Map();
  let renewal: Promise<unknown> | undefined;
  let lastRenewal = -Infinity;
  let lastButOne = -Infinity;

  const ask = async (params: Params, reason: TokenRequest['reason']): Promise<Token> => {
    // Before a renewal has ended, the host page may still give what will be refused. The wait also lets a
    // provider that calls back into the feed find its own question.
    await renewal;
    if (typeof provider === 'string') return readToken({ token: provider });
    try {
      // A copy: what the provider adds to it must not be sent.
      const answer = async () => provider({ source, params: { ...params }, reason });
      return readToken(await withDeadline(PROVIDER_TIMEOUT_MS, answer));
    } catch (error) {
      if (error instanceof FeedError && error.kind !== 'timeout') throw error;
      throw new AuthError('The token provider failed: the cause says why.', { cause: error });
    }
  };

  const beginSession = () => {
    if (now() - lastButOne < RENEWAL_WINDOW_MS) {
      throw new AuthError('The server refuses fresh tokens: check how they are made.');
    }
    lastButOne = lastRenewal;
    lastRenewal = now();
    session = new Map();
  };

  return async ({ params, signed }, refused) => {
    // What an earlier session gave has been renewed already.
    const renews = refused?.session === session;
    if (renews) beginSession();
    const current = session;
    const key = new URLSearchParams(params).toString();
    const known = current.get(key);
    if (known) return known;
    const held = ask(params, renews ? 'expired' : 'first').then((token) => ({ token, session: current }));
    current.set(key, held);
    const forget = () => current.delete(key);
    held.then(signed ? forget : undefined, forget);
    if (renews) renewal = held.catch(() => undefined);
    return held;
  };
}
