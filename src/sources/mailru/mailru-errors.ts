import { ApiError, AuthError, FormatError, type FeedError, type FeedErrorAdvice } from '../../http/errors.js';
import { isRecord, RecordReader } from '../../model/record-reader.js';

/** `seeds/004_516314a2b7ecbd20.txt`, «Коды ошибок»; 202 and 501 were met by clients of the API. */
const CODES = new Map<number, readonly [FeedErrorAdvice, string]>([
  [1, ['retry', 'The server failed: try again']],
  [2, ['setup', 'The server does not know the method: check endpoint']],
  [3, ['retry', 'The server is not available: try again later']],
  [4, ['setup', 'The server no longer has the method: update this library']],
  [100, ['setup', 'A parameter is missing or wrong: check the attributes of the feed']],
  [102, ['sign-in', 'The session has ended: sign in again']],
  [103, ['setup', 'The app is not known: check app-id']],
  [
    104,
    [
      'setup',
      'The signature is wrong: sign exactly the params of the token request, with the key of this app',
    ],
  ],
  [105, ['forbidden', 'The reader has not installed the app']],
  [200, ['forbidden', 'The app has no permission to read this feed']],
  [202, ['forbidden', 'The reader has no access to this feed']],
  [501, ['setup', 'The image is not right: send another one']],
]);

/**
 * The error that an answer holds in place of events, whatever its HTTP status: `{ error: { error_code } }`, or
 * a word as OAuth has it. Undefined where it holds none. The server's own wording is left out, as it may
 * quote the request.
 */
export function readMailruError(raw: unknown, status: number): FeedError | undefined {
  if (!isRecord(raw) || !Object.hasOwn(raw, 'error')) return undefined;
  const { error } = raw;
  if (typeof error === 'string') {
    // OAuth answers 400, 401 or 403; above that a gateway speaks, and its status says more than its word.
    if (status > 403) return undefined;
    return new AuthError('The server refused: sign in again.', { status, advice: 'sign-in' });
  }
  const code = isRecord(error) ? Number(new RecordReader(error, 'error', []).code('error_code')) : NaN;
  const [advice, text] = CODES.get(code) ?? [];
  const message = `${text ?? 'The server refused: try again'} (mail.ru error ${code || 'without a code'}).`;
  const options = { status, ...(code && { code }), ...(advice && { advice }) };
  if (advice === 'sign-in') return new AuthError(message, options);
  // An unknown code may be a final no: the reader may ask again, the http floor by itself may not.
  return advice ? new ApiError(message, options) : new FormatError(message, options);
}
