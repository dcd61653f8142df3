/** What the library asks for. You may pass all of it to your own server. */
export interface TokenRequest {
  /** Name of the source: `mailru`. */
  readonly source: string;
  /**
   * mail.ru: everything that will be sent except the token's own parts. getstream: `{ feed: 'flat:123' }`. piictu:
   * `{ stream_id }`.
   */
  readonly params: Readonly<Record<string, string>>;
  /** `expired`: the server rejected the last token. */
  readonly reason: 'first' | 'expired';
}

/** mail.ru: `{ sessionKey, sig }`, `sig` over `params` and the session key. getstream and piictu: `{ token }`. */
export interface Token {
  readonly sessionKey?: string;
  readonly sig?: string;
  readonly token?: string;
}

/** A string is the same as a function that always returns `{ token }`. */
export type TokenProvider = string | ((request: TokenRequest) => Token | Promise<Token>);
