import type { Token, TokenRequest } from '../http/token.js';

/** What the host knows of the visitor who asks. Only what the sources in use need. */
export interface Session {
  /** mail.ru's `session_key` of this visitor. */
  readonly sessionKey?: string | undefined;
  /** getstream: the feeds that this visitor may read, `timeline:42`. */
  readonly feeds?: readonly string[] | undefined;
  /** getstream with `tokens: 'user'`: who this visitor is there. */
  readonly userId?: string | undefined;
  /** piictu: this visitor's OAuth token. The page gets it. */
  readonly oauthToken?: string | undefined;
}

/** The tokens of one source. Throws a `Refusal` for what this visitor may not have. */
export type TokenMaker = (params: TokenRequest['params'], session: Session) => Token | Promise<Token>;
