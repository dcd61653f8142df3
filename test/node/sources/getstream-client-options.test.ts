import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Feed, StreamClient, type StreamClientOptions } from '../../../src/sources/getstream.js';

const apiKey = 'key';
const SIGNATURE = 'user1 osnsKzhIksUQ-h36abNdk4sOnbw';

function setUp(
  options: Partial<StreamClientOptions> = {},
  respond = () => Response.json({ duration: '1ms' }),
) {
  const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(respond()));
  return { client: new StreamClient({ apiKey, fetch, ...options }), fetch };
}

describe('StreamClient', () => {
  it('has the documented defaults, at today’s address', () => {
    expect(new StreamClient({ apiKey, appId: '519' })).toMatchObject({
      apiKey: 'key',
      appId: '519',
      version: 'v1.0',
      timeout: 3,
      baseUrl: 'https://api.stream-io-api.com/api/',
    });
  });

  it('StreamClient.feed gives a Feed', () => {
    expect(setUp().client.feed('user', '1')).toBeInstanceOf(Feed);
  });

  it('StreamClient.getFullUrl puts host and version before the path', () => {
    const baseUrl = 'https://getstream.io/api/';
    expect(setUp({ baseUrl }).client.getFullUrl('feed/user/1/')).toBe(
      'https://getstream.io/api/v1.0/feed/user/1/',
    );
    expect(setUp({ version: 'v2' }).client.getFullUrl('feed/')).toBe(
      'https://api.stream-io-api.com/api/v2/feed/',
    );
  });

  it('StreamClient.getDefaultParams has the API key', () => {
    expect(setUp().client.getDefaultParams()).toEqual({ api_key: 'key' });
  });

  it('StreamClient.getUserAgent names the library and its version', () => {
    expect(setUp().client.getUserAgent()).toBe(`whats-new-feed-${VERSION}`);
  });

  it.each([
    ['get', 'GET', undefined],
    ['delete', 'DELETE', undefined],
    ['post', 'POST', '{"a":[1]}'],
  ] as const)('StreamClient.%s is a shortcut for a call of one’s own', async (name, method, body) => {
    const { client, fetch } = setUp();
    const answer = await client[name]('stats/follow/', SIGNATURE, { followers: 'user:1' }, { a: [1] });
    expect(answer).toEqual({ duration: '1ms' });
    const [url, init] = fetch.mock.lastCall ?? [];
    expect(url).toBe('https://api.stream-io-api.com/api/v1.0/stats/follow/?api_key=key&followers=user%3A1');
    expect(init).toMatchObject({ method, headers: { authorization: SIGNATURE } });
    expect(init?.body).toBe(body);
  });

  it('sends no cookies, follows no redirect, and leaves nothing in a cache', async () => {
    const { client, fetch } = setUp();
    await client.get('feed/user/1/', SIGNATURE);
    expect(fetch.mock.lastCall?.[1]).toMatchObject({
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
    });
  });

  it('has the region in its host', () => {
    expect(setUp({ location: 'us-east' }).client.baseUrl).toBe('https://us-east-api.stream-io-api.com/api/');
    const baseUrl = 'http://localhost:8000/api/';
    expect(setUp({ location: 'us-east', baseUrl }).client.baseUrl).toBe(baseUrl);
  });

  it.each<[string, Partial<StreamClientOptions>]>([
    ['apiKey', { apiKey: '' }],
    ['baseUrl', { baseUrl: 'https://api.example/api' }],
    ['baseUrl', { baseUrl: 'https://api.example/?a=/' }],
    ['baseUrl', { baseUrl: 'http://api.example/api/' }],
    ['baseUrl', { baseUrl: 'https://user:pass@api.example/api/' }],
    ['baseUrl', { baseUrl: '' }],
    ['location', { location: 'evil.example/' }],
    ['location', { location: '' }],
    ['timeout', { timeout: 0 }],
    ['timeout', { timeout: NaN }],
    ['timeout', { timeout: Infinity }],
  ])('is refused with a wrong %s: %j', (option, options) => {
    expect(() => setUp(options)).toThrow(expect.objectContaining({ kind: 'config', option }));
  });

  it('knows no secret', () => {
    const options = { apiKey, apiSecret: 'hush' };
    expect(JSON.stringify(Object.entries(new StreamClient(options)))).not.toContain('hush');
  });
});

describe('the time-out', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    [undefined, 3000],
    [0.5, 500],
  ])('of %s s ends a call after %i ms and aborts it', async (timeout, ms) => {
    const signals: AbortSignal[] = [];
    const fetch = (_url: string, { signal }: RequestInit) => {
      if (signal) signals.push(signal);
      return new Promise<Response>(() => undefined);
    };
    const call = new StreamClient({ apiKey, fetch, timeout }).get('feed/user/1/', SIGNATURE);
    const settled = vi.fn();
    call.catch(settled);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(settled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await expect(call).rejects.toMatchObject({ kind: 'timeout' });
    expect(signals).toHaveLength(1);
    expect(signals[0]?.aborted).toBe(true);
  });

  it('ends a body that never ends, too', async () => {
    const { client } = setUp({}, () => new Response(new ReadableStream()));
    const call = expect(client.get('feed/user/1/', SIGNATURE)).rejects.toMatchObject({ kind: 'timeout' });
    await vi.advanceTimersByTimeAsync(3000);
    await call;
  });
});

it('a call that failed is not sent again', async () => {
  const fetch = vi.fn(() => Promise.reject(new TypeError('failed')));
  const call = new StreamClient({ apiKey, fetch }).get('feed/user/1/', SIGNATURE);
  await expect(call).rejects.toMatchObject({ kind: 'network' });
  expect(fetch).toHaveBeenCalledTimes(1);
});

it('an error of fetch that quotes the token does not come out', async () => {
  const fetch = () => Promise.reject(new TypeError(`bad header ${SIGNATURE}`));
  const call = new StreamClient({ apiKey, fetch }).get('feed/user/1/', SIGNATURE);
  const error: unknown = await call.catch((reason: unknown) => reason);
  expect(error).toMatchObject({ kind: 'network', cause: undefined });
});

it('an answer above 2 MiB is not read to its end', async () => {
  const { client } = setUp({}, () => new Response('x'.repeat(2 * 1024 * 1024 + 1)));
  await expect(client.get('feed/user/1/', SIGNATURE)).rejects.toMatchObject({ kind: 'too-large' });
});
