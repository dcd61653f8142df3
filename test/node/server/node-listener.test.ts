import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toNodeListener } from '../../../src/server.js';

let server: Server;
let port: number;
const seen: Request[] = [];
const handle = vi.fn<(got: Request) => Promise<Response>>();

beforeEach(async () => {
  seen.length = 0;
  handle.mockImplementation(async (got) => {
    seen.push(got.clone());
    return new Response(`${(await got.arrayBuffer()).byteLength} bytes`, {
      status: 201,
      headers: { 'x-own': 'yes' },
    });
  });
  const listener = toNodeListener(handle);
  server = createServer((incoming, outgoing) => void listener(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function ask(method: string, path: string, body?: string | Buffer, headers: Record<string, string> = {}) {
  return new Promise<{ status: number | undefined; own: unknown; body: string }>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
      void text(answer).then((got) =>
        resolve({ status: answer.statusCode, own: answer.headers['x-own'], body: got }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

/** What a client that knows no rules writes, and the first line of the answer. */
function write(lines: string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.end(`${lines.join('\r\n')}\r\n\r\n`));
    text(socket).then((answer) => resolve(answer.split('\r\n')[0]), reject);
  });
}

describe('a request of node:http', () => {
  it('is the same as the web’s, and so is the answer', async () => {
    const headers = { 'content-type': 'application/json', cookie: 'sid=1', origin: 'https://a.example' };
    const answer = await ask('POST', '/feed-token?a=%20b', '{"a":"ё"}', headers);
    expect(answer).toEqual({ status: 201, own: 'yes', body: '10 bytes' });
    const [got] = seen;
    expect(got?.method).toBe('POST');
    expect(got?.url).toBe(`http://127.0.0.1:${port}/feed-token?a=%20b`);
    expect(Object.fromEntries(got?.headers ?? [])).toMatchObject(headers);
    expect(await got?.text()).toBe('{"a":"ё"}');
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'OPTIONS', 'DELETE'])(
    'may be a %s without a body',
    async (method) => {
      expect(await ask(method, '/')).toMatchObject({ status: 201 });
    },
  );

  it('whose answer breaks off is told so, and the server lives on', async () => {
    const broken = new ReadableStream({ start: (stream) => stream.error(new Error('gone')) });
    handle.mockResolvedValueOnce(new Response(broken));
    expect(await ask('GET', '/')).toMatchObject({ status: 400, body: '' });
    expect(await ask('GET', '/')).toMatchObject({ status: 201 });
  });

  it('of 1 MB has 257 to 384 KB handed on, and its client hears the answer', async () => {
    const { status, body } = await ask('POST', '/', Buffer.alloc(1_000_000));
    expect(status).toBe(201);
    const kept = Number.parseInt(body, 10);
    expect(kept).toBeGreaterThan(257 * 1024);
    expect(kept).toBeLessThan(384 * 1024);
  });

  it('whose body something else has read has an empty one', async () => {
    const listener = toNodeListener(handle);
    server.removeAllListeners('request');
    server.on('request', (incoming, outgoing) => {
      void text(incoming).then(() => listener(incoming, outgoing));
    });
    expect(await ask('POST', '/', 'gone')).toMatchObject({ status: 201, body: '0 bytes' });
  });
});

describe('the address', () => {
  // Resolved against the host, the path would be another host: a page of it would pass for the server's own.
  it('keeps its host, however the path looks', async () => {
    await ask('GET', '//evil.example/feed-token');
    expect(new URL(seen[0]?.url ?? '').host).toBe(`127.0.0.1:${port}`);
  });

  it.each([
    ['a path that is another host’s address', ['GET http://evil.example/ HTTP/1.1', 'Host: a.example']],
    ['a host that is none', ['GET / HTTP/1.1', 'Host: a b']],
    ['a name before the host', ['GET / HTTP/1.1', 'Host: user@a.example']],
    ['a method that the web forbids', ['TRACE / HTTP/1.1', 'Host: a.example']],
  ])('is refused with %s', async (_name, lines) => {
    expect(await write([...lines, 'Connection: close'])).toBe('HTTP/1.1 400 Bad Request');
    expect(seen).toEqual([]);
  });
});
