import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthError, ConfigError, HttpError, NetworkError } from '../../../src/http/errors.js';
import { HttpClient } from '../../../src/http/http-client.js';
import { tokenFromUrl } from '../../../src/http/token-url.js';
import { callOf, fakeFetch, outcome } from './fake-call.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const TOKEN_URL = 'https://host.example/feed-token';
const REQUEST = { source: 'mailru', params: { limit: '10' }, reason: 'first' } as const;

function ask(...steps: Parameters<typeof fakeFetch>) {
  const fetch = fakeFetch(...steps);
  const provider = tokenFromUrl(TOKEN_URL, fetch);
  if (typeof provider === 'string') throw new Error('not a function');
  return { fetch, answer: outcome(Promise.resolve(provider(REQUEST))) };
}

const json = (value: unknown) => new Response(JSON.stringify(value));

describe('a token URL', () => {
  it('gets the token request as JSON with the cookies of the page, and answers the token', async () => {
    const { fetch, answer } = ask(json({ sessionKey: 'K', sig: 'S', more: 'ignored' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(answer.value).toEqual({ sessionKey: 'K', sig: 'S' });
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(TOKEN_URL);
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
    });
    expect(JSON.parse(String(init?.body))).toEqual(REQUEST);
    expect(new Headers(init?.headers).get('content-type')).toBe('application/json');
  });

  it('of http on another host is refused', () => {
    expect(() => tokenFromUrl('http://host.example/feed-token')).toThrow(ConfigError);
  });

  it.each([
    ['401', 401, AuthError, 'sign-in'],
    ['403', 403, HttpError, 'forbidden'],
    ['404', 404, HttpError, 'setup'],
    ['500', 500, HttpError, 'retry'],
    ['nothing', new TypeError('Failed to fetch'), NetworkError, 'retry'],
    ['a log-in page', new Response('<!doctype html>'), AuthError, 'sign-in'],
    ['an empty text', new Response(''), AuthError, 'sign-in'],
    ['no token', json({ error: 'no' }), AuthError, 'sign-in'],
    ['null', json(null), AuthError, 'sign-in'],
  ])('that answers %s is named in the error', async (_name, step, type, advice) => {
    const { answer } = ask(step);
    await vi.advanceTimersByTimeAsync(0);
    expect(answer.error).toBeInstanceOf(type);
    expect(answer.error).toMatchObject({ advice });
  });

  it('that does not answer within 8 s is given up, and may be tried again', async () => {
    const late = new AbortController();
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal);
    const { answer } = ask('hang');
    late.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(answer.error).toBeInstanceOf(NetworkError);
    expect(timeout).toHaveBeenCalledWith(8_000);
  });

  it('that fails for a moment is asked again by the request that needs the token', async () => {
    const tokenFetch = fakeFetch(503, json({ token: 'T' }));
    const client = new HttpClient('test', tokenFromUrl(TOKEN_URL, tokenFetch), {
      fetch: fakeFetch(200),
      random: () => 0,
    });
    const end = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(10);
    expect(end.value).toBe('text');
    expect(tokenFetch).toHaveBeenCalledTimes(2);
  });
});
