import { describe, expect, it } from 'vitest';
import {
  createTokenHandler,
  signMailru,
  type MailruMethod,
  type TokenHandlerOptions,
} from '../../../src/server.js';

const secretKey = '3dad9cbf9baaa0360c0f2ba372d25716';
const sessionKey = 'be6ef89965d58e56dec21acb9b62bdaa';
const params = { method: 'stream.get', app_id: '423004', secure: '1', format: 'json', limit: '10' };
const body = { source: 'mailru', params, reason: 'first' };
const json = { 'content-type': 'application/json' };

const options: TokenHandlerOptions = {
  authorize: () => ({ sessionKey }),
  mailru: { appId: '423004', secretKey },
};

interface Ask {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly options?: Partial<TokenHandlerOptions>;
}

async function ask(what: Ask = {}) {
  const method = what.method ?? 'POST';
  const given = what.body ?? body;
  const request = new Request('https://host.example/feed-token', {
    method,
    headers: what.headers ?? json,
    ...(method === 'POST' && { body: typeof given === 'string' ? given : JSON.stringify(given) }),
  });
  const response = await createTokenHandler({ ...options, ...what.options })(request);
  const text = await response.text();
  return { response, text, answer: JSON.parse(text) as unknown };
}

const withParams = (more: Record<string, unknown>) => ({ ...body, params: { ...params, ...more } });

describe('a page that may ask', () => {
  it('gets its session key and a signature over exactly what it will send', async () => {
    const { response, answer } = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(answer).toEqual({
      sessionKey,
      sig: signMailru({ ...params, session_key: sessionKey }, { secretKey }),
    });
  });

  it('gets the vendor’s published signature of a page after another', async () => {
    const { format: _format, ...plain } = params;
    const { answer } = await ask({ body: { ...body, params: { ...plain, skip: '081b0000ab375802' } } });
    expect(answer).toMatchObject({ sig: 'f86fc826030635d919bdd3b949ed15b0' });
  });

  it.each([
    ['of one author', { method: 'stream.getByAuthor', uid: '13286884017948812920' }],
    ['in XML, by offset, of one app', { format: 'xml', offset: '20', filter_app: '520706' }],
    ['with a value left empty', { filter_app: '' }],
  ])('may ask for a page %s', async (_name, more) => {
    expect((await ask({ body: withParams(more) })).response.status).toBe(200);
  });

  it.each([
    ['a content type with a charset', { 'content-type': 'Application/JSON; charset=utf-8' }],
    ['its own origin', { ...json, origin: 'https://host.example' }],
    [
      'the browser’s word for it',
      { ...json, origin: 'https://www.public.example', 'sec-fetch-site': 'same-origin' },
    ],
  ])('may send %s', async (_name, headers) => {
    expect((await ask({ headers })).response.status).toBe(200);
  });

  it('gets the signature of a like that any client of the scheme computes', async () => {
    // As the wire facts have it: recomputed with another MD5.
    const like = {
      method: 'stream.like',
      app_id: '423004',
      secure: '1',
      thread_id: '733f55041b7dc5fdaf8ba40102000000',
    };
    const { answer } = await ask({ body: { ...body, params: like } });
    expect(answer).toEqual({ sessionKey, sig: '834c9c73e7434346865af62ec71059cc' });
  });

  it.each(['stream.like', 'stream.unlike', 'stream.comment'] as const)(
    'may %s, unless the host left it out',
    async (method) => {
      const { limit: _limit, ...common } = params;
      const text = method === 'stream.comment' && { text: 'Привет & пока = 1' };
      const sent = { ...body, params: { ...common, method, thread_id: 'a1', ...text } };
      expect((await ask({ body: sent })).response.status).toBe(200);
      const methods = ['stream.get'] as const;
      expect((await ask({ body: sent, options: { methods } })).response.status).toBe(403);
    },
  );

  it('may come from an origin that the host names', async () => {
    const headers = { ...json, origin: 'https://www.public.example', 'sec-fetch-site': 'same-site' };
    expect((await ask({ headers })).response.status).toBe(403);
    const origins = ['https://www.public.example'];
    expect((await ask({ headers, options: { origins } })).response.status).toBe(200);
  });

  it('is known by whatever the host reads from the request, also later', async () => {
    const authorize = async (request: Request) => {
      await Promise.resolve();
      return request.headers.get('cookie') === 'sid=1' ? { sessionKey } : undefined;
    };
    expect((await ask({ options: { authorize } })).response.status).toBe(401);
    const headers = { ...json, cookie: 'sid=1' };
    expect((await ask({ options: { authorize }, headers })).response.status).toBe(200);
  });
});

