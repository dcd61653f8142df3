import { AuthError } from './errors.js';
import type { Token } from './token.js';

/** Printable ASCII: what fits into a header and a URL. No error of `fetch` can then quote it. */
const PART = /^[\x21-\x7e]{1,8192}$/;

/** What a host page gave as a token, checked. Throws an `AuthError` that never quotes it. */
export function readToken(value: unknown): Token {
  const token: { -readonly [Key in keyof Token]: string } = {};
  if (typeof value === 'object' && value !== null) {
    const parts = new Map(Object.entries(value));
    for (const key of ['sessionKey', 'sig', 'token'] as const) {
      const part: unknown = parts.get(key);
      if (part === undefined) continue;
      if (typeof part !== 'string' || !PART.test(part)) throw unusable();
      token[key] = part;
    }
  }
  if (Object.keys(token).length === 0) throw unusable();
  return token;
}

function unusable(): AuthError {
  return new AuthError(
    'No usable token: answer { sessionKey, sig } or { token }, each of printable ASCII, 8192 characters at most.',
    { advice: 'sign-in' },
  );
}
