import { LIMITS } from './limits.js';
import { readableHost } from './readable-host.js';

declare const brand: unique symbol;

/** An absolute http or https URL, safe in an `href` or, if made by {@link toMediaUrl}, in a `src`. */
export type SafeUrl = string & { readonly [brand]: 'SafeUrl' };

/** `killerfeature.com/path`: mail.ru leaves the scheme out of some links. A port must be digits. */
const SCHEMELESS = /^(?=[^:@/\\?#]+\.\p{L})[^:@/\\?#]+(?::\d+)?(?:[/?#]|$)/u;

/** Letters, digits, hyphens and the underscore that some blog hosts have; no IPv6, no dot at the end. */
const HOST = /^(?:[\w-]{1,63}\.)*[\w-]{1,63}$/;

/** Hosts of the reader's own network: a picture there would be a probe of it. */
const PRIVATE_HOST = /^[^.]*$|\.(?:\d+|localhost|local|internal|lan|home|arpa)$/;

/**
 * A host in words, and what it is joined to: behind a scheme, or with a dot. Neither a mail address nor "@vera.p". The
 * first letter is looked at for speed: a name may be a thousand joined emoji.
 */
const NAMED_HOST =
  /((?:https?:\/\/|(?=[\p{L}\w-])(?<![\p{L}\p{M}\w@-])(?<![\p{L}\p{M}\w]\.)(?![\p{L}\w.+-]+@)(?=(?:[\p{L}\p{M}\w-]+\.)+\p{L}[\p{L}\p{M}]))[\p{L}\p{M}\w.-]*[\p{L}\p{M}\d])\S*/giu;

/**
 * Most addresses: in normal form already, of a host that is not private, without a port, so that `URL`, which is
 * slow, would change nothing. No segment begins as `.`, `..` or `%2e` do.
 */
const NORMAL =
  // Stryker disable next-line Regex: what it does not match goes through URL, to the same end.
  /^https?:\/\/(?:(?!xn--)[a-z\d_-]{1,63}\.)+(?!(?:localhost|local|internal|lan|home|arpa)\/)[a-z]{1,63}(?:\/(?![.%])[\w.%~!$&()*+,;=:@-]*)+(?:\?[\w.%~!$&()*+,;=:@/?-]*)?$/;

/**
 * A URL that is safe to link to: http or https, absolute, without user name, at most 2048 characters. Without a scheme it
 * becomes https if it starts with a host name.
 * @returns the normalized URL, or undefined for any other string
 */
export function toLinkUrl(value: string): SafeUrl | undefined {
  return toSafe(NORMAL.test(value) ? value : parse(value)?.href);
}

/**
 * A URL that is safe to load: like {@link toLinkUrl}, with http changed to https, and never an IP address or a host on the
 * reader's own network.
 */
export function toMediaUrl(value: string): SafeUrl | undefined {
  // Stryker disable next-line ConditionalExpression: a shortcut, too.
  if (NORMAL.test(value)) return toSafe(value.replace(/^http:/, 'https:'));
  const url = parse(value);
  if (!url || PRIVATE_HOST.test(url.hostname)) return undefined;
  url.protocol = 'https:';
  return toSafe(url.href);
}

/**
 * The host to show beside a link, without `www.`, as {@link readableHost} has it.
 */
export function displayHost(url: SafeUrl): string {
  return readableHost(new URL(url).hostname.replace(/^www\.(?=.*\.)/, ''));
}

/**
 * Whether a label is or holds an address, and of another host than the link leads to or so written that it looks
 * like another: then the true host must be shown too.
 */
export function labelMisleads(label: string, url: SafeUrl): boolean {
  const host = displayHost(url);
  return [...label.matchAll(NAMED_HOST)].some(([, named = '']) => {
    const other = toLinkUrl(named);
    return other && (displayHost(other) !== host || !label.toLowerCase().includes(host));
  });
}

function parse(value: string): URL | undefined {
  if (value.length > LIMITS.url) return undefined;
  try {
    const url = new URL(SCHEMELESS.test(value) ? `https://${value}` : value);
    const isWeb = /^https?:/.test(url.protocol);
    return isWeb && !url.username && !url.password && HOST.test(url.hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The one place where a SafeUrl is made. */
function toSafe(href = ''): SafeUrl | undefined {
  return href && href.length <= LIMITS.url ? (href as SafeUrl) : undefined;
}
