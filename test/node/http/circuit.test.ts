import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AbortedError, AuthError, FormatError, NetworkError } from '../../../src/http/errors.js';
import { HttpClient } from '../../../src/http/http-client.js';
import { callOf, fakeFetch, outcome } from './fake-call.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

async function send(client: HttpClient, parts: Parameters<typeof callOf>[0] = {}) {
  const end = outcome(client.send(callOf({ repeatable: false, ...parts })));
  await vi.advanceTimersByTimeAsync(0);
  return end;
}

async function fail(client: HttpClient, times: number) {
  for (let i = 0; i < times; i++) await send(client);
}

describe('a server that failed five times in a row', () => {
  it('is left alone for 30 s, then for twice as long after each failed probe, up to 5 min', async () => {
    const fetch = fakeFetch(500);
    const client = new HttpClient('test', 'T', { fetch });
    await fail(client, 5);
    expect(fetch).toHaveBeenCalledTimes(5);
    for (const seconds of [30, 60, 120, 240, 300, 300]) {
      fetch.mockClear();
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      const refused = await send(client);
      expect(refused.error).toBeInstanceOf(NetworkError);
      expect(refused.error).toMatchObject({ advice: 'retry', retryInMs: 1 });
      expect(fetch).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1);
      await send(client);
      expect(fetch).toHaveBeenCalledTimes(1);
    }
  });

  it('is asked by nobody else while one probe is on its way, and by all after it went well', async () => {
    let answer: (response: Response) => void = () => undefined;
    const fetch = fakeFetch(500, 500, 500, 500, 500, () => new Promise((resolve) => (answer = resolve)), 200);
    const client = new HttpClient('test', 'T', { fetch });
    await fail(client, 5);
    await vi.advanceTimersByTimeAsync(30_000);
    const probe = await send(client);
    const others = [await send(client), await send(client)];
    expect(fetch).toHaveBeenCalledTimes(6);
    answer(new Response('probe'));
    await vi.advanceTimersByTimeAsync(0);
    expect(probe.value).toBe('probe');
    expect(others.map((end) => end.value)).toEqual(['text', 'text']);
  });

  it('is asked all the same when a person presses "Try again"', async () => {
    const fetch = fakeFetch(500, 500, 500, 500, 500, 200);
    const client = new HttpClient('test', 'T', { fetch });
    await fail(client, 5);
    expect((await send(client)).error).toBeInstanceOf(NetworkError);
    expect((await send(client, { urgent: true })).value).toBe('text');
    expect((await send(client)).value).toBe('text');
  });

  it('has its last error shown by the call that opened the circuit, with the time to wait', async () => {
    const fetch = fakeFetch(500);
    const client = new HttpClient('test', 'T', { fetch, random: () => 0 });
    await fail(client, 3);
    const end = await send(client, { repeatable: true });
    expect(fetch).toHaveBeenCalledTimes(5);
    expect(end.error).toMatchObject({ kind: 'http', status: 500, retryInMs: 30_000 });
  });

  it('is not asked by a call that was between two tries when others failed', async () => {
    const fetch = fakeFetch(500);
    const client = new HttpClient('test', 'T', { fetch, random: () => 1 });
    const waiting = await send(client, { repeatable: true });
    await fail(client, 4);
    vi.setSystemTime(Date.now() + 86_400_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(waiting.error).toBeInstanceOf(NetworkError);
    expect(waiting.error).toMatchObject({ retryInMs: 29_000 });
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it('is one that did not answer in time, too', async () => {
    const fetch = fakeFetch('hang');
    const client = new HttpClient('test', 'T', { fetch });
    for (let i = 0; i < 5; i++) {
      await send(client);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect((await send(client)).error).toBeInstanceOf(NetworkError);
    expect(fetch).toHaveBeenCalledTimes(5);
  });

  it('costs the host page no token either', async () => {
    const provider = vi.fn(() => ({ token: 'T' }));
    const client = new HttpClient('test', provider, { fetch: fakeFetch(500) });
    await send(client, { params: { a: '1' } });
    await fail(client, 4);
    provider.mockClear();
    await send(client, { params: { a: '2' } });
    expect(provider).not.toHaveBeenCalled();
  });

  it('is asked again in time though the clock of the reader was put back by a day', async () => {
    const client = new HttpClient('test', 'T', { fetch: fakeFetch(500, 500, 500, 500, 500, 200) });
    await fail(client, 5);
    vi.setSystemTime(Date.now() - 86_400_000);
    expect((await send(client)).error).toBeInstanceOf(NetworkError);
    await vi.advanceTimersByTimeAsync(30_000);
    expect((await send(client)).value).toBe('text');
  });

  it('is not asked sooner though the clock was put forward by a day', async () => {
    const client = new HttpClient('test', 'T', { fetch: fakeFetch(500) });
    await fail(client, 5);
    vi.setSystemTime(Date.now() + 86_400_000);
    expect((await send(client)).error).toMatchObject({ kind: 'network', retryInMs: 30_000 });
  });
});

describe('what tells nothing about the server', () => {
  it.each([
    ['a refused token', new AuthError('no')],
    ['an answer of another format', new FormatError('no')],
  ])('%s does not count, however often', async (_name, error) => {
    const fetch = fakeFetch(200);
    const client = new HttpClient('test', 'T', { fetch });
    const read = () => {
      throw error;
    };
    for (let i = 0; i < 10; i++) await send(client, { read });
    expect((await send(client)).value).toBe('text');
  });

  it('an abort does not count', async () => {
    const fetch = fakeFetch(...new Array<'hang'>(6).fill('hang'), 200);
    const client = new HttpClient('test', 'T', { fetch });
    for (let i = 0; i < 6; i++) {
      const controller = new AbortController();
      const end = await send(client, { signal: controller.signal });
      controller.abort();
      await vi.advanceTimersByTimeAsync(0);
      expect(end.error).toBeInstanceOf(AbortedError);
    }
    expect((await send(client)).value).toBe('text');
  });

  it('a probe that was aborted is followed by another, and that one decides', async () => {
    const fetch = fakeFetch(500, 500, 500, 500, 500, 'hang', 500);
    const client = new HttpClient('test', 'T', { fetch });
    await fail(client, 5);
    await vi.advanceTimersByTimeAsync(30_000);
    const controller = new AbortController();
    await send(client, { signal: controller.signal });
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect((await send(client)).error).toMatchObject({ kind: 'http' });
    expect((await send(client)).error).toMatchObject({ kind: 'network', retryInMs: 30_000 });
  });
});
