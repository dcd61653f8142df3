import { AuthError } from './errors.js';
import type { Token } from './token.js';

/** Printable ASCII: what fits into a header and a URL. No error of `fetch` can then quote it. */
const PART = /^[\x21-\x7e]{1,8192}$/;

/** What a host page gave as a token, checked. Throws an `AuthError` that never quotes it. */
export function readToken(value: unknown): Token {
  const entries: [string, unknown][] = Object.entries(value ?? {});
  const parts = entries.filter(([key]) => /^(?:sessionKey|sig|token)$/.test(key));
  if (parts.length === 0 || !parts.every(([, part]) => typeof part === 'string' && PART.test(part))) {
    throw new AuthError('No usable token: answer { sessionKey, sig } or { token }, in printable ASCII.');
  }
  return Object.fromEntries(parts);
}
