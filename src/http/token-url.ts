import { attempt } from './attempt.js';
import { requireSafeEndpoint } from './endpoint.js';
import { fetchAnswer, type Fetch } from './fetch-answer.js';
import { readToken } from './read-token.js';
import { statusError } from './status-error.js';
import type { TokenProvider } from './token.js';

/** Less than the patience for token providers in general, so that this end is the one that is seen. */
const TIMEOUT_MS = 8_000;

/**
 * A provider that POSTs the `TokenRequest` as JSON to the host's own server and expects the `Token` as JSON;
 * cookies go along on the same origin. 401 means: sign in again. Throws a `ConfigError` for an address that is
 * not safe.
 */
export function tokenFromUrl(tokenUrl: string, fetch: Fetch = globalThis.fetch): TokenProvider {
  const url = requireSafeEndpoint(tokenUrl, 'token-url').href;
  return async (tokenRequest) => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(tokenRequest);
    const answer = await fetchAnswer(
      { url, method: 'POST', headers, body, credentials: 'same-origin' },
      { fetch, signal: AbortSignal.timeout(TIMEOUT_MS) },
    );
    if (answer.status > 299) throw statusError(answer, 'The token URL');
    // Without the parser's own error, which quotes the text, and so the token.
    return readToken(attempt(() => JSON.parse(answer.text) as unknown));
  };
}
