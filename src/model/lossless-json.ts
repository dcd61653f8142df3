/**
 * An integer of 16 digits or more, which a double may not hold exactly; or what looks like one in a string. With the
 * digits written out engines search several times as fast as with `{16}`.
 */
// eslint-disable-next-line regexp/optimal-quantifier-concatenation -- see above
const LONG = /(?<![^:,[\s])-?\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d\d*(?![^,\]}\s])/g;

const STRING_OR_LONG = /"[^"\\]*(?:\\.[^"\\]*)*"|(?<![^:,[\s])-?\d{16,}(?![^,\]}\s])/g;

/**
 * `JSON.parse` for ids: an integer that a double cannot hold exactly comes as the string of its digits.
 * @throws SyntaxError
 */
export function parseLosslessJson(text: string): unknown {
  // Always first: over text that is no JSON the last pattern can take minutes.
  const value: unknown = JSON.parse(text);
  if (text.search(LONG) < 0) return value;
  try {
    return JSON.parse(text.replace(LONG, quote));
  } catch {
    // One stood in a string, which its quotation marks have cut in two. Stepping over strings takes much longer.
    return JSON.parse(text.replace(STRING_OR_LONG, quote));
  }
}

function quote(token: string): string {
  return /^"/.test(token) || Number.isSafeInteger(Number(token)) ? token : `"${token}"`;
}
