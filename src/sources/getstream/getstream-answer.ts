import { attempt } from '../../http/attempt.js';
import { ApiError, AuthError, FormatError, type FeedErrorAdvice } from '../../http/errors.js';
import type { Answer } from '../../http/fetch-answer.js';
import { LONGEST_DELAY_MS } from '../../http/longest-delay.js';
import { statusError } from '../../http/status-error.js';
import { parseLosslessJson } from '../../model/lossless-json.js';
import type { RawRecord } from '../../model/raw-record.js';
import { isRecord } from '../../model/record-reader.js';
import { readGetstreamError } from './getstream-error.js';

/** The codes whose status says less than they do. */
const MEANINGS: Readonly<Record<number, readonly [advice: FeedErrorAdvice, todo: string]>> = {
  2: ['setup', 'check api-key'],
  3: ['sign-in', 'sign in again'],
  7: ['setup', 'the app is suspended'],
  8: ['setup', 'check the attributes'],
  9: ['retry', 'try again later'],
  16: ['setup', 'check feed'],
  17: ['forbidden', 'the token does not permit it'],
};

/**
 * The record in an answer, an empty one where it has no body, or throws its error. The server's own `detail` is left
 * out, as it may quote the request.
 */
export function readGetstreamAnswer(answer: Answer): RawRecord {
  const { status, headers, text } = answer;
  const raw = attempt(() => parseLosslessJson(text || '{}'));
  const error = readGetstreamError(raw);
  const byStatus = statusError(answer);
  if (error) {
    const { code } = error;
    const [advice = byStatus.advice, todo = 'check the attributes'] = MEANINGS[code] ?? [];
    const Kind = advice === 'sign-in' ? AuthError : ApiError;
    throw new Kind(`${todo} (getstream error ${code})`, {
      status,
      code,
      advice,
      retryInMs: byStatus.retryInMs ?? (code === 9 ? untilReset(headers) : undefined),
    });
  }
  if (status < 200 || status > 299) throw byStatus;
  // Not with a SyntaxError as its cause, which quotes the text it failed on.
  if (!isRecord(raw)) throw new FormatError('The answer is not JSON: check endpoint.');
  return raw;
}

/** `X-RateLimit-Reset` is in seconds since 1970; readable cross-origin only where the server exposes it. */
function untilReset(headers: Headers): number | undefined {
  const ms = Number(headers.get('x-ratelimit-reset')) * 1000 - Date.now();
  return ms > 0 ? Math.min(ms, LONGEST_DELAY_MS) : undefined;
}
