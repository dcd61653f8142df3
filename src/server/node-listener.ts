import { MAX_BODY_BYTES } from './request-text.js';

/** The used part of `node:http`'s requests and responses; Express and Fastify (`request.raw`) have the same. */
export interface NodeRequest {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly readableEnded: boolean;
  readonly socket: object;
  on(event: string, listener: (chunk: Uint8Array<ArrayBuffer>) => void): unknown;
}

export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body?: Uint8Array): unknown;
}

/** Above what any of the handlers reads, so that they are the ones who refuse it. */
const MAX_BYTES = MAX_BODY_BYTES + 1024;

/**
 * Turns `createTokenHandler` or `createMailruProxy` into a listener for `node:http`, Express or Fastify. It keeps 257 KB
 * of a body, more than they accept. Mount it before anything that reads bodies, such as `express.json()`.
 */
export function toNodeListener(
  handle: (request: Request) => Promise<Response>,
): (incoming: NodeRequest, outgoing: NodeResponse) => Promise<void> {
  return async (incoming, outgoing) => {
    try {
      const response = await handle(await toRequest(incoming));
      const body = new Uint8Array(await response.arrayBuffer());
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(body);
    } catch {
      // An address, a method or a header that the web does not know, or an answer that breaks off.
      outgoing.writeHead(400, {});
      outgoing.end();
    }
  };
}

async function toRequest(incoming: NodeRequest): Promise<Request> {
  const { method = 'GET', url = '/', socket } = incoming;
  const headers = new Headers();
  for (const [name, value = ''] of Object.entries(incoming.headers)) headers.set(name, String(value));
  const scheme = 'encrypted' in socket ? 'https' : 'http';
  if (!url.startsWith('/')) throw new TypeError('Not a path.');
  // Joined, not resolved: `//other.example/` is a path here and would be another host there.
  const address = `${scheme}://${headers.get('host') ?? ''}${url}`;
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(address, { method, headers, ...(hasBody && { body: await readStart(incoming) }) });
}

/** The rest is still read, as a caller that is writing does not listen, and thrown away. */
function readStart(incoming: NodeRequest): Promise<Blob> {
  return new Promise((resolve) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    const done = () => {
      resolve(new Blob(chunks));
    };
    incoming.on('data', (chunk) => {
      if (size <= MAX_BYTES) chunks.push(chunk);
      size += chunk.byteLength;
      if (size > MAX_BYTES) done();
    });
    for (const end of ['end', 'error', 'close']) incoming.on(end, done);
    if (incoming.readableEnded) done();
  });
}
