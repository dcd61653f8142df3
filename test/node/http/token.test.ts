import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuthError, NetworkError } from '../../../src/http/errors.js';
import type { Fetch } from '../../../src/http/fetch-answer.js';
import { HttpClient } from '../../../src/http/http-client.js';
import { createTokenKeeper, type HeldToken } from '../../../src/http/token-keeper.js';
import type { Token, TokenProvider, TokenRequest } from '../../../src/http/token.js';
import { callOf, fakeFetch, outcome } from './fake-call.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A server that takes only the token of the day, and a host page that hands it out. */
function fakeService() {
  const service = {
    valid: 'T1',
    requests: 0,
    fetch: async (_url: string, init: RequestInit) => {
      service.requests += 1;
      const given = new Headers(init.headers).get('authorization');
      return new Response('text', { status: given?.startsWith(service.valid) ? 200 : 401 });
    },
    provider: vi.fn(async (request: TokenRequest): Promise<Token> => {
      // Like a host page that keeps its session until it hears that it has ended.
      if (request.reason === 'expired') session = service.valid;
      return { token: `${session}${Object.values(request.params).join('')}` };
    }),
    reasons: () => service.provider.mock.calls.map(([request]) => request.reason),
  };
  let session = 'T1';
  return service;
}

const settle = () => vi.advanceTimersByTimeAsync(0);

/** Asks by params alone: those that are not empty are signed. */
function keeperOf(provider: TokenProvider) {
  const keeper = createTokenKeeper('test', provider, () => 0);
  return (params: TokenRequest['params'], refused?: HeldToken) =>
    keeper({ params, signed: Object.keys(params).length > 0 }, refused);
}

