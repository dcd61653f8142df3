/** What the host page is asked for. Everything in it may be shown to the host's own server. */
export interface TokenRequest {
  /** Name of the source: `mailru`. */
  readonly source: string;
  /** Everything that will be sent except the token's own parts; empty where the token signs nothing. */
  readonly params: Readonly<Record<string, string>>;
  /** `expired`: the server refused the last one. */
  readonly reason: 'first' | 'expired';
}

/** mail.ru: `{ sessionKey, sig }`, `sig` over `params` and the session key. getstream and piictu: `{ token }`. */
export interface Token {
  readonly sessionKey?: string;
  readonly sig?: string;
  readonly token?: string;
}

/** A plain string is the same as a function that always answers `{ token }`. */
export type TokenProvider = string | ((request: TokenRequest) => Token | Promise<Token>);
