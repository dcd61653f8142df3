import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  AbortedError,
  HttpError,
  NetworkError,
  TimeoutError,
  TooLargeError,
} from '../../../src/http/errors.js';
import { HttpClient } from '../../../src/http/http-client.js';
import { callOf } from './fake-call.js';

const servers: Server[] = [];

afterEach(async () => {
  vi.useRealTimers();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
});

async function listen(handle: RequestListener): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  return `http://127.0.0.1:${address.port}/feed`;
}

function send(url: string, signal = new AbortController().signal) {
  const client = new HttpClient('test', 'secret-token', { random: () => 0 });
  return client.send(
    callOf({
      signal,
      build: ({ token = '' }) => ({ url, method: 'GET', headers: { 'x-token': token } }),
    }),
  );
}

const cutShort: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': '1000' });
  response.write('{"events":[');
  setImmediate(() => response.destroy());
};
const cutChunked: RequestListener = (_request, response) => {
  response.write('{"events":[');
  setImmediate(() => response.destroy());
};
const badGzip: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-encoding': 'gzip' });
  response.end('this was never zipped');
};
const redirectToItself: RequestListener = (request, response) => {
  response.writeHead(302, { location: request.url ?? '/' });
  response.end();
};

describe('over a real connection', () => {
  it.each([
    ['a body shorter than announced', cutShort],
    ['a chunked body that is cut', cutChunked],
    ['a body that is not the gzip it says', badGzip],
    ['a redirect to itself', redirectToItself],
  ])('%s is a NetworkError after three tries, and nothing of it is used', async (_name, handle) => {
    let requests = 0;
    const url = await listen((request, response) => {
      requests += 1;
      handle(request, response);
    });
    await expect(send(url)).rejects.toThrow(NetworkError);
    expect(requests).toBe(3);
  });

  it('a body that is cut once is had whole by the next try', async () => {
    let requests = 0;
    const url = await listen((request, response) => {
      if (++requests === 1) cutShort(request, response);
      else response.end('whole');
    });
    expect(await send(url)).toBe('whole');
  });

  it('a redirect to another server never takes the token there', async () => {
    let stolen = 0;
    const evil = await listen((_request, response) => {
      stolen += 1;
      response.end('thanks');
    });
    const url = await listen((_request, response) => {
      response.writeHead(302, { location: evil });
      response.end();
    });
    await expect(send(url)).rejects.toThrow(NetworkError);
    expect(stolen).toBe(0);
  });

  it('a port where nobody listens is a NetworkError that keeps its cause', async () => {
    const url = await listen(() => undefined);
    const [server] = servers.splice(0);
    server?.close();
    await expect(send(url)).rejects.toMatchObject({ kind: 'network', cause: expect.any(TypeError) as Error });
  });

  it.each<[string, RequestListener]>([
    ['no answer', () => undefined],
    ['headers and then silence', (_request, response) => response.writeHead(200).write('{')],
  ])('%s is a TimeoutError, and the connection is closed', async (_name, handle) => {
    let closed = 0;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    const url = await listen((request, response) => {
      response.once('close', () => (closed += 1));
      handle(request, response);
      setImmediate(() => vi.advanceTimersByTime(9_900));
    });
    await expect(send(url)).rejects.toThrow(TimeoutError);
    vi.useRealTimers();
    await expect.poll(() => closed).toBe(3);
  });

  it('an endless body is stopped at the cap', async () => {
    let closed = false;
    const url = await listen((_request, response) => {
      const chunk = Buffer.alloc(65_536, 'x');
      const pump = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pump);
      response.once('close', () => (closed = true));
      pump();
    });
    await expect(send(url)).rejects.toThrow(TooLargeError);
    await expect.poll(() => closed).toBe(true);
  });

  it('an abort closes the connection', async () => {
    let closed = false;
    const controller = new AbortController();
    const url = await listen((_request, response) => {
      response.once('close', () => (closed = true));
      controller.abort();
    });
    await expect(send(url, controller.signal)).rejects.toThrow(AbortedError);
    await expect.poll(() => closed).toBe(true);
  });

  it('windows-1251 is read as such', async () => {
    const url = await listen((_request, response) => {
      response.setHeader('content-type', 'text/javascript; charset=windows-1251');
      response.end(Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]));
    });
    expect(await send(url)).toBe('Привет');
  });

  it('304, which nobody asked for, is an error', async () => {
    const url = await listen((_request, response) => response.writeHead(304).end());
    await expect(send(url)).rejects.toThrow(HttpError);
  });

  it.each([
    [206, 'part'],
    [204, ''],
    [200, ''],
  ])('%i is left to the source, with the text %j', async (status, text) => {
    const url = await listen((_request, response) => response.writeHead(status).end(text));
    expect(await send(url)).toBe(text);
  });

  it('hints before the answer change nothing', async () => {
    const url = await listen((_request, response) => {
      response.writeProcessing();
      response.end('answer');
    });
    expect(await send(url)).toBe('answer');
  });
});
