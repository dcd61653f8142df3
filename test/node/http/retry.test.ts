import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, FormatError, HttpError, NetworkError } from '../../../src/http/errors.js';
import { HttpClient } from '../../../src/http/http-client.js';
import { callOf, fakeFetch, outcome } from './fake-call.js';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Milliseconds at which each request was sent. */
async function requestTimes(fetch: ReturnType<typeof fakeFetch>, random = () => 0.5) {
  const times: number[] = [];
  const start = performance.now();
  const client = new HttpClient('test', 'T', {
    fetch: (url, init) => {
      times.push(performance.now() - start);
      return fetch(url, init);
    },
    random,
  });
  const end = outcome(client.send(callOf()));
  await vi.advanceTimersByTimeAsync(40_000);
  return { times, end };
}

describe('a server that fails for a moment', () => {
  it('is asked again after random() * 1 s, then after random() * 2 s', async () => {
    const { times, end } = await requestTimes(fakeFetch(500, 503, 200));
    expect(end.value).toBe('text');
    expect(times).toEqual([0, 500, 1500]);
  });

  it('is asked once more where one failure was all', async () => {
    const { times, end } = await requestTimes(fakeFetch(500, 200), () => 0.25);
    expect(end.value).toBe('text');
    expect(times).toEqual([0, 250]);
  });

  it('is asked three times at most', async () => {
    const { times, end } = await requestTimes(fakeFetch(500));
    expect(times).toHaveLength(3);
    expect(end.error).toBeInstanceOf(HttpError);
    expect(end.error).toMatchObject({ status: 500, advice: 'retry', retryInMs: undefined });
  });

  it('is asked again when there is no answer at all', async () => {
    const { times, end } = await requestTimes(fakeFetch(new TypeError('Failed to fetch'), 200));
    expect(end.value).toBe('text');
    expect(times).toEqual([0, 500]);
  });

  it('is asked again when fetch itself throws at once', async () => {
    let calls = 0;
    const client = new HttpClient('test', 'some-token', {
      random: () => 0,
      fetch: () => {
        calls += 1;
        throw new TypeError('patched by the page');
      },
    });
    const end = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(10);
    expect(calls).toBe(3);
    expect(end.error).toBeInstanceOf(NetworkError);
    expect(end.error).toHaveProperty('cause.message', 'patched by the page');
  });

  it('spreads a thousand clients over the whole second', async () => {
    let seed = 1;
    const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
    const buckets = new Array<number>(10).fill(0);
    const clients = Array.from({ length: 1000 }, async () => {
      const start = performance.now();
      let calls = 0;
      const fetch = async () => {
        if (calls++ > 0) buckets[Math.floor((performance.now() - start) / 100)]! += 1;
        return new Response('', { status: calls > 1 ? 200 : 503 });
      };
      await new HttpClient('test', 'T', { fetch, random }).send(callOf());
    });
    await vi.advanceTimersByTimeAsync(2_000);
    await Promise.all(clients);
    const chiSquare = buckets.reduce((sum, count) => sum + (count - 100) ** 2 / 100, 0);
    expect(chiSquare).toBeLessThan(27.9); // 0.1 % for 9 degrees of freedom
  });
});

describe('what trying again does not mend', () => {
  it.each([304, 400, 403, 404, 405, 410, 413, 414, 422])('status %i is asked once', async (status) => {
    const { times, end } = await requestTimes(
      fakeFetch(async () => new Response(status === 304 ? null : '', { status })),
    );
    expect(times).toHaveLength(1);
    expect(end.error).toMatchObject({ status, advice: status === 403 ? 'forbidden' : 'setup' });
  });

  it.each([
    [new FormatError('not a feed'), 1],
    [new ApiError('no such method', { advice: 'setup' }), 1],
    [new ApiError('try later', { advice: 'retry' }), 3],
    [new Error('a bug in a source'), 1],
  ])('%s is asked %i times', async (error, count) => {
    const fetch = fakeFetch(200);
    const client = new HttpClient('test', 'T', { fetch, random: () => 0 });
    const read = () => {
      throw error;
    };
    const end = outcome(client.send(callOf({ read })));
    await vi.advanceTimersByTimeAsync(10);
    expect(end.error).toBe(error);
    expect(fetch).toHaveBeenCalledTimes(count);
  });

  it('a call that must not be repeated is sent once', async () => {
    const fetch = fakeFetch(503);
    const client = new HttpClient('test', 'T', { fetch });
    const end = outcome(client.send(callOf({ repeatable: false })));
    await vi.advanceTimersByTimeAsync(40_000);
    expect(end.error).toMatchObject({ status: 503 });
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('Retry-After', () => {
  const inSeconds = (s: number) => new Date(Date.UTC(2030, 0, 1) + s * 1000).toUTCString();

  it.each([
    ['7', 7_000],
    ['0', 0],
    ['-1', 0],
    [inSeconds(-60), 0],
    [inSeconds(12), 12_000],
    ['abc', 500],
    ['', 500],
  ])('%j has the next request sent after %i ms, without jitter', async (value, ms) => {
    const busy = new Response('', { status: 429, headers: { 'retry-after': value } });
    const { times, end } = await requestTimes(fakeFetch(busy, 200));
    expect(times).toEqual([0, ms]);
    expect(end.value).toBe('text');
  });

  it.each([
    ['2147484', 300_000],
    ['99999999999', 300_000],
    ['1e999', 300_000],
    ['31', 31_000],
    [inSeconds(120), 120_000],
    [inSeconds(1e6), 300_000],
  ])('%j is never a storm of requests', async (value, retryInMs) => {
    const busy = new Response('', { status: 429, headers: { 'retry-after': value } });
    const { times, end } = await requestTimes(fakeFetch(busy));
    expect(times).toEqual([0]);
    expect(end.error).toMatchObject({ status: 429, advice: 'retry', retryInMs });
  });

  it('gives up at once, and says when, if the time that is left is too short', async () => {
    const busy = new Response('', { status: 503, headers: { 'retry-after': '20' } });
    const fetch = fakeFetch(busy);
    const client = new HttpClient('test', 'T', { fetch });
    const end = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(fetch).toHaveBeenCalledTimes(2);
    expect(end.error).toMatchObject({ status: 503, retryInMs: 20_000 });
  });
});