describe('who or what is turned down', () => {
  const cases: [string, number, Ask][] = [
    ['GET', 405, { method: 'GET' }],
    ['a preflight', 405, { method: 'OPTIONS' }],
    ['a page of another origin', 403, { headers: { ...json, origin: 'https://evil.example' } }],
    ['a sandboxed page', 403, { headers: { ...json, origin: 'null' } }],
    [
      'a call that the browser calls cross-site',
      403,
      { headers: { ...json, 'sec-fetch-site': 'cross-site' } },
    ],
    ['a form, which needs no preflight', 415, { headers: { 'content-type': 'text/plain' } }],
    ['no content type', 415, { headers: {} }],
    ['a stranger', 401, { options: { authorize: () => undefined } }],
    ['a session without a key', 401, { options: { authorize: () => ({ sessionKey: '' }) } }],
    ['a body above 256 KB', 413, { body: withParams({ skip: 'a'.repeat(256 * 1024) }) }],
    ['a value of more than 1000 characters', 400, { body: withParams({ skip: 'a'.repeat(1001) }) }],
    ['no body', 400, { body: '' }],
    ['a cut body', 400, { body: '{"source":"mail' }],
    ['an array', 400, { body: [body] }],
    ['null', 400, { body: 'null' }],
    ['no params', 400, { body: { source: 'mailru', reason: 'first' } }],
    ['params as an array', 400, { body: { ...body, params: ['stream.get'] } }],
    ['a reason of its own', 400, { body: { ...body, reason: 'because' } }],
    ['another source', 400, { body: { ...body, source: 'getstream' } }],
    ['a number as a value', 400, { body: withParams({ limit: 10 }) }],
    ['an object as a value', 400, { body: withParams({ skip: { a: 1 } }) }],
    ['a call that writes', 403, { body: withParams({ method: 'stream.post' }) }],
    ['a thread in a call that reads', 400, { body: withParams({ thread_id: 'a' }) }],
    ['a page of a like', 400, { body: withParams({ method: 'stream.like' }) }],
    ['a method that is a name of JavaScript', 403, { body: withParams({ method: 'constructor' }) }],
    ['no method', 403, { body: { ...body, params: { app_id: '423004', secure: '1' } } }],
    [
      'a method that this library does not know, even if the host named it',
      403,
      {
        options: { methods: ['users.getInfo'] as unknown as readonly MailruMethod[] },
        body: withParams({ method: 'users.getInfo' }),
      },
    ],
    ['a method that the host left out', 403, { options: { methods: ['stream.getByAuthor'] } }],
    ['a session key of its own', 400, { body: withParams({ session_key: 'intruder' }) }],
    ['a signature of its own', 400, { body: withParams({ sig: 'intruder' }) }],
    ['a user of its own', 400, { body: withParams({ uid: '1' }) }],
    ['a callback', 400, { body: withParams({ cb: 'alert' }) }],
    ['__proto__', 400, { body: JSON.stringify(body).replace('"limit"', '"__proto__"') }],
    ['another app', 403, { body: withParams({ app_id: '520706' }) }],
    ['the client scheme', 400, { body: withParams({ secure: '0' }) }],
    ['no word of the scheme', 400, { body: { ...body, params: { method: 'stream.get', app_id: '423004' } } }],
    ['a value that poses as parameters', 400, { body: withParams({ filter_app: '1method=stream.post' }) }],
  ];

  it.each(cases)('%s: %i', async (_name, status, what) => {
    const { response, text, answer } = await ask(what);
    expect(response.status).toBe(status);
    expect(answer).toEqual({ error: expect.stringMatching(/^[a-z].+\.$/i) as unknown });
    expect(response.headers.get('cache-control')).toBe('no-store');
    for (const secret of [secretKey, sessionKey, 'evil', 'intruder', 'stream.post', '520706']) {
      expect(text).not.toContain(secret);
    }
  });

  it('a method other than POST is told which one to use', async () => {
    expect((await ask({ method: 'GET' })).response.headers.get('allow')).toBe('POST');
  });

  it('a stranger learns nothing about the app', async () => {
    const { response } = await ask({
      options: { authorize: () => undefined },
      body: withParams({ app_id: '1', method: 'stream.post' }),
    });
    expect(response.status).toBe(401);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('db at 10.0.0.1 is down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('db at 10.0.0.1 is down'))],
  ])('everyone, without details, when authorize %s', async (_name, authorize) => {
    const { response, text } = await ask({ options: { authorize } });
    expect(response.status).toBe(500);
    expect(text).not.toContain('10.0.0.1');
  });

  it('a body without end is read no further than the cap', async () => {
    let chunks = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        chunks += 1;
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
    });
    const init = { method: 'POST', headers: json, body: endless, duplex: 'half' };
    const response = await createTokenHandler(options)(new Request('https://host.example/feed-token', init));
    expect(response.status).toBe(413);
    expect(chunks).toBeLessThan(20);
  });
});

// Why values are narrow: without the rule this honest-looking call and a stream.post have one signature.
it('the attack that the rule for values stops is real', () => {
  const key = { secretKey };
  const asked = { ...params, filter_app: `1method=stream.postsecure=1session_key=${sessionKey}text=spamz=` };
  const sig = signMailru({ ...asked, session_key: sessionKey }, key);
  const rest = `format=jsonlimit=10method=stream.getsecure=1session_key=${sessionKey}`;
  const forged = {
    app_id: '423004',
    filter_app: '1',
    method: 'stream.post',
    secure: '1',
    text: 'spam',
    z: rest,
  };
  expect(signMailru({ ...forged, session_key: sessionKey }, key)).toBe(sig);
});

describe('a handler without its key', () => {
  it.each([
    { appId: '1', secretKey: '' },
    { appId: '', secretKey: 'secret' },
  ])('is refused at once, so that an unset variable signs nothing', (mailru) => {
    expect(() => createTokenHandler({ mailru, authorize: () => null })).toThrow('set mailru.appId');
  });
});
