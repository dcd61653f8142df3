import { FormatError } from '../../http/errors.js';
import { statusError, type Answer } from '../../http/http-client.js';
import type { Page } from '../../model/event.js';
import { parseLosslessJson } from '../../model/lossless-json.js';
import { readMailruError } from './mailru-errors.js';
import { readMailruPage } from './mailru-events.js';
import { parseMailruXml } from './mailru-xml.js';

/**
 * The page in an answer, or throws its error. The text itself says whether it is JSON or XML: the API labels
 * JSON as JavaScript, and a gateway may answer in another format than the one that was asked for.
 */
export function readMailruAnswer(answer: Answer): Page {
  const { status, text } = answer;
  const isOk = status >= 200 && status < 300;
  let raw: unknown;
  try {
    raw = /^\s*</.test(text) ? parseMailruXml(text) : parseLosslessJson(text);
  } catch (error) {
    // The page of a gateway: its status says more than that it is not a feed.
    if (!isOk) throw statusError(answer);
    // Without a SyntaxError as its cause, which quotes the text it failed on.
    throw error instanceof SyntaxError ? new FormatError('The answer is not JSON: check endpoint.') : error;
  }
  const error = readMailruError(raw, status);
  if (error) throw error;
  if (!isOk) throw statusError(answer);
  return readMailruPage(raw);
}
