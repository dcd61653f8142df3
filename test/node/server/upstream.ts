import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Upstream {
  /** `http://127.0.0.1:40123/platform/api`. */
  readonly endpoint: string;
  /** What has come in, in order. */
  readonly seen: readonly Seen[];
  /** Answers from now on; the request's body is read already. */
  answer: RequestListener;
  close(): Promise<void>;
}

export interface Seen {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server in mail.ru's place. */
export async function startUpstream(): Promise<Upstream> {
  const seen: Seen[] = [];
  const upstream = { answer: ((_incoming, outgoing) => outgoing.end('[]')) as RequestListener };
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const { method, url, headers } = incoming;
      seen.push({ method, url, headers, body });
      upstream.answer(incoming, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(upstream, {
    endpoint: `http://127.0.0.1:${port}/platform/api`,
    seen,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
