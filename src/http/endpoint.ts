import { ConfigError } from './errors.js';

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * An address that tokens may be sent to: https, the page's own origin, or this machine. A relative one is
 * taken from the page's address. Throws a `ConfigError` that names `option`.
 */
export function requireSafeEndpoint(value: string | undefined, option: string): URL {
  const page = typeof location === 'undefined' ? undefined : location;
  const url = value?.trim() ? parse(value, page?.href) : undefined;
  const safe =
    url?.protocol === 'https:' ||
    (url?.protocol === 'http:' && (url.origin === page?.origin || LOOPBACK.test(url.hostname)));
  if (!url || !safe || url.username || url.password) {
    throw new ConfigError(
      `"${option}" must be an https address without user name, or one of this page's own site.`,
      { option },
    );
  }
  url.hash = '';
  return url;
}

function parse(text: string, base: string | undefined): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
