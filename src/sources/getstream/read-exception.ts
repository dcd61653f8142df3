import { getExceptionDict } from './exceptions.js';
import { readFieldErrors } from './field-errors.js';
import { readGetstreamError } from './getstream-error.js';
import { hideTokens } from './hide-tokens.js';
import type { RateLimit } from './rate-limit.js';
import { StreamApiException } from './stream-api-exception.js';

/**
 * The exception for an answer: its class by the `code`, its message from `exception_fields` or else `detail`. What
 * holds no error of the API's own gives a `StreamApiException` that says `GetStreamAPI<status>`.
 */
export function readException(
  result: unknown,
  statusCode: number,
  facts: { readonly rateLimit?: RateLimit | undefined; readonly token?: string | undefined } = {},
): StreamApiException {
  const { rateLimit, token } = facts;
  const error = readGetstreamError(result);
  const clean = (text: string) => hideTokens(text, token);
  const detail = clean(error?.detail ?? '');
  const fields = readFieldErrors(error?.fields, clean);
  const lines = Object.entries(fields).map(
    ([field, messages]) => `Field "${field}" errors: ['${messages.join("', '")}']`,
  );
  const message = lines.join('\n') || detail || `GetStreamAPI${statusCode}`;
  const code = error?.code || StreamApiException.code;
  const Exception = getExceptionDict()[code] ?? StreamApiException;
  return new Exception(message, statusCode, { code, detail, fields, rateLimit });
}
