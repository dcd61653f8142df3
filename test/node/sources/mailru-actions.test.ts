import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { ApiError, AuthError, FormatError, HttpError, TimeoutError } from '../../../src/http/errors.js';
import type { TokenRequest } from '../../../src/http/token.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { mailru, type MailruOptions } from '../../../src/sources/mailru/mailru.js';
import { readAnswer } from '../../helpers/mailru-answers.js';

const SECRET = '3dad9cbf9baaa0360c0f2ba372d25716';
const SESSION = 'be6ef89965d58e56dec21acb9b62bdaa';
const THREAD = '733f55041b7dc5fdaf8ba40102000000';
const endpoint = 'https://feeds.example/platform/api';
const { signal } = new AbortController();
const common = { app_id: '423004', format: 'json', secure: '1', thread_id: THREAD };

function sign(params: Record<string, string>): string {
  const names = Object.keys(params).sort();
  const base = names.map((name) => `${name}=${params[name]}`).join('');
  return createHash('md5')
    .update(base + SECRET, 'utf8')
    .digest('hex');
}

const [event = never()] = readAnswer([{ id: 'e', title: 'a', thread_id: THREAD }]).events;

function never(): FeedEvent {
  throw new Error('The event was left out.');
}

/** A source over a server that answers each request with the next of these, and then with the last. */
function setUp(
  answers: readonly (() => Response | Promise<Response>)[],
  options: Partial<MailruOptions> = {},
) {
  const token = vi.fn(({ params }: TokenRequest) => ({
    sessionKey: SESSION,
    sig: sign({ ...params, session_key: SESSION }),
  }));
  const left = [...answers];
  const fetch = vi.fn((_url: string, _init: RequestInit) =>
    Promise.resolve((left.length > 1 ? left.shift() : left[0])?.() ?? Response.error()),
  );
  const source = mailru({ endpoint, appId: '423004', token, http: { fetch, random: () => 0 }, ...options });
  const sent = () =>
    fetch.mock.calls.map(([url, init]) => {
      const [address, query] = url.split('?');
      const { sig, session_key, ...params } = Object.fromEntries(
        new URLSearchParams(query ?? String(init.body)),
      );
      expect(sig).toBe(sign({ ...params, session_key: SESSION }));
      expect([address, session_key]).toEqual([endpoint, SESSION]);
      return [init.method, params] as const;
    });
  return { source, token, fetch, sent };
}

const text =
  (body: string, status = 200) =>
  () =>
    new Response(body || null, { status });

/** Runs all timers until a promise has settled; gives what it rejected with. */
async function failure(promise: Promise<unknown> | undefined): Promise<unknown> {
  const settled = promise?.then(
    () => undefined,
    (error: unknown) => error,
  );
  await vi.runAllTimersAsync();
  return settled;
}

