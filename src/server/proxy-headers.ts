/** Of the answer of mail.ru. */
export const KEPT_HEADERS = ['content-type', 'retry-after'];

export const FIXED_HEADERS = {
  'cache-control': 'no-store',
  // It answers on the host's own origin with another one's words: never as a page or a script of the host's.
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  vary: 'Origin',
};

export const TEXT = { 'content-type': 'text/plain; charset=utf-8' };

export const PREFLIGHT = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers': 'Content-Type',
  'access-control-max-age': '600',
};

/** For a page of a listed origin. */
export function corsHeaders({ headers }: Request, origins: readonly string[]): Record<string, string> {
  const origin = headers.get('origin');
  if (origin === null || !origins.includes(origin)) return {};
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'Retry-After' };
}
