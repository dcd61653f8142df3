import { withDeadline } from './deadline.js';
import { requireSafeEndpoint } from './endpoint.js';
import { AuthError, TimeoutError } from './errors.js';
import { fetchAnswer, type Fetch, type HttpRequest } from './fetch-answer.js';
import { readToken } from './read-token.js';
import { statusError } from './status-error.js';
import type { Token, TokenProvider, TokenRequest } from './token.js';

/** Less than the patience for token providers in general, so that this error is the one that is seen. */
const TIMEOUT_MS = 8_000;
const MAX_BYTES = 65_536;
const WHO = 'The token URL';

/**
 * A provider that POSTs the {@link TokenRequest} as JSON to the host's own server and expects the
 * {@link Token} as JSON; cookies go along on the same origin. 401 and 403 mean: sign in again. Throws a
 * `ConfigError` for an address that is not safe.
 */
export function tokenFromUrl(url: string, options: { readonly fetch?: Fetch } = {}): TokenProvider {
  const { href } = requireSafeEndpoint(url, 'token-url');
  return (request) => ask(href, request, options.fetch ?? globalThis.fetch);
}

async function ask(url: string, tokenRequest: TokenRequest, fetch: Fetch): Promise<Token> {
  const request: HttpRequest = {
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(tokenRequest),
  };
  const answer = await withDeadline(
    TIMEOUT_MS,
    () => new TimeoutError(`${WHO} did not answer within 8 s.`),
    (signal) => fetchAnswer(request, { fetch, maxBytes: MAX_BYTES, signal, credentials: 'same-origin' }),
  );
  const { status, text } = answer;
  if (status === 401 || status === 403) {
    throw new AuthError(`${WHO} answered with status ${status}.`, { status, advice: 'sign-in' });
  }
  if (status < 200 || status > 299) throw statusError(answer, WHO);
  return readToken(parse(text));
}

/** Without the parser's own error, which quotes the text, and so the token. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