const act = {
  'stream.like': ({ source }: ReturnType<typeof setUp>) => source.like?.(event, signal),
  'stream.unlike': ({ source }: ReturnType<typeof setUp>) => source.unlike?.(event, signal),
  'stream.comment': ({ source }: ReturnType<typeof setUp>) => source.comment?.(event, 'Привет', signal),
};
const methods = ['stream.like', 'stream.unlike', 'stream.comment'] as const;
const repeated = ['stream.like', 'stream.unlike'] as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what a reader does at mail.ru', () => {
  it.each(repeated)('%s is sent with the id of the thread, signed, in the address', async (method) => {
    const feed = setUp([text('1')]);
    await expect(act[method](feed)).resolves.toBeUndefined();
    expect(feed.sent()).toEqual([['GET', { ...common, method }]]);
  });

  it.each(methods)('%s is posted where everything is', async (method) => {
    const feed = setUp([text('1')], { method: 'POST' });
    await act[method](feed);
    expect(feed.sent()).toMatchObject([['POST', { method }]]);
  });

  it('a comment is always posted, with its text as it is', async () => {
    const words = ' Привет & пока = 1\n+%20👩‍👩‍👧&sig=0 ';
    const { source, sent, token } = setUp([text('1')]);
    await expect(source.comment?.(event, words, signal)).resolves.toBeUndefined();
    const params = { ...common, method: 'stream.comment', text: words };
    expect(sent()).toEqual([['POST', params]]);
    expect(token).toHaveBeenCalledExactlyOnceWith({ source: 'mailru', params, reason: 'first' });
  });

  it('is about the thread, not about an event of the app or the person that the feed shows', async () => {
    const feed = setUp([text('1')], { uid: '5', filterApp: '6', scheme: 'client', format: 'xml' });
    await act['stream.like'](feed);
    const { secure: _secure, ...params } = common;
    expect(feed.sent()).toEqual([['GET', { ...params, format: 'xml', method: 'stream.like' }]]);
  });

  // No client of the API has written down what it answers.
  it.each([
    ['1', 200],
    ['true', 200],
    ['{"status":1}', 200],
    ['[]', 200],
    ['"ok"', 200],
    ['ok', 200],
    ['{"id":', 200],
    ['<result>1</result>', 200],
    ['', 200],
    ['', 204],
    ['', 201],
  ])('is done where the answer is no error: %j, %i', async (body, status) => {
    for (const method of methods) {
      await expect(act[method](setUp([text(body, status)]))).resolves.toBeUndefined();
    }
  });

  it.each([
    [2, ApiError, 'setup'],
    [100, ApiError, 'setup'],
    [104, ApiError, 'setup'],
    [105, ApiError, 'forbidden'],
    [200, ApiError, 'forbidden'],
    [202, ApiError, 'forbidden'],
    [777, FormatError, 'retry'],
  ])(
    'fails with error %i of the API, whatever the status, and is not sent again',
    async (code, Kind, advice) => {
      for (const status of [200, 400]) {
        for (const method of methods) {
          const feed = setUp([text(`{"error":{"error_code":${code},"error_msg":"secret"}}`, status)]);
          const error = await failure(act[method](feed));
          expect(error).toBeInstanceOf(Kind);
          expect(error).toMatchObject({ code, advice });
          expect(String(error)).not.toContain('secret');
          expect(feed.fetch).toHaveBeenCalledTimes(1);
        }
      }
    },
  );

  it.each(methods)('%s is signed anew and sent again, once, when the session has ended', async (method) => {
    const ended = text('{"error":{"error_code":102}}', 400);
    const feed = setUp([ended, text('1')]);
    await expect(act[method](feed)).resolves.toBeUndefined();
    expect(feed.token.mock.calls.map(([{ reason }]) => reason)).toEqual(['first', 'expired']);
    const refused = setUp([ended]);
    expect(await failure(act[method](refused))).toBeInstanceOf(AuthError);
    expect(refused.fetch).toHaveBeenCalledTimes(2);
  });

  it.each(methods)('%s fails where a gateway answers with a page', async (method) => {
    for (const page of ['<!DOCTYPE html><h1>Sign in</h1>', ' \n<HTML><body>Wi-Fi</body></HTML>']) {
      const feed = setUp([text(page)]);
      expect(await failure(act[method](feed))).toBeInstanceOf(FormatError);
      expect(feed.fetch).toHaveBeenCalledTimes(1);
    }
  });
});