describe('a token that signs nothing', () => {
  it('is asked for once and kept', async () => {
    const service = fakeService();
    const client = new HttpClient('test', service.provider, service);
    await client.send(callOf());
    await client.send(callOf());
    expect(service.provider.mock.calls).toEqual([[{ source: 'test', params: {}, reason: 'first' }]]);
  });

  it('is renewed once when a hundred requests at a time are refused', async () => {
    const service = fakeService();
    const client = new HttpClient('test', service.provider, service);
    await client.send(callOf());
    service.valid = 'T2';
    service.requests = 0;
    const ends = Array.from({ length: 100 }, () => outcome(client.send(callOf())));
    await settle();
    expect(ends.every((end) => end.value === 'text')).toBe(true);
    expect(service.reasons()).toEqual(['first', 'expired']);
    expect(service.requests).toBe(200);
  });

  it('is not renewed again for a straggler that was sent with the old one', async () => {
    const service = fakeService();
    let answerStraggler: (response: Response) => void = () => undefined;
    let first = true;
    const fetch: Fetch = (url, init) => {
      if (!first) return service.fetch(url, init);
      first = false;
      return new Promise((resolve) => (answerStraggler = resolve));
    };
    const client = new HttpClient('test', service.provider, { fetch });
    const straggler = outcome(client.send(callOf()));
    await settle();
    service.valid = 'T2';
    await client.send(callOf());
    expect(service.reasons()).toEqual(['first', 'expired']);
    answerStraggler(new Response('', { status: 401 }));
    await settle();
    expect(straggler.value).toBe('text');
    expect(service.reasons()).toEqual(['first', 'expired']);
  });

  it('that is refused for ever costs two calls of the provider and then an error', async () => {
    const fetch = fakeFetch(401);
    const provider = vi.fn(() => ({ token: 'T' }));
    const end = outcome(new HttpClient('test', provider, { fetch }).send(callOf()));
    await settle();
    expect(end.error).toBeInstanceOf(AuthError);
    expect(end.error).toMatchObject({ advice: 'sign-in', status: 401 });
    expect(provider).toHaveBeenCalledTimes(2);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('is renewed twice a minute at most', async () => {
    const provider = vi.fn(() => ({ token: 'T' }));
    const client = new HttpClient('test', provider, { fetch: fakeFetch(401) });
    const expired = async () => {
      for (let i = 0; i < 5; i++) await client.send(callOf()).catch(() => undefined);
      return provider.mock.calls.length - 1;
    };
    expect(await expired()).toBe(2);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(await expired()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await expired()).toBe(4);
  });

  it('is renewed once within one call, though the server fails in between', async () => {
    const fetch = fakeFetch(401, 500, 401);
    const provider = vi.fn(() => ({ token: 'T' }));
    const end = outcome(new HttpClient('test', provider, { fetch, random: () => 0 }).send(callOf()));
    await vi.advanceTimersByTimeAsync(10);
    expect(end.error).toBeInstanceOf(AuthError);
    expect(fetch).toHaveBeenCalledTimes(3);
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('that is being renewed is waited for by the calls that start meanwhile', async () => {
    const fetch = fakeFetch(401, 200);
    const provider = vi.fn(() => new Promise<Token>((resolve) => setTimeout(resolve, 1_000, { token: 'T' })));
    const client = new HttpClient('test', provider, { fetch });
    const first = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(1_500);
    const second = outcome(client.send(callOf()));
    await settle();
    expect(fetch).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(500);
    expect([first.value, second.value]).toEqual(['text', 'text']);
    expect(provider).toHaveBeenCalledTimes(2);
  });

  it('is renewed for a call that must not be repeated too: what was refused was not done', async () => {
    const service = fakeService();
    service.valid = 'T2';
    const client = new HttpClient('test', service.provider, service);
    expect(await client.send(callOf({ repeatable: false }))).toBe('text');
  });

  it('is not renewed when the source itself cannot use it', async () => {
    const provider = vi.fn(() => ({ sig: 'S' }));
    const client = new HttpClient('test', provider, { fetch: fakeFetch(200) });
    await expect(client.send(callOf())).rejects.toThrow('No token.');
    expect(provider).toHaveBeenCalledTimes(1);
  });
});

describe('a token that signs its params', () => {
  it('is asked for anew each time, and once for the same params at the same time', async () => {
    const service = fakeService();
    const client = new HttpClient('test', service.provider, service);
    const ends = ['1', '1', '2'].map((skip) => outcome(client.send(callOf({ params: { skip } }))));
    await settle();
    expect(ends.every((end) => end.value === 'text')).toBe(true);
    expect(service.provider).toHaveBeenCalledTimes(2);
    await client.send(callOf({ params: { skip: '1' } }));
    expect(service.provider).toHaveBeenCalledTimes(3);
  });

  it('has the session renewed once for a hundred requests that are refused at a time', async () => {
    const service = fakeService();
    service.valid = 'T2';
    const client = new HttpClient('test', service.provider, service);
    const ends = Array.from({ length: 100 }, (_, skip) =>
      outcome(client.send(callOf({ params: { skip: String(skip) } }))),
    );
    await settle();
    expect(ends.every((end) => end.value === 'text')).toBe(true);
    expect(service.reasons().filter((reason) => reason === 'expired')).toHaveLength(1);
    expect(service.provider).toHaveBeenCalledTimes(200);
  });

  it('is never the one that was made for no params, and does not stand in for it', async () => {
    const provider = vi.fn(({ params }: TokenRequest) => ({ token: `T${params['skip'] ?? ''}` }));
    const tokenFor = keeperOf(provider);
    const tokens = [{}, { skip: '1' }, {}].map(async (params) => (await tokenFor(params)).token.token);
    expect(await Promise.all(tokens)).toEqual(['T', 'T1', 'T']);
    expect((await tokenFor({ skip: '2' })).token.token).toBe('T2');
    expect((await tokenFor({})).token.token).toBe('T');
  });

  it('that was asked for before a renewal, and comes after it, is neither kept nor shared', async () => {
    const answers: ((token: Token) => void)[] = [];
    const provider = ({ reason }: TokenRequest) =>
      reason === 'expired'
        ? { token: 'new' }
        : new Promise<Token>((resolve) => {
            answers.push(resolve);
          });
    for (const late of [{}, { skip: '2' }]) {
      answers.length = 0;
      const tokenFor = keeperOf(provider);
      const used = tokenFor({ skip: '1' });
      const old = tokenFor(late);
      await settle();
      answers[0]?.({ token: 'refused' });
      await tokenFor({ skip: '1' }, await used);
      const fresh = tokenFor(late, await used);
      await settle();
      answers[2]?.({ token: 'fresh' });
      expect((await fresh).token.token).toBe('fresh');
      answers[1]?.({ token: 'old' });
      expect((await old).token.token).toBe('old');
      const next = tokenFor(late);
      await settle();
      answers[3]?.({ token: 'fresh' });
      expect((await next).token.token).toBe('fresh');
    }
  });

  it('cannot be spoilt by a provider that writes into the params', async () => {
    const params = Object.freeze({ skip: '1' });
    const provider: TokenProvider = (request) => {
      Object.assign(request.params, { session_key: 'K' });
      return { token: 'T' };
    };
    await new HttpClient('test', provider, { fetch: fakeFetch(200) }).send(callOf({ params }));
    expect(params).toEqual({ skip: '1' });
  });
});

describe('a provider that does not behave', () => {
  const boom = new Error('boom');
  it.each<[string, () => unknown, string]>([
    ['rejects', () => Promise.reject(boom), 'provider failed'],
    [
      'throws at once',
      () => {
        throw boom;
      },
      'provider failed',
    ],
    ['answers undefined', () => undefined, 'No usable token'],
    ['answers null', () => null, 'No usable token'],
    ['answers an empty string', () => '', 'No usable token'],
    ['answers a bare string', () => 'T', 'No usable token'],
    ['answers an empty object', () => ({}), 'No usable token'],
    ['answers 100 KB', () => ({ token: 'x'.repeat(100_000) }), 'No usable token'],
    ['answers a number', () => ({ token: 7 }), 'No usable token'],
    ['answers a line break', () => ({ token: 'a\r\nX-Evil: 1' }), 'No usable token'],
    ['answers an empty token', () => ({ token: '' }), 'No usable token'],
    ['answers a getter that throws', () => Object.defineProperty({}, 'token', { enumerable: true, get: () => { throw boom; } }), 'provider failed'], // prettier-ignore
  ])('%s: an AuthError that says so, and the next call asks again', async (_name, misbehave, message) => {
    const provider = vi.fn<(request: TokenRequest) => unknown>(misbehave);
    const fetch = fakeFetch(200);
    const client = new HttpClient('test', provider as TokenProvider, { fetch });
    const error: unknown = await client.send(callOf()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ advice: 'sign-in', message: expect.stringContaining(message) as string });
    if (message === 'provider failed') expect(error).toHaveProperty('cause', boom);
    expect(fetch).not.toHaveBeenCalled();
    provider.mockImplementation(() => ({ token: 'T' }));
    expect(await client.send(callOf())).toBe('text');
  });

  it('never settles: an AuthError after 10 s, and the next call asks again', async () => {
    const provider = vi.fn<(request: TokenRequest) => Promise<Token>>(() => new Promise(() => undefined));
    const client = new HttpClient('test', provider, { fetch: fakeFetch(200) });
    const end = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(9_999);
    expect(end.done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(end.error).toBeInstanceOf(AuthError);
    expect(end.error).toMatchObject({ advice: 'sign-in' });
    provider.mockResolvedValue({ token: 'T' });
    expect(await client.send(callOf())).toBe('text');
  });

  it('resolves after everybody left: nothing is sent', async () => {
    const fetch = fakeFetch(200);
    const provider = () => new Promise<Token>((resolve) => setTimeout(resolve, 1_000, { token: 'T' }));
    const controller = new AbortController();
    const end = outcome(
      new HttpClient('test', provider, { fetch }).send(callOf({ signal: controller.signal })),
    );
    controller.abort();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(end.error).toMatchObject({ kind: 'aborted' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('calls back into the feed: no recursion', async () => {
    const inner: { done: boolean }[] = [];
    const provider = vi.fn(() => {
      inner.push(outcome(client.send(callOf())));
      return { token: 'T' };
    });
    const client: HttpClient = new HttpClient('test', provider, { fetch: fakeFetch(200) });
    expect(await client.send(callOf())).toBe('text');
    await settle();
    expect(inner).toMatchObject([{ value: 'text' }]);
  });

  it('waits for the feed that waits for it: ends by the time-out', async () => {
    const provider = vi.fn(async () => ({ token: await client.send(callOf()) }));
    const client: HttpClient = new HttpClient('test', provider, { fetch: fakeFetch(200) });
    const end = outcome(client.send(callOf()));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(end.error).toBeInstanceOf(AuthError);
    expect(provider).toHaveBeenCalledTimes(1);
  });

  it('rejects with a FeedError of its own: that one is kept, and tried again where that helps', async () => {
    const offline = new NetworkError('offline');
    const provider = vi.fn<(request: TokenRequest) => Promise<Token>>().mockRejectedValueOnce(offline);
    provider.mockResolvedValue({ token: 'T' });
    const end = outcome(
      new HttpClient('test', provider, { fetch: fakeFetch(200), random: () => 0 }).send(callOf()),
    );
    await vi.advanceTimersByTimeAsync(10);
    expect(end.value).toBe('text');
  });
});

describe('five requests in any order, with a token that runs out', () => {
  const signed = (index: number) => ({ skip: String(index) });
  it.each([
    ['signs nothing', () => ({})],
    ['signs its params', signed],
  ])('renew it once and all end well, where it %s', async (_name, params) => {
    vi.useRealTimers();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const service = fakeService();
        const provider = scheduler.scheduleFunction(service.provider);
        const fetch: Fetch = scheduler.scheduleFunction(service.fetch);
        const client = new HttpClient('test', provider, { fetch, random: () => 0 });
        const all = Promise.all(
          [1, 2, 3, 4, 5].map((index) => client.send(callOf({ params: params(index) }))),
        );
        void scheduler.schedule(Promise.resolve()).then(() => (service.valid = 'T2'));
        await scheduler.waitFor(all);
        expect(service.reasons().filter((reason) => reason === 'expired').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });
});
