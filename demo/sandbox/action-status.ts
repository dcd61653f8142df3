import type { Faults } from './faults.js';
import { isRecord } from './getstream/json.js';

/** Which status, if any, a like, an unlike or a comment fails with. `body` is that of the request. */
export function actionStatus(
  { failActions, longestComment = Infinity }: Faults,
  request: Request,
  body: string,
): number | undefined {
  const text = commentOf(request, body);
  if (text === undefined) return undefined;
  return failActions ?? (text.length > longestComment ? 413 : undefined);
}

/** The text of a comment; '' for other actions, undefined where the request is none. */
function commentOf({ method, url }: Request, body: string): string | undefined {
  const { pathname, search } = new URL(url);
  if (pathname.endsWith('/platform/api')) {
    const params = new URLSearchParams(method === 'POST' ? body : search);
    const isAction = /^stream\.(?:(?:un)?like|comment)$/.test(params.get('method') ?? '');
    return isAction ? (params.get('text') ?? '') : undefined;
  }
  if (method === 'GET' || !pathname.includes('/reaction/')) return undefined;
  const reaction: unknown = body ? JSON.parse(body) : undefined;
  const data = isRecord(reaction) ? reaction['data'] : undefined;
  return isRecord(data) ? String(data['text'] ?? '') : '';
}
