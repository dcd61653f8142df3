import { LIMITS } from './limits.js';
import { readableHost } from './readable-host.js';

declare const brand: unique symbol;

/** An absolute http or https address that may stand in an `href` or, made by {@link toMediaUrl}, in a `src`. */
export type SafeUrl = string & { readonly [brand]: 'SafeUrl' };

/** `killerfeature.com/path`: mail.ru leaves the scheme out of some links. A port must be digits. */
const SCHEMELESS = /^(?:[\p{L}\p{M}\p{N}-]+\.)+\p{L}[\p{L}\p{M}\p{N}-]*(?::\d{1,5})?(?=[/?#]|$)/u;

/** Letters, digits, hyphens and the underscore that some blog hosts have; no IPv6, no dot at the end. */
const HOST = /^(?=.{1,253}$)(?:[\w-]{1,63}\.)*[\w-]{1,63}$/;

/** Hosts of the reader's own network: a picture there would be a probe of it. */
const PRIVATE_HOST =
  /^[^.]*$|\.\d+$|\.(?:localhost|localdomain|local|internal|intranet|corp|home|lan|home\.arpa)$/;

/** The first host that a word of a label seems to name. */
const NAMED_HOST =
  /^[^\p{L}\p{M}\p{N}-]*(?:https?:[/\\]*)?((?:[\p{L}\p{M}\p{N}-]+\.)+\p{L}[\p{L}\p{M}\p{N}-]*)/iu;

/**
 * An address a reader may be led to: http or https, absolute, without user name, at most 2048 characters.
 * An address without a scheme becomes https where it begins with a host name.
 * @returns its normal form, or undefined for every other string
 */
export function toLinkUrl(value: string): SafeUrl | undefined {
  const url = parse(value);
  return url && toSafe(url);
}

/**
 * An address the page itself may load: as {@link toLinkUrl}, http raised to https, and never an IP address
 * or a host of the reader's own network.
 */
export function toMediaUrl(value: string): SafeUrl | undefined {
  const url = parse(value);
  if (!url || PRIVATE_HOST.test(url.hostname)) return undefined;
  url.protocol = 'https:';
  return toSafe(url);
}

/**
 * The host to show beside a link, without `www.`. In Unicode when it is written in one script and cannot be
 * taken for a Latin name, else in punycode.
 */
export function displayHost(url: SafeUrl): string {
  const hostname = parse(url)?.hostname ?? '';
  return readableHost(hostname.replace(/^www\.(?=.*\.)/, ''));
}

/**
 * Whether a label, already cleaned, names a host other than the one the link leads to, so that the true one
 * must be shown too. A site and its own subdomains are one.
 */
export function labelMisleads(label: string, url: SafeUrl): boolean {
  const real = displayHost(url);
  return label.split(/\s+/).some((word) => {
    const named = NAMED_HOST.exec(word)?.[1];
    const target = named && toLinkUrl(named);
    if (!target) return false;
    const host = displayHost(target);
    // Letters that only look Latin: the label shows them, the link's own host is shown in punycode.
    const isForged = host.includes('xn--') && !named.includes('xn--');
    return isForged || (host !== real && !real.endsWith(`.${host}`));
  });
}

function parse(value: string): URL | undefined {
  const text = value.length > LIMITS.url ? '' : value.trim();
  try {
    const url = new URL(SCHEMELESS.test(text) ? `https://${text}` : text);
    const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
    return isWeb && !url.username && !url.password && HOST.test(url.hostname) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The one place where a SafeUrl is made. */
function toSafe({ href }: URL): SafeUrl | undefined {
  return href.length > LIMITS.url ? undefined : (href as SafeUrl);
}
