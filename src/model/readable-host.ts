import { decodePunycode } from './punycode.js';

/**
 * The hostname as a reader knows it: in Cyrillic where the whole name is, its ending included, as no Latin name
 * looks like that. Mixed with anything else it may be a forgery, and stays punycode.
 */
export function readableHost(hostname: string): string {
  try {
    const shown = hostname.replace(/xn--([^.]+)/g, (_, code: string) => decodePunycode(code));
    const isSame = new URL(`https://${shown}`).hostname === hostname;
    return isSame && /^[\p{sc=Cyrl}\d.-]+$/u.test(shown) ? shown : hostname;
  } catch {
    return hostname;
  }
}
