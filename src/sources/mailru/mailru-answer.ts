import { attempt } from '../../http/attempt.js';
import { FeedError, FormatError } from '../../http/errors.js';
import type { Answer } from '../../http/fetch-answer.js';
import { statusError } from '../../http/status-error.js';
import type { Page } from '../../model/event.js';
import { parseLosslessJson } from '../../model/lossless-json.js';
import { readMailruError } from './mailru-errors.js';
import { readMailruPage } from './mailru-events.js';
import { parseMailruXml } from './mailru-xml.js';

/** The page in an answer, or throws its error. `liked`: see {@link readMailruPage}. */
export function readMailruAnswer(answer: Answer, liked?: ReadonlySet<string>): Page {
  let raw: unknown;
  try {
    raw = parse(answer);
  } catch (error) {
    // The page of a gateway: its status says more than that it is not a feed.
    assertOk(answer);
    // Without a SyntaxError as its cause, which quotes the text it failed on. Servers have no parser of XML.
    throw error instanceof FeedError ? error : new FormatError('The answer is not JSON: check endpoint.');
  }
  assertOk(answer, raw);
  return readMailruPage(raw, liked);
}

/**
 * Throws the error in an answer to a like or a comment. What a success looks like is documented nowhere: anything else
 * is one, but for the page of a gateway.
 */
export function readMailruActionAnswer(answer: Answer): undefined {
  assertOk(
    answer,
    attempt(() => parse(answer)),
  );
  if (/^\s*<(?:!doctype|html)/i.test(answer.text)) {
    throw new FormatError('The answer is a web page: check endpoint.');
  }
}

/**
 * The text itself says whether it is JSON or XML: the API labels JSON as JavaScript, and a gateway may answer in
 * another format than the one that was asked for.
 */
function parse({ text }: Answer): unknown {
  return /^\s*</.test(text) ? parseMailruXml(text) : parseLosslessJson(text);
}

function assertOk(answer: Answer, raw?: unknown): void {
  const { status } = answer;
  const error = readMailruError(raw, status);
  if (error) throw error;
  if (status < 200 || status > 299) throw statusError(answer);
}
