const STRING_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/**
 * `JSON.parse` for ids: an integer that a double cannot hold exactly comes as the string of its digits.
 * @throws SyntaxError
 */
export function parseLosslessJson(text: string): unknown {
  // Always first: over text that is no JSON the pattern above can take minutes.
  const value: unknown = JSON.parse(text);
  if (!/\d{16}/.test(text)) return value;
  return JSON.parse(
    text.replace(STRING_OR_NUMBER, (token) =>
      /^"|[.e]/i.test(token) || Number.isSafeInteger(Number(token)) ? token : `"${token}"`,
    ),
  );
}
