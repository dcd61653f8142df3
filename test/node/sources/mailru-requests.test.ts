import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { AuthError, ConfigError } from '../../../src/http/errors.js';
import type { TokenRequest } from '../../../src/http/token.js';
import { mailru, mailruFromAttributes, type MailruOptions } from '../../../src/sources/mailru/mailru.js';

const SECRET = '3dad9cbf9baaa0360c0f2ba372d25716';
const SESSION = 'be6ef89965d58e56dec21acb9b62bdaa';
const endpoint = 'https://feeds.example/platform/api';
const { signal } = new AbortController();

/** mail.ru's server-server signature, written a second time on purpose. */
function sign(params: Record<string, string>): string {
  const names = Object.keys(params).sort();
  const base = names.map((name) => `${name}=${params[name]}`).join('');
  return createHash('md5')
    .update(base + SECRET, 'utf8')
    .digest('hex');
}

function setUp(options: Partial<MailruOptions> = {}) {
  const token = vi.fn(({ params }: TokenRequest) => ({
    sessionKey: SESSION,
    sig: sign({ ...params, session_key: SESSION }),
  }));
  const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(new Response('[]')));
  const source = mailru({ endpoint, appId: '423004', token, http: { fetch }, ...options });
  const sent = () => {
    const [url = '', init] = fetch.mock.lastCall ?? [];
    const [address, query] = url.split('?');
    return {
      address,
      query,
      init,
      params: Object.fromEntries(new URLSearchParams(query ?? String(init?.body))),
    };
  };
  return { source, token, fetch, sent };
}

describe('a request to mail.ru', () => {
  it('asks stream.get as documented, signed by the server scheme', async () => {
    const { source, sent } = setUp();
    await source.page({ limit: 10, signal });
    const params = { method: 'stream.get', app_id: '423004', format: 'json', secure: '1', limit: '10' };
    expect(sent().address).toBe(endpoint);
    expect(sent().params).toEqual({
      ...params,
      session_key: SESSION,
      sig: sign({ ...params, session_key: SESSION }),
    });
    expect(sent().init).toMatchObject({ method: 'GET' });
  });

  it('asks the host for a signature over exactly the params that are sent', async () => {
    const { source, token, sent } = setUp({ filterApp: '520706', format: 'xml' });
    await source.page({ limit: 25, skip: '081b0000ab375802', signal });
    const { session_key, sig, ...params } = sent().params;
    expect(session_key && sig).toBeTruthy();
    expect(token).toHaveBeenCalledExactlyOnceWith({ source: 'mailru', params, reason: 'first' });
    expect(params).toEqual({
      method: 'stream.get',
      app_id: '423004',
      format: 'xml',
      secure: '1',
      limit: '25',
      skip: '081b0000ab375802',
      filter_app: '520706',
    });
  });

  it('asks stream.getByAuthor when a uid is given', async () => {
    const { source, sent } = setUp({ uid: '11700940109513191366' });
    await source.page({ limit: 10, signal });
    expect(sent().params).toMatchObject({ method: 'stream.getByAuthor', uid: '11700940109513191366' });
  });

  it('leaves secure out in the client scheme', async () => {
    const { source, sent } = setUp({ scheme: 'client' });
    await source.page({ limit: 10, signal });
    expect(sent().params).not.toHaveProperty('secure');
  });

  it('keeps every param out of the address when it posts', async () => {
    const { source, sent } = setUp({ method: 'POST' });
    await source.page({ limit: 10, signal });
    expect(sent().query).toBeUndefined();
    expect(sent().init).toMatchObject({ method: 'POST', body: expect.any(URLSearchParams) });
    expect(sent().params).toMatchObject({ method: 'stream.get', session_key: SESSION });
  });

  it.each(['GET', 'POST'] as const)('sends by %s what was signed, whatever is in a value', async (method) => {
    const { source, sent } = setUp({ method });
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.constantFrom('Привет & пока = 1', 'a+b c%20', '👩‍👩‍👧#?', '&sig=0', 'é'),
    );
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 200 }), async (skip, limit) => {
        await source.page({ skip, limit, signal });
        const { sig, ...signed } = sent().params;
        expect(signed).toMatchObject({ skip, limit: String(limit) });
        expect(sig).toBe(sign(signed));
      }),
      { numRuns: 60 },
    );
  });

  it('asks for a new signature and sends again when the session has ended', async () => {
    const { source, token, fetch } = setUp();
    fetch.mockResolvedValueOnce(new Response('{"error":{"error_code":102}}', { status: 400 }));
    await expect(source.page({ limit: 10, signal })).resolves.toEqual({ events: [], warnings: [] });
    expect(token.mock.calls.map(([{ reason }]) => reason)).toEqual(['first', 'expired']);
  });

  it.each([{ token: 'x' }, { sessionKey: SESSION }, { sig: '0'.repeat(32) }])(
    'says what a token must hold when a part is missing',
    async (token) => {
      const { source, fetch } = setUp({ token: () => token });
      const error: unknown = await source.page({ limit: 10, signal }).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(AuthError);
      expect(error).toMatchObject({ advice: 'sign-in', message: expect.stringContaining('sessionKey, sig') });
      expect(fetch).not.toHaveBeenCalled();
    },
  );
});

describe('a mail.ru source that is wrongly set up', () => {
  const token = () => ({ sessionKey: SESSION, sig: '0' });
  const right = { endpoint, appId: '1', token };

  it.each([
    ['endpoint', { ...right, endpoint: undefined }],
    ['endpoint', { ...right, endpoint: 'http://feeds.example/api' }],
    ['endpoint', { ...right, endpoint: `${endpoint}?method=stream.post` }],
    ['app-id', { endpoint, token }],
    ['app-id', { ...right, appId: 'my app' }],
    ['app-id', { ...right, appId: '' }],
    ['token-url', { endpoint, appId: '1' }],
    ['format', { ...right, format: 'html' }],
    ['filter-app', { ...right, filterApp: '-1' }],
    ['uid', { ...right, uid: 'me' }],
  ])('names the attribute %s', (option, attributes) => {
    const { endpoint: address, ...rest } = attributes;
    const make = () => mailruFromAttributes({ ...rest, ...(address !== undefined && { endpoint: address }) });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(
      expect.objectContaining({ option, message: expect.stringContaining(`"${option}"`) }),
    );
  });

  it('takes every attribute', async () => {
    const seen: TokenRequest[] = [];
    const source = mailruFromAttributes({
      endpoint,
      appId: '1',
      format: 'xml',
      filterApp: '2',
      uid: '3',
      token: (request) => {
        seen.push(request);
        throw new Error('enough');
      },
    });
    await expect(source.page({ limit: 10, signal })).rejects.toBeInstanceOf(AuthError);
    expect(seen[0]?.params).toEqual({
      method: 'stream.getByAuthor',
      app_id: '1',
      format: 'xml',
      secure: '1',
      limit: '10',
      filter_app: '2',
      uid: '3',
    });
  });
});
