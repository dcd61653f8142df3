import { attempt } from './attempt.js';
import { rejectOption } from './reject-option.js';

/** Beside the page's own origin. */
const SAFE = /^https:|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/]/;

/**
 * An address that tokens may be sent to: https, the page's own origin, or this machine. A relative one is
 * taken from the page's address. Throws a `ConfigError` that names `option`.
 */
export function requireSafeEndpoint(value: string | undefined, option: string): URL {
  const page = typeof location === 'undefined' ? undefined : location;
  const url = value?.trim() ? attempt(() => new URL(value, page?.href)) : undefined;
  const isOwn = url?.protocol === 'http:' && url.origin === page?.origin;
  if (!url || url.username || url.password || !(isOwn || SAFE.test(url.href))) {
    rejectOption(option, "an https address, or one of this page's own site");
  }
  url.hash = '';
  return url;
}

/** {@link requireSafeEndpoint} for the address of an API, after which its own query is written. */
export function requireApiEndpoint(value: string | undefined): URL {
  const url = requireSafeEndpoint(value, 'endpoint');
  return url.search ? rejectOption('endpoint', 'an address without a query') : url;
}
