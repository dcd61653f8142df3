import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMailruProxy, signMailru, type MailruProxyOptions } from '../../../src/server.js';
import { startUpstream, type Upstream } from './upstream.js';

const PAGE = 'https://www.public.example';
const EVIL = 'https://evil.example';
const session_key = 'be6ef89965d58e56dec21acb9b62bdaa';
const params = { method: 'stream.get', app_id: '423004', secure: '1', format: 'json', limit: '10' };
const sig = signMailru({ ...params, session_key }, { secretKey: '3dad9cbf9baaa0360c0f2ba372d25716' });
const signed = { ...params, session_key, sig };
const { limit: _limit, ...common } = signed;
const comment = { ...common, method: 'stream.comment', thread_id: 'a1', text: 'Привет & пока = 1' };
const form = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };

let upstream: Upstream;
beforeEach(async () => {
  upstream = await startUpstream();
});
afterEach(async () => {
  await upstream.close();
  vi.restoreAllMocks();
});

interface Ask {
  readonly method?: string;
  /** Of the address, and for POST the body. */
  readonly query?: string | Record<string, string>;
  readonly body?: string | Record<string, string> | ReadableStream;
  readonly headers?: Record<string, string>;
  readonly options?: Partial<MailruProxyOptions>;
}

async function ask({ method = 'GET', query, body, headers, options }: Ask = {}) {
  const isPost = method === 'POST';
  const search = new URLSearchParams(query ?? (isPost ? {} : signed)).toString();
  const sent = body instanceof ReadableStream ? body : new URLSearchParams(body ?? signed).toString();
  const request = new Request(`https://feeds.example/platform/api${search && `?${search}`}`, {
    method,
    headers: { ...(isPost && form), origin: PAGE, ...headers },
    ...(isPost && { body: sent, duplex: 'half' }),
  });
  const { endpoint } = upstream;
  const handle = createMailruProxy({ endpoint, appId: '423004', origins: [PAGE], ...options });
  const response = await handle(request);
  return { response, text: await response.text() };
}

describe('a call that reads the feed', () => {
  it.each(['GET', 'POST'])('is passed on as it was signed, by %s', async (method) => {
    const { response, text } = await ask({ method });
    expect(response.status).toBe(200);
    expect(text).toBe('[]');
    const [call] = upstream.seen;
    const [path, query = ''] = call?.url?.split('?') ?? [];
    expect(path).toBe('/platform/api');
    expect(call?.method).toBe(method);
    expect(method === 'GET' ? call?.body : query).toBe('');
    expect(Object.fromEntries(new URLSearchParams(query + (call?.body ?? '')))).toEqual(signed);
  });

  it('takes nothing else of the request along', async () => {
    const headers = {
      cookie: 'sid=host-secret',
      authorization: 'Bearer host',
      'x-forwarded-for': '10.0.0.1',
    };
    await ask({ headers: { ...headers, referer: `${PAGE}/private` } });
    const got = upstream.seen[0]?.headers ?? {};
    for (const name of [...Object.keys(headers), 'referer', 'origin']) expect(got).not.toHaveProperty(name);
  });

  it('brings back status, body, type and Retry-After, and no other header', async () => {
    upstream.answer = (_incoming, outgoing) => {
      outgoing.writeHead(503, {
        'content-type': 'text/javascript; charset=utf-8',
        'retry-after': '7',
        'set-cookie': 'mpop=upstream',
        'access-control-allow-origin': '*',
        'access-control-allow-credentials': 'true',
        server: 'upstream',
      });
      outgoing.end('{"error":{"error_code":3,"error_msg":"Метод временно не работает"}}');
    };
    const { response, text } = await ask();
    expect(response.status).toBe(503);
    expect(text).toBe('{"error":{"error_code":3,"error_msg":"Метод временно не работает"}}');
    expect(Object.fromEntries(response.headers)).toEqual({
      'access-control-allow-origin': PAGE,
      'access-control-expose-headers': 'Retry-After',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': 'text/javascript; charset=utf-8',
      'retry-after': '7',
      vary: 'Origin',
      'x-content-type-options': 'nosniff',
    });
  });

  it('is answered by 304 where the page has the same answer already, as long as it is the same', async () => {
    const etag = (await ask()).response.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\da-f]{64}"$/);
    const { response, text } = await ask({ headers: { 'if-none-match': etag } });
    expect([response.status, text, response.headers.get('etag')]).toEqual([304, '', etag]);
    expect(upstream.seen).toHaveLength(2);
    // As a server in front of it makes it that packs the answer.
    const packed = await ask({ headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(packed.response.status).toBe(304);
    upstream.answer = (_incoming, outgoing) => outgoing.end('[{}]');
    const other = await ask({ headers: { 'if-none-match': etag } });
    expect([other.response.status, other.text]).toEqual([200, '[{}]']);
    expect(other.response.headers.get('etag')).not.toBe(etag);
  });

  it('has no tag when it writes, or failed', async () => {
    expect((await ask({ method: 'POST' })).response.headers.get('etag')).toBeNull();
    upstream.answer = (_incoming, outgoing) => outgoing.writeHead(500).end('[]');
    expect((await ask()).response.headers.get('etag')).toBeNull();
  });

  it('brings back bytes as they are, in whatever charset', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    upstream.answer = (_incoming, outgoing) => outgoing.end(bytes);
    const handle = createMailruProxy({ endpoint: upstream.endpoint, appId: '423004', origins: [] });
    const query = new URLSearchParams(signed).toString();
    const response = await handle(new Request(`https://feeds.example/platform/api?${query}`));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  });

  it.each([204, 205])('may be answered with %i, which has no body', async (status) => {
    upstream.answer = (_incoming, outgoing) => outgoing.writeHead(status).end();
    expect((await ask()).response.status).toBe(status);
  });
});

