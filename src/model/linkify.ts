import { LIMITS } from './limits.js';
import { toLinkUrl, type SafeUrl } from './safe-url.js';

export interface TextLink {
  /** As it stands in the text. */
  readonly label: string;
  readonly url: SafeUrl;
}

/** Up to white space, a quotation mark (also `&quot;`) or a bracket of markup, or the next address of a list. */
const CANDIDATE =
  /(?<![\w@])(?:https?:\/\/|www\.)(?:(?![,;]https?:\/\/|&(?:quot|lt|gt);)[^\s<>"\xab\xbb\u201c-\u201e])+/giu;

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * Cuts a text at its `http://`, `https://` and `www.` addresses. The pieces, joined, are the text. Only the
 * first {@link LIMITS.links} addresses become links. Takes linear time.
 */
export function splitLinks(text: string): readonly (string | TextLink)[] {
  const pieces: (string | TextLink)[] = [];
  let from = 0;
  let links = 0;
  for (const { 0: candidate, index } of text.matchAll(CANDIDATE)) {
    const label = trimEnd(candidate);
    const url = toLinkUrl(label);
    if (!url) continue;
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({ label, url });
    from = index + label.length;
    if (++links === LIMITS.links) break;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}

/** Leaves off what ends the sentence, and a bracket that was opened before the address. */
function trimEnd(candidate: string): string {
  const count = new Map<string, number>();
  for (const char of candidate) count.set(char, (count.get(char) ?? 0) + 1);
  let end = candidate.length;
  for (; end > 0; end--) {
    const last = candidate.charAt(end - 1);
    const opening = CLOSING[last];
    const closed = count.get(last) ?? 0;
    if (opening ? closed <= (count.get(opening) ?? 0) : !/[.,:;!?'\u2019*_~\u2026|]/.test(last)) break;
    count.set(last, closed - 1);
  }
  return candidate.slice(0, end);
}
