import { requireSafeEndpoint } from './endpoint.js';
import { fetchAnswer, type Fetch } from './fetch-answer.js';
import { readToken } from './read-token.js';
import { statusError } from './status-error.js';
import type { Token, TokenProvider, TokenRequest } from './token.js';

/** Less than the patience for token providers in general, so that this end is the one that is seen. */
const TIMEOUT_MS = 8_000;
const MAX_BYTES = 65_536;

/**
 * A provider that POSTs the {@link TokenRequest} as JSON to the host's own server and expects the
 * {@link Token} as JSON; cookies go along on the same origin. 401 means: sign in again. Throws a
 * `ConfigError` for an address that is not safe.
 */
export function tokenFromUrl(url: string, options: { readonly fetch?: Fetch } = {}): TokenProvider {
  const { href } = requireSafeEndpoint(url, 'token-url');
  return (request) => ask(href, request, options.fetch ?? globalThis.fetch);
}

async function ask(url: string, tokenRequest: TokenRequest, fetch: Fetch): Promise<Token> {
  const answer = await fetchAnswer(
    {
      url,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(tokenRequest),
      credentials: 'same-origin',
    },
    { fetch, maxBytes: MAX_BYTES, signal: AbortSignal.timeout(TIMEOUT_MS) },
  );
  if (answer.status !== 200) throw statusError(answer, 'The token URL');
  return readToken(parse(answer.text));
}

/** Without the parser's own error, which quotes the text, and so the token. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