describe('a call of the buttons', () => {
  it.each(['GET', 'POST'])('is passed on by %s', async (method) => {
    for (const name of ['stream.like', 'stream.unlike']) {
      const like = { ...common, method: name, thread_id: 'a1' };
      const { response } = await ask(method === 'GET' ? { query: like } : { method, body: like });
      expect(response.status).toBe(200);
      const call = upstream.seen.at(-1);
      expect(call?.method).toBe(method);
      const sent = call?.body || call?.url?.split('?')[1];
      expect(Object.fromEntries(new URLSearchParams(sent))).toEqual(like);
    }
  });

  it('is a comment of up to 20 000 characters, passed on as it was signed', async () => {
    for (const text of [comment.text, 'a\r\nb+%20&sig=0', '🙂'.repeat(20_000)]) {
      const sent = { ...comment, text };
      expect((await ask({ method: 'POST', body: sent })).response.status).toBe(200);
      const call = upstream.seen.at(-1);
      expect(Object.fromEntries(new URLSearchParams(call?.body))).toEqual(sent);
      expect(call?.url).toBe('/platform/api');
    }
  });

  it('is not passed on where the host left it out', async () => {
    const options = { methods: ['stream.get'] } as const;
    expect((await ask({ method: 'POST', body: comment, options })).response.status).toBe(403);
    expect(upstream.seen).toEqual([]);
  });
});

