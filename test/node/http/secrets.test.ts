import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FeedError, FormatError } from '../../../src/http/errors.js';
import { HttpClient, type HttpCall } from '../../../src/http/http-client.js';
import { tokenFromUrl } from '../../../src/http/token-url.js';
import type { TokenProvider } from '../../../src/http/token.js';
import { callOf, fakeFetch, outcome } from './fake-call.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const CANARY = 'CANARY-6f1c+/=5e7d';
const FORMS = [CANARY, encodeURIComponent(CANARY), btoa(CANARY)];

/** Everything a log or an error tracker could take from an error. */
function everythingIn(error: unknown): string {
  let text = inspect(error, { depth: 20, showHidden: true, getters: true });
  for (let next = error; next instanceof Error; next = next.cause) {
    text += `${next.message}${next.stack}${JSON.stringify(next)}${String(next)}`;
  }
  return text;
}

/** The token in the query, in a header and in the body. */
const build: HttpCall<string>['build'] = ({ token }) => ({
  url: `https://feed.example/api?session_key=${encodeURIComponent(token ?? '')}`,
  method: 'POST',
  headers: { authorization: token ?? '' },
  body: `token=${token ?? ''}`,
});

const client = (fetch: ReturnType<typeof fakeFetch>, token: TokenProvider = CANARY) =>
  new HttpClient('test', token, { fetch, random: () => 0 });
const send = (...[fetch, token]: Parameters<typeof client>) => client(fetch, token).send(callOf({ build }));
const fromUrl = (text: string) => tokenFromUrl('https://host.example/t', fakeFetch(new Response(text)));

describe('no error holds the token', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['no network', () => send(fakeFetch(new TypeError('Failed to fetch')))],
    [
      'a fetch whose errors quote the URL',
      () =>
        send(
          fakeFetch(async (url) => {
            throw new TypeError(`Failed to fetch ${url}`);
          }),
        ),
    ],
    [
      'a fetch whose errors quote the header, deep in the cause',
      () =>
        send(
          fakeFetch(async (_url, init) => {
            const header = new Headers(init.headers).get('authorization');
            throw new TypeError('failed', { cause: new Error('why', { cause: new Error(`bad ${header}`) }) });
          }),
        ),
    ],
    [
      'a fetch that hangs the request on its error',
      () =>
        send(
          fakeFetch(async (url, init) => {
            throw Object.assign(new TypeError('failed'), { config: { url }, request: init });
          }),
        ),
    ],
    [
      'a fetch that hangs the request on its error under a symbol',
      () =>
        send(
          fakeFetch(async (url) => {
            throw Object.assign(new TypeError('failed'), { [Symbol('request')]: url });
          }),
        ),
    ],
    [
      'a fetch of another window, whose errors are none of this one',
      () =>
        send(
          fakeFetch(async (url) => {
            throw runInNewContext('new TypeError(url)', { url });
          }),
        ),
    ],
    [
      'a fetch that fails for several reasons',
      () =>
        send(
          fakeFetch(async (url) => {
            throw new AggregateError([new Error(`no ${url}`)], 'failed');
          }),
        ),
    ],
    [
      'a fetch whose error is its own cause',
      () =>
        send(
          fakeFetch(async () => {
            const error = new TypeError('failed');
            throw Object.assign(error, { cause: error });
          }),
        ),
    ],
    [
      'a fetch that throws a bare string',
      () =>
        send(
          fakeFetch(async (url) => {
            // eslint-disable-next-line @typescript-eslint/only-throw-error -- that is the fault
            throw url;
          }),
        ),
    ],
    [
      'a body that fails and quotes',
      () =>
        send(
          fakeFetch(
            async (url) => new Response(new ReadableStream({ start: (c) => c.error(new Error(url)) })),
          ),
        ),
    ],
    ...[304, 400, 401, 403, 404, 429, 500].map((status): [string, () => Promise<unknown>] => [
      `status ${status} with the token in its text`,
      () => send(fakeFetch(async () => new Response(status === 304 ? null : CANARY, { status }))),
    ]),
    ['an answer above the cap', () => send(fakeFetch(new Response(CANARY.repeat(120_000))))],
    ['a time-out', () => send(fakeFetch('hang'))],
    ['a token of 100 KB', () => send(fakeFetch(200), CANARY.repeat(10_000))],
    ['a token with a line break', () => send(fakeFetch(200), () => ({ token: `${CANARY}\n` }))],
    ['a token with a letter beyond ASCII', () => send(fakeFetch(200), () => ({ token: `${CANARY}й` }))],
    ['a token URL that answers no JSON', () => send(fakeFetch(200), fromUrl(`${CANARY}, your token`))],
    ['a token URL that answers the bare token', () => send(fakeFetch(200), fromUrl(JSON.stringify(CANARY)))],
    [
      'an address that cannot be parsed',
      () =>
        new HttpClient('test', CANARY, { fetch: globalThis.fetch }).send(
          callOf({ build: ({ token }) => ({ url: `http://[?key=${token ?? ''}`, method: 'GET' }) }),
        ),
    ],
    [
      'a format error',
      () =>
        client(fakeFetch(200)).send(
          callOf({
            build,
            read: () => {
              throw new FormatError('No feed.');
            },
          }),
        ),
    ],
    [
      'a circuit that is open',
      async () => {
        const failing = client(fakeFetch(new TypeError('no')));
        for (let i = 0; i < 5; i++) {
          await failing.send(callOf({ build, repeatable: false })).catch(() => undefined);
        }
        return failing.send(callOf({ build }));
      },
    ],
    [
      'an abort',
      () => {
        const controller = new AbortController();
        const end = client(fakeFetch('hang')).send(callOf({ build, signal: controller.signal }));
        controller.abort();
        return end;
      },
    ],
  ])('%s', async (_name, fault) => {
    const end = outcome(fault());
    await vi.advanceTimersByTimeAsync(40_000);
    expect(end.error).toBeInstanceOf(FeedError);
    const text = everythingIn(end.error);
    expect(FORMS.filter((form) => text.includes(form))).toEqual([]);
  });

  it('nor does the client show it', () => {
    const text = everythingIn(client(fakeFetch(200))) + JSON.stringify(client(fakeFetch(200)));
    expect(text).not.toContain(CANARY);
  });

  it('keeps a cause that is clean', async () => {
    // As Node has it.
    const refused = Object.assign(new Error('ECONNREFUSED'), { code: 'ECONNREFUSED', port: 443 });
    const cause = new TypeError('Failed to fetch', { cause: new AggregateError([refused, refused]) });
    const end = outcome(send(fakeFetch(cause)));
    await vi.advanceTimersByTimeAsync(10);
    expect(end.error).toHaveProperty('cause', cause);
  });
});
