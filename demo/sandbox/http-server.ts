import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { getResponse } from 'msw';
import { attachFaye } from './faye-server.js';
import { createSandbox, type Sandbox, type SandboxOptions } from './handlers.js';

export interface SandboxServerOptions extends SandboxOptions {
  /** 0 takes a free one. */
  readonly port: number;
}

export interface SandboxServer {
  /** `http://127.0.0.1:8000`, without a slash at the end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Drops what is open. */
  close(): Promise<void>;
}

/** The sandbox as a real HTTP server on 127.0.0.1, open to pages of every origin; with getstream's realtime at `/faye`. */
export async function startSandboxServer(options: SandboxServerOptions): Promise<SandboxServer> {
  const sandbox = createSandbox(options);
  const server = createServer((incoming, outgoing) => {
    respond(incoming, outgoing, sandbox).catch((error: unknown) => {
      // Cut on purpose.
      if (outgoing.headersSent) {
        outgoing.destroy();
        return;
      }
      console.error(error);
      outgoing.writeHead(500).end();
    });
  });
  const detachFaye = attachFaye(server, sandbox.getstream);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    sandbox,
    async close() {
      await detachFaye();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, sandbox: Sandbox): Promise<void> {
  outgoing.setHeader('access-control-allow-origin', '*');
  // Scripts of another origin see these only when they are named.
  outgoing.setHeader(
    'access-control-expose-headers',
    'Retry-After, Date, ETag, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
  );
  if (incoming.method === 'OPTIONS') {
    preflight(incoming, outgoing);
    return;
  }
  const response = await getResponse([...sandbox.handlers], toRequest(incoming));
  if (!response) {
    outgoing.writeHead(404).end();
    return;
  }
  if (response.type === 'error') {
    incoming.socket.destroy();
    return;
  }
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  // Each part has left before the next is asked for: what a cut body has, it has sent.
  for await (const part of response.body ?? []) {
    await new Promise((resolve) => outgoing.write(part, resolve));
  }
  outgoing.end();
}

function preflight({ headers }: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(204, {
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? 'content-type',
    'access-control-max-age': '600',
  });
  outgoing.end();
}

function toRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  const headers = new Headers();
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    headers.append(rawHeaders[i] ?? '', rawHeaders[i + 1] ?? '');
  }
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(new URL(url, `http://${headers.get('host') ?? '127.0.0.1'}`), {
    method,
    headers,
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  });
}
