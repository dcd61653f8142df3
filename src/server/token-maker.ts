import type { Token, TokenRequest } from '../http/token.js';

/** Your visitor's data, as far as the sources you use need it. */
export interface Session {
  /** mail.ru: the visitor's `session_key`. */
  readonly sessionKey?: string | undefined;
  /** getstream: the feeds the visitor may read, `timeline:42`. */
  readonly feeds?: readonly string[] | undefined;
  /** getstream with `tokens: 'user'`: the visitor's user ID. */
  readonly userId?: string | undefined;
  /** piictu: the visitor's OAuth token. The page gets it. */
  readonly oauthToken?: string | undefined;
}

/** The tokens of one source. Throws a `Refusal` for what this visitor may not have. */
export type TokenMaker = (params: TokenRequest['params'], session: Session) => Token | Promise<Token>;
