import { HttpResponse } from 'msw';

// The content type that mail.ru sends JSON with.
export const jsonAnswer = (body: unknown, status: number) =>
  new HttpResponse(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
  });

export const xmlAnswer = (body: string, status: number) =>
  new HttpResponse(body, { status, headers: { 'content-type': 'text/xml; charset=utf-8' } });

/** As a gateway in front of the API would answer: HTML, and a word on when to come back. */
export function statusAnswer(status: number): Response {
  if (status === 0) return HttpResponse.error();
  const headers = status === 429 || status === 503 ? { 'retry-after': '1' } : {};
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
