import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { AbortedError, AuthError, FeedError, HttpError } from '../../../src/http/errors.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { event, ids, log, page, scripted } from './fake-source.js';

const fails = (error: unknown) => () => Promise.reject(error);
const secret = 'https://feeds.example/?sig=0123456789abcdef';

afterEach(() => {
  vi.useRealTimers();
});

describe('a load that fails', () => {
  it('leaves the first page in an error state from which loadMore starts again', async () => {
    const error = new HttpError('No.', { status: 500 });
    const client = new FeedClient(scripted(fails(error), page('a')).source);
    const changes = log(client);
    await client.loadMore();
    expect([client.status, client.error, client.hasMore, ids(client)]).toEqual(['error', error, true, '']);
    await client.loadMore();
    expect([client.status, client.error, ids(client)]).toEqual(['ready', undefined, 'a']);
    expect(changes).toEqual(['loading', 'error', 'error', 'loading', 'page', 'ready']);
  });

  it('keeps every page that is shown, as the same objects, and asks for the same place again', async () => {
    const { source, requests } = scripted(page('a b', 'b'), fails(new AuthError('Sign in.')), page('c'));
    const client = new FeedClient(source);
    await client.loadMore();
    const shown = client.pages;
    await client.loadMore();
    expect([client.status, client.error?.kind]).toEqual(['error', 'auth']);
    expect(client.pages).toBe(shown);
    await client.retry();
    expect([client.status, ids(client)]).toEqual(['ready', 'a b c']);
    expect(requests.map(({ skip }) => skip)).toEqual([undefined, 'b', 'b']);
  });

  it('is urgent when the reader tries again, and only then', async () => {
    const { source, requests } = scripted(fails(new HttpError('No.')), page('a', 'a'), page('b'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.retry();
    await client.loadMore();
    expect(requests.map(({ urgent }) => urgent)).toEqual([false, true, false]);
  });

  it('in the middle of empty answers goes on from where it stood', async () => {
    const { source, requests } = scripted(page('', '1'), fails(new HttpError('No.')), page('a'));
    const client = new FeedClient(source);
    await client.loadMore();
    expect(client.status).toBe('error');
    await client.retry();
    expect(requests.map(({ skip }) => skip)).toEqual([undefined, '1', '1']);
  });
});

describe('a refresh that fails', () => {
  it('keeps what is shown, and retry refreshes, even at the end of the feed', async () => {
    const { source, requests } = scripted(page('b'), fails(new HttpError('No.')), page('a b'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.refresh();
    expect([client.status, client.error?.kind, ids(client), client.hasMore]).toEqual([
      'error',
      'http',
      'b',
      false,
    ]);
    await client.retry();
    expect([client.status, ids(client), requests.length]).toEqual(['ready', 'a b', 3]);
  });

  it('does not keep the reader from the next page', async () => {
    const { source, requests } = scripted(page('a', 'a'), fails(new HttpError('No.')), page('b'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.refresh();
    await client.loadMore();
    expect([client.status, ids(client)]).toEqual(['ready', 'a b']);
    expect(requests.map(({ skip }) => skip)).toEqual([undefined, undefined, 'a']);
  });
});

describe('a source of one’s own that breaks its contract', () => {
  /** A client that got this answer, and what it warned of. */
  async function load(answer: object) {
    const client = new FeedClient(scripted(() => Promise.resolve(answer)).source);
    const warnings: unknown[] = [];
    client.subscribe((change) => change.type === 'warnings' && warnings.push(...change.warnings));
    await client.loadMore();
    return { client, warnings };
  }

  const throwing = () => {
    throw new TypeError(secret);
  };
  const badPages: readonly (readonly [string, () => unknown, string])[] = [
    ['throws at once', throwing, 'network'],
    ['rejects with an error of its own', fails(new TypeError(secret)), 'network'],
    ['rejects with nothing', fails(undefined), 'network'],
    ['answers nothing', () => undefined, 'format'],
    ['answers null', () => Promise.resolve(null), 'format'],
    ['answers a string', () => Promise.resolve(secret), 'format'],
    ['answers no events', () => Promise.resolve({ warnings: [] }), 'format'],
    [
      'answers events that are no list',
      () => Promise.resolve({ events: { length: 1 }, warnings: [] }),
      'format',
    ],
    ['answers an object that cannot be read', () => Promise.resolve({ get events() { return throwing(); } }), 'network'], // prettier-ignore
    ['answers an unreadable promise', () => ({ get then() { return throwing(); } }), 'network'], // prettier-ignore
  ];

  it.each(badPages)('and %s makes an error that may be tried again', async (_, answer, kind) => {
    const client = new FeedClient(scripted(page('a', 'a'), answer, page('b')).source);
    await client.loadMore();
    await client.loadMore();
    expect([client.status, client.error?.kind, client.error?.advice]).toEqual(['error', kind, 'retry']);
    expect(client.error).toBeInstanceOf(FeedError);
    expect(client.error?.message).not.toContain(secret);
    await client.retry();
    expect(ids(client)).toBe('a b');
  });

  it('keeps what was thrown as the cause', async () => {
    const thrown = new TypeError('boom');
    const client = new FeedClient(scripted(fails(thrown)).source);
    await client.loadMore();
    expect(client.error?.cause).toBe(thrown);
  });

  it('and is no source at all makes an error, not a throw', async () => {
    const client = new FeedClient(undefined as unknown as FeedSource);
    await client.loadMore();
    expect(client.status).toBe('error');
  });

  it('and hangs is given up after a minute, and told so', async () => {
    vi.useFakeTimers();
    const { source, requests } = scripted(() => new Promise(() => undefined), page('a'));
    const client = new FeedClient(source);
    const load = client.loadMore();
    await vi.advanceTimersByTimeAsync(59_999);
    expect([client.status, requests[0]?.signal.aborted]).toEqual(['loading', false]);
    await vi.advanceTimersByTimeAsync(1);
    await load;
    expect([client.status, client.error?.kind, requests[0]?.signal.aborted]).toEqual([
      'error',
      'timeout',
      true,
    ]);
    await client.retry();
    expect([client.status, ids(client)]).toEqual(['ready', 'a']);
  });

  it('leaves no timer behind when it answers', async () => {
    vi.useFakeTimers();
    await new FeedClient(scripted(page('a')).source).loadMore();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([null, 7, 'x', [], {}, { id: 5 }, { id: null }])(
    'and sends %j among its events loses only that one',
    async (bad) => {
      const answer = { events: [event('a'), bad, event('b')] };
      const { client, warnings } = await load(answer);
      expect([client.status, ids(client)]).toEqual(['ready', 'a b']);
      expect(warnings).toEqual([{ path: '[1]', code: 'bad-id' }]);
    },
  );

  it.each([
    ['a text', '2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['seconds', 1795168800, '2026-11-20T10:00:00.000Z'],
    ['a date before 1970', new Date(-1), '1969-12-31T23:59:59.999Z'],
    ['none', null, undefined],
  ])('and gives a time as %s is understood', async (_, time, read) => {
    const { client, warnings } = await load({ events: [event('a'), { ...event('b'), time }] });
    expect(client.events[1]?.time?.toISOString()).toBe(read);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['words', 'soon'],
    ['an object', {}],
    ['true', true],
    ['a date that is none', new Date('soon')],
  ])('and gives %s as a time loses only that', async (_, time) => {
    const { client, warnings } = await load({ events: [event('a'), { ...event('b'), time }] });
    expect([client.status, ids(client)]).toEqual(['ready', 'a b']);
    expect(client.events[1]?.time).toBeUndefined();
    expect(warnings).toEqual([{ path: '[1].time', code: 'bad-time' }]);
  });

  it('and gives objects of a class, whose fields no copy has, keeps its events', async () => {
    class Item {
      readonly time = '2026-11-20T10:00:00Z';
      get id() {
        return 'b';
      }
    }
    const { id: _id, ...fields } = event('b');
    const answer = { events: [event('a'), Object.assign(new Item(), fields)] };
    const { client } = await load(answer);
    expect([client.status, ids(client)]).toEqual(['ready', 'a b']);
  });

  it('and gives a date of another window is understood', async () => {
    const time: unknown = runInNewContext('new Date(1e12)');
    const { client, warnings } = await load({ events: [{ ...event('a'), time }] });
    expect(client.events[0]?.time).toBe(time);
    expect(warnings).toEqual([]);
  });

  it('and keeps to the model has its own events shown', async () => {
    const events = [{ ...event('a'), time: new Date() }];
    expect((await load({ events })).client.events[0]).toBe(events[0]);
  });

  it.each([undefined, null, ''])('and names the next page %j has come to its end', async (skip) => {
    const client = new FeedClient(scripted(() => Promise.resolve({ ...page('a'), skip })).source);
    await client.loadMore();
    expect([client.status, client.hasMore]).toEqual(['ready', false]);
  });

  it.each([undefined, null])('and gives %j as its warnings loses no event', async (warnings) => {
    const client = new FeedClient(scripted(() => Promise.resolve({ ...page('a'), warnings })).source);
    await client.loadMore();
    expect([client.status, ids(client)]).toEqual(['ready', 'a']);
  });

  it('and changes its own answer later changes nothing that is shown', async () => {
    const events = [event('a')];
    const client = new FeedClient(scripted(() => Promise.resolve({ events, warnings: [] })).source);
    await client.loadMore();
    events.push(event('a'));
    expect(ids(client)).toBe('a');
  });
});

describe('an AbortedError', () => {
  it('of something that the feed did not stop is an error that may be tried again', async () => {
    const client = new FeedClient(scripted(fails(new AbortedError('Stopped.')), page('a')).source);
    await client.loadMore();
    expect([client.status, client.error?.advice]).toEqual(['error', 'retry']);
    await client.retry();
    expect([client.status, ids(client)]).toEqual(['ready', 'a']);
  });
});
