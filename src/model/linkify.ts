import { LIMITS } from './limits.js';
import { toLinkUrl, type SafeUrl } from './safe-url.js';

export interface TextLink {
  /** As it stands in the text. */
  readonly label: string;
  readonly url: SafeUrl;
}

/**
 * Up to white space, a quotation mark (also `&quot;`), a bracket of markup or the next address of a list.
 * Round brackets belong to it in pairs; what ends the sentence does not.
 */
const ADDRESS =
  /((?<![\w@])(?:https?:\/\/|www\.)(?:(?![,;]http|&quot;)[^\s<>"\xab\xbb\u201c-\u201e()]|\([^\s()]*\))+(?<![.,:;!?'\u2019\u2026\]}]))/iu;

/**
 * Cuts a text at its `http://`, `https://` and `www.` addresses. The pieces, joined, are the text. Only the
 * first {@link LIMITS.links} addresses become links. Takes linear time.
 */
export function splitLinks(text: string): readonly (string | TextLink)[] {
  const pieces = text.split(ADDRESS, LIMITS.links * 2);
  const rest = text.slice(pieces.join('').length);
  // The pattern is one group, so every second piece is an address.
  const links = pieces.map((label, index) => {
    const url = index % 2 ? toLinkUrl(label) : undefined;
    return url ? { label, url } : label;
  });
  return [...links, rest];
}
