import { HttpResponse } from 'msw';

// The content type that mail.ru sends JSON with.
export const jsonAnswer = (body: unknown, status: number) =>
  new HttpResponse(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });

export const xmlAnswer = (body: string, status: number) =>
  new HttpResponse(body, { status, headers: { 'content-type': 'text/xml; charset=utf-8' } });

/** The answer with an ETag; 304 where the request says that it has the same one already. */
export async function unlessKnown(request: Request, answer: Response): Promise<Response> {
  if (request.method !== 'GET') return answer;
  const digest = await crypto.subtle.digest('SHA-1', await answer.clone().arrayBuffer());
  const etag = `"${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
  answer.headers.set('etag', etag);
  if (request.headers.get('if-none-match') !== etag) return answer;
  return new HttpResponse(null, { status: 304, headers: { etag } });
}

/** As a gateway in front of the API would answer: HTML, and a word on when to come back. */
export function statusAnswer(status: number, retryAfterS: number): Response {
  if (status === 0) return HttpResponse.error();
  const headers = status === 429 || status === 503 ? { 'retry-after': String(retryAfterS) } : {};
  return HttpResponse.html(`<!DOCTYPE html><title>${status}</title><h1>${status}</h1>`, { status, headers });
}

/** The first half of the body, then a broken connection. */
export function cut(response: Response): Response {
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (sent) {
        controller.error(new TypeError('The connection was cut.'));
        return;
      }
      sent = true;
      const bytes = new Uint8Array(await response.arrayBuffer());
      controller.enqueue(bytes.slice(0, bytes.length / 2));
    },
  });
  return new HttpResponse(body, { status: response.status, headers: response.headers });
}