describe('the pages that may read', () => {
  it('are those of the listed origins', async () => {
    const { response } = await ask({ headers: { 'sec-fetch-site': 'cross-site' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
  });

  it('are told in a preflight what they may send', async () => {
    const headers = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    };
    const { response, text } = await ask({ method: 'OPTIONS', headers, query: '' });
    expect(response.status).toBe(204);
    expect(text).toBe('');
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET, POST');
    expect(response.headers.get('access-control-allow-headers')).toBe('Content-Type');
    expect(upstream.seen).toEqual([]);
  });

  it.each([
    ['its own origin', { origin: 'https://feeds.example' }],
    ['the browser’s word for it', { origin: 'https://hidden.example', 'sec-fetch-site': 'same-origin' }],
  ])('are those of %s, without CORS', async (_name, headers) => {
    const { response } = await ask({ headers });
    expect(response.status).toBe(200);
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
  });

  it.each([
    ['a foreign page', { origin: EVIL }],
    ['a foreign page that names a listed one', { origin: `${EVIL}/${PAGE}` }],
    ['a page of a name that begins alike', { origin: `${PAGE}.evil.example` }],
    ['the same page without TLS', { origin: 'http://www.public.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a picture or script of a foreign page', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { origin: '', 'sec-fetch-site': 'none' }],
  ])('are not %s', async (_name, headers) => {
    for (const method of ['GET', 'POST', 'OPTIONS']) {
      const { response, text } = await ask({ method, headers });
      expect(response.status).toBe(403);
      expect(text).not.toContain('evil');
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    expect(upstream.seen).toEqual([]);
  });
});

describe('what is not passed on', () => {
  const without = (name: keyof typeof signed) => {
    const { [name]: _left, ...rest } = signed;
    return rest;
  };
  const twice = (more: string) => `${new URLSearchParams(signed).toString()}&${more}`;

  it.each<[string, number, string | Record<string, string>]>([
    ['a method that writes', 403, { ...signed, method: 'stream.post' }],
    ['a method that reads more than the feed', 403, { ...signed, method: 'users.getInfo' }],
    ['no method', 403, without('method')],
    ['two methods', 400, twice('method=stream.post')],
    ['two methods in the other order', 400, `method=stream.post&${twice('')}`],
    ['two that are the same', 400, twice('method=stream.get')],
    ['a second one in capitals', 400, twice('Method=stream.post')],
    ['a second one as an array', 400, twice('method[]=stream.post')],
    ['a second one behind a semicolon', 400, twice('limit=10;method=stream.post')],
    ['a second one behind a NUL', 400, { ...signed, skip: 'a\0&method=stream.post' }],
    ['a value that poses as parameters', 400, { ...signed, filter_app: '1method=stream.post' }],
    ['a parameter of another method', 400, { ...signed, uid: '1' }],
    ['a text to post', 400, { ...signed, text: 'spam' }],
    ['a text where none belongs', 400, { ...signed, method: 'stream.like', thread_id: 'a', text: 'spam' }],
    ['a text that poses as another call', 400, { ...comment, text: 'amethod=stream.postsecure=1text=spam' }],
    ['a thread that poses as parameters', 400, { ...comment, thread_id: 'a=stream.post' }],
    ['a callback, for scripts', 400, { ...signed, cb: 'alert' }],
    ['__proto__', 400, { ...signed, ['__proto__']: '1' }],
    ['a signature with a line’s end', 400, { ...signed, sig: 'a\r\nset-cookie: b=c' }],
    ['another app', 403, { ...signed, app_id: '520706' }],
    ['the client scheme', 400, { ...signed, secure: '0' }],
    ['no word of the scheme', 400, without('secure')],
  ])('%s: %i, in address and body', async (_name, status, query) => {
    for (const what of [{ query }, { method: 'POST', body: query }]) {
      const { response, text } = await ask(what);
      expect(response.status).toBe(status);
      expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
      // For the feed: mail.ru's own errors are JSON, and a page explains them to its reader.
      expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(text).toMatch(/^[a-z].+\.$/i);
      for (const secret of [session_key, sig, 'stream.post', 'spam', '520706'])
        expect(text).not.toContain(secret);
    }
    expect(upstream.seen).toEqual([]);
  });

  it.each<[string, number, Ask]>([
    ['a method of the address and another of the body', 400, { method: 'POST', query: signed }],
    ['JSON', 415, { method: 'POST', headers: { 'content-type': 'application/json' } }],
    ['a form with files', 415, { method: 'POST', headers: { 'content-type': 'multipart/form-data' } }],
    ['a body of 1 MB', 413, { method: 'POST', body: { ...signed, skip: 'a'.repeat(1_000_000) } }],
    ['PUT', 405, { method: 'PUT' }],
    ['HEAD', 405, { method: 'HEAD' }],
    ['a method that the host left out', 403, { options: { methods: ['stream.getByAuthor'] } }],
  ])('%s: %i', async (_name, status, what) => {
    expect((await ask(what)).response.status).toBe(status);
    expect(upstream.seen).toEqual([]);
  });

  it('another HTTP method, which is told what to use', async () => {
    const { response } = await ask({ method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, POST, OPTIONS');
  });

  it('a body without end, which is read no further than the cap', async () => {
    let chunks = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(97));
      },
    });
    expect((await ask({ method: 'POST', body })).response.status).toBe(413);
    expect(chunks).toBeLessThan(20);
  });

  it('anything that names a method twice, or one outside the list, whatever else there is', async () => {
    const word = fc.oneof(fc.constantFrom(...Object.keys(signed), 'uid', 'cb'), fc.string({ maxLength: 8 }));
    const pair = fc.tuple(word, fc.oneof(fc.constantFrom('stream.get', 'stream.post', '1'), fc.string()));
    const fetch = vi.fn((_url: string) => Promise.resolve(new Response('[]')));
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 3 }), async (more) => {
        fetch.mockClear();
        const query = new URLSearchParams([...Object.entries(params), ...more]).toString();
        await ask({ query, options: { fetch } });
        for (const [url] of fetch.mock.calls) {
          const sent = [...new URL(url).searchParams];
          expect(new Map(sent).size).toBe(sent.length);
          expect(Object.fromEntries(sent)).toMatchObject({
            method: 'stream.get',
            app_id: '423004',
            secure: '1',
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('an upstream that misbehaves', () => {
  it.each([301, 302, 307, 308])('is not followed elsewhere by a %i', async (status) => {
    upstream.answer = ({ url }, outgoing) => {
      if (url?.startsWith('/platform/api')) outgoing.writeHead(status, { location: `/elsewhere` }).end();
      else outgoing.end('elsewhere');
    };
    for (const method of ['GET', 'POST']) {
      const { response, text } = await ask({ method });
      expect(response.status).toBe(502);
      expect(response.headers.has('location')).toBe(false);
      expect(text).not.toContain('elsewhere');
    }
    expect(upstream.seen).toHaveLength(2);
  });

  it('costs no more than 2 MiB when it never ends', async () => {
    let sent = 0;
    upstream.answer = (_incoming, outgoing) => {
      const chunk = Buffer.alloc(64 * 1024);
      const pump = () => {
        while (!outgoing.destroyed && outgoing.write(chunk)) sent += chunk.length;
      };
      outgoing.on('drain', pump);
      pump();
    };
    const { response, text } = await ask();
    expect(response.status).toBe(502);
    expect(text).toBe('The answer of mail.ru is too large.');
    // What the sockets between them hold comes on top.
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it('is measured after unpacking', async () => {
    const bomb = gzipSync(Buffer.alloc(3 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(10_000);
    upstream.answer = (_incoming, outgoing) => {
      outgoing.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    };
    expect((await ask()).response.status).toBe(502);
  });

  it('has exactly the room that the host gives', async () => {
    upstream.answer = (_incoming, outgoing) => outgoing.end('x'.repeat(100));
    expect((await ask({ options: { maxBytes: 100 } })).response.status).toBe(200);
    expect((await ask({ options: { maxBytes: 99 } })).response.status).toBe(502);
  });

  it.each<[string, Upstream['answer']]>([
    ['answer', () => undefined],
    ['end its answer', (_incoming, outgoing) => outgoing.write('[')],
  ])('has nine seconds to %s', async (_name, answer) => {
    upstream.answer = answer;
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 50);
      return controller.signal;
    });
    const { response, text } = await ask();
    expect(timeout).toHaveBeenCalledWith(9_000);
    expect(response.status).toBe(504);
    expect(text).toBe('No answer from mail.ru in time.');
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
  });

  it('may cut the connection, and no log or answer quotes the address', async () => {
    const log = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) => vi.spyOn(console, name));
    upstream.answer = ({ socket }) => socket.destroy();
    const { response, text } = await ask();
    expect(response.status).toBe(502);
    expect(text).toBe('No answer from mail.ru.');
    for (const spy of log) expect(spy).not.toHaveBeenCalled();
  });
});

describe('a proxy that is set up wrongly', () => {
  it.each([
    '',
    '/platform/api',
    'http://www.appsmail.ru/platform/api',
    'https://a.example/?b=1',
    'https://u@a.example',
  ])('is refused at once: endpoint %j', (endpoint) => {
    expect(() => createMailruProxy({ endpoint, appId: '1', origins: [] })).toThrow(
      'endpoint must be an https',
    );
  });

  it('is refused at once without an app, as an unset variable leaves it', () => {
    expect(() => createMailruProxy({ endpoint: 'https://a.example', appId: '', origins: [] })).toThrow(
      'set appId',
    );
  });
});
