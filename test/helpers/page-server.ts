import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Answers the three APIs and `/feed-token`. */
export type Backend = (request: Request) => Response | Promise<Response>;

export interface PageServer {
  /** `http://127.0.0.1:40123`. */
  readonly origin: string;
  backend: Backend;
  /** Serves an HTML page, with a Content-Security-Policy and other headers where given, and gives its address. */
  page(html: string, csp?: string, headers?: Readonly<Record<string, string>>): string;
  /** Serves a script and gives its path; a strict CSP allows no inline ones. */
  script(code: string): string;
  close(): Promise<void>;
}

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');

const JAVASCRIPT = 'text/javascript; charset=utf-8';

/** The site of a host page: its pages and scripts, the built files, and an API on the same origin. */
export async function startPageServer(): Promise<PageServer> {
  const files = new Map<string, { body: string; headers: Record<string, string> }>();
  const add = (path: string, body: string, type: string, headers: Readonly<Record<string, string>> = {}) => {
    files.set(path, { body, headers: { ...headers, 'content-type': type } });
    return path;
  };
  for (const part of ['', '.classic', '.ru', '.realtime']) {
    const name = `whats-new-feed${part}.min.js`;
    add(`/${name}`, read(`dist/${name}`), JAVASCRIPT);
  }
  // Lit as a host page may load it by itself.
  add('/lit-html.js', read('node_modules/lit-html/lit-html.js'), JAVASCRIPT);

  const server = createServer((incoming, outgoing) => {
    const path = new URL(incoming.url ?? '/', 'http://host').pathname;
    const file = files.get(path);
    if (file) {
      outgoing.writeHead(200, file.headers).end(file.body);
    } else if (/^\/(?:platform\/api$|feed-token$|api\/|v1\/)/.test(path)) {
      respond(incoming, outgoing, site.backend).catch(() => incoming.socket.destroy());
    } else outgoing.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const site: PageServer = {
    origin,
    backend: () => new Response('No backend was given.', { status: 500 }),
    page: (html, csp, headers) =>
      origin +
      add(`/page-${files.size}.html`, html, 'text/html; charset=utf-8', {
        ...headers,
        ...(csp && { 'content-security-policy': csp }),
      }),
    script: (code) => add(`/script-${files.size}.js`, code, JAVASCRIPT),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}

/** Passes everything on to another server, as a host's own proxy would. */
export function passOn(target: string): Backend {
  return async (request) => {
    const { pathname, search } = new URL(request.url);
    const headers = new Headers();
    for (const name of ['content-type', 'origin', 'authorization', 'stream-auth-type', 'x-stream-client']) {
      const value = request.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    const body = request.method === 'GET' ? undefined : await request.text();
    return fetch(target + pathname + search, {
      method: request.method,
      headers,
      ...(body !== undefined && { body }),
    });
  };
}

async function respond(incoming: IncomingMessage, outgoing: ServerResponse, backend: Backend): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const request = new Request(new URL(url, `http://${headers.host}`), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(method !== 'GET' && { body: await buffer(incoming) }),
  });
  const response = await backend(request);
  const body = Buffer.from(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? 'text/plain';
  const etag = response.headers.get('etag');
  outgoing.writeHead(response.status, { 'content-type': type, ...(etag && { etag }) }).end(body);
}
