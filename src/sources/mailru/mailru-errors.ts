import { ApiError, AuthError, FormatError, type FeedError, type FeedErrorAdvice } from '../../http/errors.js';
import { isRecord, RecordReader } from '../../model/record-reader.js';

/** `seeds/004_516314a2b7ecbd20.txt`, «Коды ошибок»; 202 and 501 were met by clients of the API. */
const MEANINGS: Readonly<Record<number, readonly [advice: FeedErrorAdvice, todo: string]>> = {
  1: ['retry', 'try again'],
  2: ['setup', 'check endpoint'],
  3: ['retry', 'try again later'],
  4: ['setup', 'update this library'],
  100: ['setup', 'check the attributes'],
  102: ['sign-in', 'sign in again'],
  103: ['setup', 'check app-id'],
  104: ['setup', 'the signature is wrong: sign exactly the params of the token request'],
  105: ['forbidden', 'the reader has to install the app'],
  200: ['forbidden', 'the app has no permission'],
  202: ['forbidden', 'the reader has no permission'],
  501: ['setup', 'send another image'],
};

/**
 * The error that an answer holds in place of events, whatever its HTTP status: `{ error: { error_code } }`, or
 * a word as OAuth has it, which is always about the session. Undefined where it holds none. The server's own
 * wording is left out, as it may quote the request.
 */
export function readMailruError(raw: unknown, status: number): FeedError | undefined {
  if (!isRecord(raw) || !Object.hasOwn(raw, 'error')) return undefined;
  const isWord = typeof raw['error'] === 'string';
  // OAuth answers 400, 401 or 403; above that a gateway speaks, and its status says more than its word.
  if (isWord && status > 403) return undefined;
  const code = isWord ? 102 : (new RecordReader(raw).record('error')?.count('error_code') ?? 0);
  const [advice, todo = 'try again'] = MEANINGS[code] ?? [];
  // A code that nobody knows may be a final no: the reader may ask again, the http floor by itself may not.
  const Kind = advice === 'sign-in' ? AuthError : advice ? ApiError : FormatError;
  return new Kind(`${todo} (mail.ru error ${code})`, {
    status,
    ...(code && { code }),
    ...(advice && { advice }),
  });
}
