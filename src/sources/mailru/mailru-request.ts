import { AuthError } from '../../http/errors.js';
import type { HttpRequest } from '../../http/fetch-answer.js';
import type { Token } from '../../http/token.js';

/** A call as it is sent: exactly what was signed. The values are signed as they are and encoded only here. */
export function mailruRequest(
  url: string,
  isPost: boolean,
  params: Readonly<Record<string, string>>,
  { sessionKey, sig }: Token,
): HttpRequest {
  if (!sessionKey || !sig) throw new AuthError('A token for mail.ru must be { sessionKey, sig }.');
  const body = new URLSearchParams({ ...params, session_key: sessionKey, sig });
  return isPost ? { url, method: 'POST', body } : { url: `${url}?${body.toString()}`, method: 'GET' };
}
