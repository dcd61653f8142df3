import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AbortedError, TimeoutError } from '../../../src/http/errors.js';
import { HttpClient } from '../../../src/http/http-client.js';
import type { Token } from '../../../src/http/token.js';
import { callOf, fakeFetch, outcome } from './fake-call.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const silentBody = () => new Response(new ReadableStream());

/** One byte every five seconds, for ever. */
function dripping(): Response {
  let timer: ReturnType<typeof setInterval>;
  return new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        timer = setInterval(() => controller.enqueue(new Uint8Array(1)), 5_000);
      },
      cancel: () => clearInterval(timer),
    }),
  );
}

describe('time-outs', () => {
  it.each([
    ['no answer', () => fakeFetch('hang')],
    ['headers and then silence', () => fakeFetch(async () => silentBody())],
    ['one byte every five seconds', () => fakeFetch(async () => dripping())],
  ])('%s ends after 10 s', async (_name, make) => {
    const client = new HttpClient('test', 'T', { fetch: make() });
    const end = outcome(client.send(callOf({ repeatable: false })));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(end.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(end.error).toBeInstanceOf(TimeoutError);
  });

  it('all tries together end after 30 s', async () => {
    const fetch = fakeFetch('hang');
    const client = new HttpClient('test', 'T', { fetch, random: () => 0.9 });
    const end = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(29_999);
    expect(end.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(end.error).toBeInstanceOf(TimeoutError);
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(fetch.mock.calls.every(([, init]) => init.signal?.aborted)).toBe(true);
  });

  it('the time of the token is not taken from the time of the request', async () => {
    const token = () => new Promise<Token>((resolve) => setTimeout(resolve, 9_000, { token: 'T' }));
    const slow = () => new Promise<Response>((resolve) => setTimeout(resolve, 9_000, new Response('late')));
    const client = new HttpClient('test', token, { fetch: fakeFetch(slow) });
    const end = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(18_000);
    expect(end.value).toBe('late');
  });

  it('leave no timer behind', async () => {
    await new HttpClient('test', () => ({ token: 'T' }), { fetch: fakeFetch(200) }).send(callOf());
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a caller who gives up', () => {
  it('before the call: no token is asked for', async () => {
    const provider = vi.fn(() => ({ token: 'T' }));
    const fetch = fakeFetch(200);
    const client = new HttpClient('test', provider, { fetch });
    await expect(client.send(callOf({ signal: AbortSignal.abort() }))).rejects.toThrow(AbortedError);
    expect(provider).not.toHaveBeenCalled();
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([
    ['during the request', () => fakeFetch('hang'), () => ({ token: 'T' }), 1],
    ['during the body', () => fakeFetch(async () => silentBody()), () => ({ token: 'T' }), 1],
    ['in the pause between two tries', () => fakeFetch(500), () => ({ token: 'T' }), 1],
    [
      'while the token is made',
      () => fakeFetch(200),
      () => new Promise<Token>((resolve) => setTimeout(resolve, 5_000, { token: 'T' })),
      0,
    ],
  ])('%s: is told at once, and nothing more is asked or sent', async (_name, make, answer, requests) => {
    const fetch = make();
    const provider = vi.fn(answer);
    const client = new HttpClient('test', provider, { fetch, random: () => 0.9 });
    const controller = new AbortController();
    const end = outcome(client.send(callOf({ params: { skip: '1' }, signal: controller.signal })));
    await vi.advanceTimersByTimeAsync(100);
    expect(end.done).toBe(false);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(end.error).toBeInstanceOf(AbortedError);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fetch).toHaveBeenCalledTimes(requests);
    expect(provider).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
