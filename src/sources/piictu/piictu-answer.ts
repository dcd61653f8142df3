import { attempt } from '../../http/attempt.js';
import { ApiError } from '../../http/errors.js';
import type { Answer } from '../../http/fetch-answer.js';
import { statusError } from '../../http/status-error.js';
import type { Page } from '../../model/event.js';
import { parseLosslessJson } from '../../model/lossless-json.js';
import { isRecord } from '../../model/record-reader.js';
import { readPiictuPage } from './piictu-page.js';

/**
 * What the server says of a locked stream (`seeds/003_8d8c7f75d17cba62.txt`, «On error»). A constant of the
 * API, so that an error may quote it.
 */
const NOT_AUTHORIZED = 'user not authorized';

/** The page in an answer to what was asked at `place`, or throws its error. */
export function readPiictuAnswer(answer: Answer, place: URLSearchParams, byLikes: boolean): Page {
  const { status, text } = answer;
  // Without the parser's own error, which quotes the text.
  const raw = attempt(() => parseLosslessJson(text));
  if (status >= 200 && status < 300) return readPiictuPage(raw, place, byLikes);
  if (status === 403 && isRecord(raw) && raw['error'] === NOT_AUTHORIZED) {
    throw new ApiError(`the stream is locked (piictu: ${NOT_AUTHORIZED})`, { status, advice: 'forbidden' });
  }
  throw statusError(answer);
}
