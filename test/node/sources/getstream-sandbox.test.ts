import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPeople } from '../../../demo/sandbox/people.js';
import { createGetstreamApi } from '../../../demo/sandbox/getstream/getstream-api.js';
import { Random } from '../../../demo/sandbox/random.js';
import { FeedClient } from '../../../src/client/feed-client.js';
import { signUserToken } from '../../../src/server.js';
import { getstream } from '../../../src/sources/getstream.js';

const { signal } = new AbortController();

function setUp(feed: string) {
  const app = { key: 'sandbox-key', secret: 'sandbox-secret', appId: '1', userId: 'vera' };
  const api = createGetstreamApi({ ...app, people: createPeople(new Random(14)) });
  const source = getstream({
    apiKey: app.key,
    feed,
    token: async () => ({ token: await signUserToken(app.secret, 'vera') }),
    http: { fetch: (url, init) => api.answer(new Request(url, init)) },
  });
  const ids = async () => (await source.page({ limit: 100, signal })).events.map(({ id }) => id);
  /** One that the visitor does not like yet, or the one with this id. */
  const find = async (id?: string) => {
    const { events } = await source.page({ limit: 10, signal });
    const found = events.find((event) => (id ? event.id === id : event.thread?.liked === false));
    if (!found) throw new Error('There is no such event.');
    return found;
  };
  return { api, source, ids, find };
}

describe('what is newer than the newest of the sandbox', () => {
  it.each(['timeline:vera', 'timeline_aggregated:vera', 'notification:vera'])(
    'in %s is what came, and each group that grew, under its own name',
    async (feed) => {
      const { api, source, ids } = setUp(feed);
      const { newest = '' } = await source.page({ limit: 10, signal });
      expect((await source.newer?.({ newest, limit: 10, signal }))?.events).toEqual([]);
      const before = await ids();
      api.insert();
      const newer = await source.newer?.({ newest, limit: 10, signal });
      const came = newer?.events.map(({ id }) => id) ?? [];
      expect(came.length).toBeGreaterThan(0);
      const after = await ids();
      expect(after.slice(0, came.length)).toEqual(came);
      expect(after.slice(came.length)).toEqual(
        before.filter((id) => !came.includes(id)).slice(0, 100 - came.length),
      );
      expect(newer?.newest).not.toBe(newest);
      expect(newer?.skip).toBeUndefined();
    },
  );

  it('in a group of feeds that is ranked is not asked for, on one page as on many', async () => {
    const { source } = setUp('popular:all');
    for (const limit of [10, 100]) expect((await source.page({ limit, signal })).newest).toBeUndefined();
  });
});

// Messages of realtime: `deleted`, `mark_read`, `mark_seen`, with nothing that is newer.
describe('what has changed', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  async function hear(feed: string) {
    const { api, source, ids } = setUp(feed);
    let change = (): void => undefined;
    const subscribe = (onChange: () => void) => {
      change = onChange;
      return () => undefined;
    };
    const client = new FeedClient({ ...source, subscribe }, { limit: 10 });
    client.subscribe(() => undefined);
    await client.loadMore();
    const told = async () => {
      change();
      await vi.advanceTimersByTimeAsync(1000);
      await vi.waitUntil(() => vi.getTimerCount() === 0);
    };
    return { api, source, client, ids, told };
  }

  it('and was deleted, goes away', async () => {
    const { api, client, ids, told } = await hear('timeline:vera');
    const before = client.events.map(({ id }) => id);
    api.remove('timeline:vera', 3);
    await told();
    const [gone] = before.splice(3, 1);
    expect(await ids()).not.toContain(gone);
    expect(client.events.map(({ id }) => id)).toEqual(before);
    expect(client.newerCount).toBe(0);
  });

  it.each(['says so', 'is looked at'])('and was read elsewhere, is read when the server %s', async (how) => {
    const { source, client, told } = await hear('notification:vera');
    expect(client.events.some(({ read }) => read === false)).toBe(true);
    await source.markRead?.(undefined, signal);
    await (how === 'says so' ? told() : client.checkNewer());
    expect([client.unread, client.events.filter(({ read }) => !read)]).toEqual([0, []]);
  });
});

describe('what a reader does in the sandbox', () => {
  it('is there when the feed is read again, and is taken back by its id', async () => {
    const { source, find } = setUp('timeline:vera');
    const before = await find();
    const { id } = before;
    const likeId = await source.like?.(before, signal);
    const liked = await find(id);
    expect(liked.thread).toMatchObject({
      liked: true,
      likeId,
      likeCount: (before.thread?.likeCount ?? 0) + 1,
    });
    await source.unlike?.(liked, signal);
    expect((await find(id)).thread).toMatchObject({ liked: false, likeCount: before.thread?.likeCount });

    const said = await source.comment?.(before, 'Привет', signal);
    expect((await find(id)).thread?.comments.at(-1)).toEqual(said);
    expect(said).toMatchObject({ text: 'Привет', author: { id: 'vera' } });
  });
});
