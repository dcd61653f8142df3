/**
 * Whether a request comes from a page of its own origin, from one of `origins`, or from no browser. A browser sets
 * both headers and a page cannot change them; callers that are no browser send neither.
 */
export function isAllowedCaller({ headers, url }: Request, origins: readonly string[]): boolean {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const isOwn = site ? site === 'same-origin' : !origin || origin === new URL(url).origin;
  return isOwn || (origin !== null && origins.includes(origin));
}
