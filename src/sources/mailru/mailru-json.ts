import { FormatError } from '../../http/errors.js';
import { parseLosslessJson } from '../../model/lossless-json.js';

/** `format=json` as a value whose long numbers are strings, exact to the last digit. */
export function parseMailruJson(text: string): unknown {
  try {
    return parseLosslessJson(text);
  } catch {
    // Without the cause: a SyntaxError quotes the text it failed on.
    throw new FormatError(
      'The answer is neither JSON nor XML: check that endpoint is the address of the API.',
    );
  }
}
