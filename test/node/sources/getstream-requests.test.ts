import { describe, expect, it, vi } from 'vitest';
import { AuthError, ConfigError } from '../../../src/http/errors.js';
import type { TokenRequest } from '../../../src/http/token.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { getstreamFromAttributes } from '../../../src/sources/getstream.js';
import type { SourceAttributes } from '../../../src/sources/source.js';
import { readOne, setUp, signal } from './getstream-answers.js';

const refusal = () =>
  Response.json({ code: 3, detail: 'x', exception: 'SignatureException', status_code: 401 }, { status: 401 });

const rejection = (promise: Promise<unknown> | undefined): Promise<unknown> =>
  promise?.then(
    () => undefined,
    (error: unknown) => error,
  ) ?? Promise.resolve(undefined);

describe('a token for getstream', () => {
  it('is asked for the feed, once for all requests', async () => {
    const { source, token, fetch } = setUp();
    await source.page({ limit: 10, signal });
    await source.newer?.({ newest: 'a', limit: 10, signal });
    await source.markRead?.(undefined, signal);
    expect(token).toHaveBeenCalledExactlyOnceWith({
      source: 'getstream',
      params: { feed: 'timeline:vera' },
      reason: 'first',
    });
    expect(fetch.mock.lastCall?.[1].headers).toMatchObject({
      authorization: 'a.b.c',
      'stream-auth-type': 'jwt',
    });
  });

  it('is the simple one of 2014 too', async () => {
    const { source, fetch } = setUp(undefined, { token: 'YHEtoaiaB03gBR9px6vX4HCRVKk' });
    await source.page({ limit: 10, signal });
    expect(fetch.mock.lastCall?.[1].headers).toMatchObject({
      authorization: 'timelinevera YHEtoaiaB03gBR9px6vX4HCRVKk',
      'stream-auth-type': 'simple',
    });
  });

  it('is asked for anew when the server refuses it, and the request is sent again', async () => {
    const reasons: string[] = [];
    const token = ({ reason }: TokenRequest) => {
      reasons.push(reason);
      return { token: reason };
    };
    let refusals = 1;
    const { source, fetch } = setUp(() => (refusals-- > 0 ? refusal() : { id: 'r1' }), { token });
    await source.like?.(readOne({ reaction_counts: {} }), signal);
    expect(reasons).toEqual(['first', 'expired']);
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('that is none is said to be none', async () => {
    const { source, fetch } = setUp(undefined, { token: () => ({ sessionKey: 's', sig: '0' }) });
    expect(await rejection(source.page({ limit: 10, signal }))).toBeInstanceOf(AuthError);
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('likes and comments', () => {
  const event = (more: object = {}) => readOne({ id: 'act', reaction_counts: {}, ...more });

  it('are reactions to the activity', async () => {
    const { source, sent } = setUp(() => ({ id: 'r1' }));
    await source.like?.(event(), signal);
    await source.comment?.(event(), 'Привет & пока', signal);
    expect(sent().map(({ method, path, body }) => [method, path, JSON.parse(body ?? '') as unknown])).toEqual(
      [
        ['POST', '/api/v1.0/reaction/', { activity_id: 'act', kind: 'like' }],
        [
          'POST',
          '/api/v1.0/reaction/',
          { activity_id: 'act', kind: 'comment', data: { text: 'Привет & пока' } },
        ],
      ],
    );
  });

  it('of a group of one go to its activity', async () => {
    const { source, sent } = setUp(() => ({ id: 'r1' }));
    const group = readOne({ id: 'u', group: 'g', activities: [{ id: 'act', reaction_counts: {} }] });
    await source.like?.(group, signal);
    expect(sent()[0]?.body).toBe('{"activity_id":"act","kind":"like"}');
  });

  it('give the comment as it now stands', async () => {
    const answer = {
      id: 'r1',
      user_id: 'vera',
      user: { id: 'vera', data: { name: 'Vera' } },
      created_at: '2018-11-14T15:54:45.268000Z',
      kind: 'comment',
      data: { text: 'Hi\u0000' },
    };
    const { source } = setUp(() => answer);
    await expect(source.comment?.(event(), 'Hi\u0000', signal)).resolves.toEqual({
      id: 'r1',
      author: { id: 'vera', name: 'Vera' },
      text: 'Hi',
      time: new Date('2018-11-14T15:54:45.268Z'),
    });
    const silent = setUp(() => ({ duration: '1ms' })).source;
    await expect(silent.comment?.(event(), 'Hi', signal)).resolves.toBeUndefined();
  });

  it('give the id of the like', async () => {
    await expect(setUp(() => ({ id: 'r1' })).source.like?.(event(), signal)).resolves.toBe('r1');
    await expect(setUp(() => ({})).source.like?.(event(), signal)).resolves.toBeUndefined();
  });

  it('are taken back by the id that the event says now, whatever was liked before', async () => {
    const { source, sent } = setUp(() => ({ id: 'made-here' }));
    const liked = event({ own_reactions: { like: [{ id: 'from/feed' }] } });
    await source.like?.(liked, signal);
    await source.unlike?.(liked, signal);
    expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /api/v1.0/reaction/',
      'DELETE /api/v1.0/reaction/from%2Ffeed/',
    ]);
  });

  it('are taken back with an answer that has no body', async () => {
    const { source } = setUp(() => new Response(null, { status: 204 }));
    const liked = event({ own_reactions: { like: [{ id: 'r' }] } });
    await expect(source.unlike?.(liked, signal)).resolves.toBeUndefined();
  });

  it('are taken back also where that was done elsewhere, but not where the server is in trouble', async () => {
    const answer = (status: number, code: number) => () =>
      new Response(JSON.stringify({ code, status_code: status, exception: 'Reaction', detail: 'None.' }), {
        status,
      });
    const liked = event({ own_reactions: { like: [{ id: 'r' }] } });
    await expect(setUp(answer(404, 16)).source.unlike?.(liked, signal)).resolves.toBeUndefined();
    expect(await rejection(setUp(answer(403, 17)).source.unlike?.(liked, signal))).toMatchObject({
      status: 403,
    });
  });

  it('that nobody knows cannot be taken back', async () => {
    const { source, fetch } = setUp();
    expect(await rejection(source.unlike?.(event(), signal))).toMatchObject({ kind: 'format' });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('of an event without a thread send nothing', async () => {
    const { source, fetch } = setUp();
    await source.like?.(readOne({}), signal);
    await source.unlike?.(readOne({}), signal);
    await expect(source.comment?.(readOne({}), 'Hi', signal)).resolves.toBeUndefined();
    expect(fetch).not.toHaveBeenCalled();
  });

  it('are sent once, even if the server fails, for it may have done it', async () => {
    const { source, fetch } = setUp(() => new Response('', { status: 503 }));
    expect(await rejection(source.like?.(event(), signal))).toMatchObject({ advice: 'retry', status: 503 });
    expect(await rejection(source.comment?.(event(), 'Hi', signal))).toMatchObject({ status: 503 });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  // H20
  it.each([
    ['of a gateway', 'http', new Response('<html>', { status: 413 })],
    [
      'of the API',
      'api',
      Response.json({ code: 18, detail: 'x', exception: 'x', status_code: 413 }, { status: 413 }),
    ],
  ])('that are too long get the 413 %s, and are not sent again', async (_name, kind, answer) => {
    const { source, fetch } = setUp(() => answer);
    const error = await rejection(source.comment?.(event(), 'a'.repeat(20_000), signal));
    expect(error).toMatchObject({ kind, status: 413, advice: 'setup' });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  // H22
  it('are sent once to a server that does not answer in time', async () => {
    vi.useFakeTimers();
    try {
      const { source, fetch } = setUp();
      fetch.mockReturnValue(new Promise<never>(() => undefined));
      const errors = Promise.all([
        rejection(source.like?.(event(), signal)),
        rejection(source.comment?.(event(), 'Hi', signal)),
      ]);
      await vi.runAllTimersAsync();
      expect(await errors).toMatchObject([{ kind: 'timeout' }, { kind: 'timeout' }]);
      expect(fetch).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are offered only where the feed is enriched', () => {
    const { source } = setUp(undefined, { enrich: false });
    expect([source.like, source.unlike, source.comment]).toEqual([undefined, undefined, undefined]);
    expect(setUp().source.like).toBeTypeOf('function');
  });
});

describe('a mark', () => {
  const group = (name: string, state: object) =>
    readOne({ id: `${name}.g`, group: name, activities: [{ id: name }], ...state });
  const unread = (name: string) => group(name, { is_read: false, is_seen: false });

  it.each([
    ['read', 'mark_read'],
    ['seen', 'mark_seen'],
  ] as const)('as %s reads as little of the feed as may be', async (what, param) => {
    const { source, sent } = setUp();
    const mark = what === 'read' ? source.markRead : source.markSeen;
    await mark?.([unread('a'), unread('b')], signal);
    await mark?.(undefined, signal);
    expect(sent().map(({ method, path, query }) => ({ method, path, query }))).toEqual([
      { method: 'GET', path: '/api/v1.0/feed/timeline/vera/', query: { limit: '1', [param]: 'a.g,b.g' } },
      { method: 'GET', path: '/api/v1.0/feed/timeline/vera/', query: { limit: '1', [param]: 'true' } },
    ]);
  });

  it.each<[string, readonly FeedEvent[]]>([
    ['none', []],
    ['activities of a flat feed', [readOne({})]],
    ['groups of a feed that knows neither', [group('a', {})]],
  ])('of %s sends nothing', async (_name, events) => {
    const { source, fetch } = setUp();
    await source.markRead?.(events, signal);
    await source.markSeen?.(events, signal);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('is sent again when the server fails', async () => {
    vi.useFakeTimers();
    try {
      let failures = 1;
      const { source, fetch } = setUp(() =>
        failures-- > 0 ? new Response('', { status: 503 }) : { results: [] },
      );
      const done = source.markSeen?.(undefined, signal);
      await vi.runAllTimersAsync();
      await done;
      expect(fetch).toHaveBeenCalledTimes(2);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a getstream source that is wrongly set up', () => {
  const right: SourceAttributes = { apiKey: 'key', feed: 'timeline:vera', token: 'a.b.c' };

  it.each<[string, SourceAttributes]>([
    ['api-key', { ...right, apiKey: undefined }],
    ['api-key', { ...right, apiKey: '' }],
    ['feed', { ...right, feed: undefined }],
    ['feed', { ...right, feed: 'timeline' }],
    ['feed', { ...right, feed: 'timeline:vera/../x' }],
    ['feed', { ...right, feed: 'timeline:vera\n' }],
    ['feed', { ...right, feed: 'a:b:c' }],
    ['token-url', { ...right, token: undefined }],
    ['endpoint', { ...right, endpoint: 'http://api.example/api/' }],
    ['endpoint', { ...right, endpoint: 'https://api.example/api/?x=1' }],
    ['endpoint', { ...right, endpoint: '' }],
  ])('names the attribute %s', (option, attributes) => {
    const make = () => getstreamFromAttributes(attributes);
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(
      expect.objectContaining({ option, message: expect.stringContaining(`"${option}"`) }),
    );
  });

  it.each(['http://localhost:8000/api/', 'http://localhost:8000/api'])(
    'takes the endpoint %s',
    async (endpoint) => {
      const { source, sent } = setUp(undefined, { endpoint });
      await source.page({ limit: 1, signal });
      expect(sent()[0]).toMatchObject({
        origin: 'http://localhost:8000',
        path: '/api/v1.0/enrich/feed/timeline/vera/',
      });
    },
  );
});
