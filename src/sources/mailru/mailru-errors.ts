import { ApiError, AuthError, FormatError, type FeedError, type FeedErrorAdvice } from '../../http/errors.js';
import { isRecord, RecordReader } from '../../model/record-reader.js';

/** `seeds/004_516314a2b7ecbd20.txt`, «Коды ошибок»; 202 and 501 were met by clients of the API. */
const ADVICE: Readonly<Record<number, FeedErrorAdvice>> = {
  1: 'retry', // unknown error
  3: 'retry', // not available
  102: 'sign-in', // the session has ended
  105: 'forbidden', // the reader has not installed the app
  200: 'forbidden', // the app has no permission
  202: 'forbidden', // the reader has no permission
};

/** What the page's owner can do about the others. */
const SETUP: Readonly<Record<number, string>> = {
  2: 'check endpoint', // no such method
  4: 'update this library', // the method is no longer there
  100: 'check the attributes', // a parameter is missing or wrong
  103: 'check app-id', // no such app
  104: 'the signature is wrong: sign exactly the params of the token request',
  501: 'send another image',
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
  const todo = SETUP[code];
  const advice = todo ? 'setup' : ADVICE[code];
  // A code that nobody knows may be a final no: the reader may ask again, the http floor by itself may not.
  const Kind = advice === 'sign-in' ? AuthError : advice ? ApiError : FormatError;
  return new Kind(`${todo ?? advice ?? 'unknown'} (mail.ru error ${code})`, {
    status,
    ...(code && { code }),
    ...(advice && { advice }),
  });
}
