/** A number beyond 16 digits cannot stand elsewhere; inside a string it costs only the second pass. */
const LONG_INTEGER = /(?:^|[\s:,[-])\d{16}/;

const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/**
 * `JSON.parse` for ids: an integer that a double cannot hold exactly comes as the string of its digits.
 * A byte order mark is allowed.
 * @throws SyntaxError
 */
export function parseLosslessJson(text: string): unknown {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  // Always first: over text that is no JSON the pattern below can take minutes.
  const value: unknown = JSON.parse(json);
  return LONG_INTEGER.test(json) ? JSON.parse(json.replace(STRING_OR_NUMBER, quoteLongInteger)) : value;
}

function quoteLongInteger(token: string): string {
  const isExact = /^"|[.e]/i.test(token) || Number.isSafeInteger(Number(token));
  return isExact ? token : `"${token}"`;
}