// As in the seed: `likes` without `is_liked_by_me`.
describe('a feed that does not say what its reader likes', () => {
  const others = [{ uid: '1' }];
  const feedOf = (likes: readonly object[], more: object = {}) =>
    JSON.stringify([{ id: 'e', thread_id: THREAD, likes, ...more }]);

  async function loaded() {
    let body = feedOf(others);
    const feed = setUp([() => new Response(body)]);
    const client = new FeedClient(feed.source);
    await client.loadMore();
    const thread = () => client.events[0]?.thread;
    const press = async (deed: 'like' | 'unlike') => {
      const [shown] = client.events;
      if (shown) await client[deed](shown);
    };
    const look = async (answer: string) => {
      body = answer;
      await client.checkNewer();
    };
    return { ...feed, client, thread, press, look };
  }

  it('keeps the like when it is read again, until it is taken back', async () => {
    const { thread, press, look, sent } = await loaded();
    expect(thread()).toMatchObject({ liked: false, likeCount: 1 });
    await press('like');
    await look(feedOf([...others, { uid: '2' }]));
    expect(thread()).toMatchObject({ liked: true, likeCount: 2 });
    await press('unlike');
    await look(feedOf(others));
    expect(thread()).toMatchObject({ liked: false, likeCount: 1 });
    expect(sent().map(([, { method }]) => method)).toEqual([
      'stream.get',
      'stream.like',
      'stream.get',
      'stream.unlike',
      'stream.get',
    ]);
  });

  it('keeps the like where the server says that nothing has changed', async () => {
    const body = feedOf(others);
    const answer = () => new Response(body, { headers: { etag: '"1"' } });
    const { source, sent, fetch } = setUp([answer]);
    const client = new FeedClient(source);
    await client.loadMore();
    const [shown] = client.events;
    if (shown) await client.like(shown);
    const asked = fetch.mock.calls.length;
    fetch.mockImplementation((_, init) =>
      Promise.resolve(
        new Headers(init?.headers).has('if-none-match') ? new Response(null, { status: 304 }) : answer(),
      ),
    );
    await client.checkNewer();
    expect(client.events[0]?.thread?.liked).toBe(true);
    expect(sent()).toHaveLength(asked + 1);
  });

  it('is believed where it does say so', async () => {
    const { thread, press, look } = await loaded();
    await press('like');
    await look(feedOf(others, { is_liked_by_me: 0 }));
    expect(thread()).toMatchObject({ liked: false, likeCount: 1 });
  });

  it('counts the like on top of an answer that was asked for before it', async () => {
    const { client, thread, press, fetch } = await loaded();
    let answer: (response: Response) => void = () => undefined;
    fetch.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const refreshed = client.refresh();
    await vi.waitUntil(() => fetch.mock.calls.length === 2);
    await press('like');
    answer(new Response(feedOf(others)));
    await refreshed;
    expect(thread()).toMatchObject({ liked: true, likeCount: 2 });
  });
});

describe('a server that fails', () => {
  // H20
  it.each([413, 414])('with %i on a long comment is told and not asked again', async (status) => {
    const feed = setUp([text('<html>too large</html>', status)]);
    const error = await failure(feed.source.comment?.(event, 'a'.repeat(20_000), signal));
    expect(error).toBeInstanceOf(HttpError);
    expect(error).toMatchObject({ status, advice: 'setup' });
    expect(feed.fetch).toHaveBeenCalledTimes(1);
  });

  // H22: the comment may be there.
  it('to answer a comment in time gets it once', async () => {
    const feed = setUp([() => new Promise<never>(() => undefined)]);
    expect(await failure(act['stream.comment'](feed))).toBeInstanceOf(TimeoutError);
    expect(feed.fetch).toHaveBeenCalledTimes(1);
  });

  it.each([500, 503, 429, 408])('with %i gets a comment once', async (status) => {
    const feed = setUp([text('', status), text('1')]);
    expect(await failure(act['stream.comment'](feed))).toMatchObject({ status, advice: 'retry' });
    expect(feed.fetch).toHaveBeenCalledTimes(1);
  });

  it.each(repeated)('gets %s again, which changes nothing where it was done', async (method) => {
    const late = setUp([() => new Promise<never>(() => undefined), text('', 503), text('1')]);
    expect(await failure(act[method](late))).toBeUndefined();
    expect(late.fetch).toHaveBeenCalledTimes(3);
    expect(new Set(late.sent().map((call) => JSON.stringify(call))).size).toBe(1);
  });
});
