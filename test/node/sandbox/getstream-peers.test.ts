// Existing clients, unmodified, over HTTP.
import { connect as connect8 } from 'getstream';
import { connect as connect6 } from 'getstream-6';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GetstreamApi } from '../../../demo/sandbox/getstream/getstream-api.js';
import { app, createApi, jwt, simple } from './getstream-ask.js';
import { serve } from './getstream-server.js';

let api: GetstreamApi;
let server: { url: string; close(): void };

beforeAll(async () => {
  api = createApi();
  server = await serve(api);
});

afterAll(() => {
  server.close();
});

const options = () => ({ urlOverride: { api: server.url } });
const server8 = () => connect8(app.key, app.secret, app.appId, options());
const server6 = () => connect6(app.key, app.secret, app.appId, options());
const user8 = (userId: string) => connect8(app.key, jwt({ user_id: userId }), app.appId, options());
const user6 = () => connect6(app.key, null, app.appId, options());

const token = (feed: string) => simple(feed).split(' ')[1] ?? '';

/** What the feeds of the peers have in common here. */
interface PeerFeed {
  readonly id: string;
  addActivity(activity: object): Promise<unknown>;
  addActivities(activities: object[]): Promise<unknown>;
  removeActivity(id: string | { foreignId: string }): Promise<unknown>;
  get(options?: object): Promise<unknown>;
  follow(slug: string, user: string, options?: { limit?: number }): Promise<unknown>;
  unfollow(slug: string, user: string, options?: { keepHistory?: boolean }): Promise<unknown>;
  following(options?: object): Promise<unknown>;
  followers(options?: object): Promise<unknown>;
}

interface Read {
  readonly results: readonly Record<string, unknown>[];
  readonly next: string;
  readonly unseen?: number;
  readonly unread?: number;
}

const peers: readonly [string, (slug: string, user: string) => PeerFeed][] = [
  ['getstream 8 with a secret', (slug, user) => server8().feed(slug, user)],
  ['getstream 8 with a user token', (slug, user) => user8(user).feed(slug, user)],
  ['getstream 6 with a secret', (slug, user) => server6().feed(slug, user)],
  ['getstream 6 with simple tokens', (slug, user) => user6().feed(slug, user, token(slug + user))],
];

describe.each(peers)('%s', (name, feedOf) => {
  const user = name.replace(/\W/g, '_');
  const read = async (feed: PeerFeed, query?: object) => (await feed.get(query)) as Read;
  const objects = ({ results }: Read) => results.map(({ object }) => object);

  it('adds, reads and removes activities', async () => {
    const feed = feedOf('user', user);
    const added = (await feed.addActivity({
      actor: 1,
      verb: 'tweet',
      object: 1,
      foreign_id: 'tweet:1',
      tags: ['a'],
    })) as { id: string; actor: string };
    expect(added.actor).toBe('1');
    await feed.addActivities([
      { actor: 'eric', verb: 'tweet', object: 'two' },
      { actor: 'eric', verb: 'tweet', object: 'three', foreign_id: 'tweet:3' },
    ]);
    const page = await read(feed, { limit: 2 });
    expect(objects(page)).toEqual(['three', 'two']);
    expect(objects(await read(feed, { limit: 2, id_lt: page.results[1]?.['id'] }))).toEqual(['1']);
    expect((await read(feed, { id_lte: added.id, id_gte: added.id, limit: 1 })).results[0]).toMatchObject({
      id: added.id,
      tags: ['a'],
    });
    expect(await feed.removeActivity(added.id)).toMatchObject({ removed: added.id });
    expect(await feed.removeActivity({ foreignId: 'tweet:3' })).toMatchObject({ removed: 'tweet:3' });
    await feed.removeActivity({ foreignId: 'tweet:unknown' });
    expect(objects(await read(feed))).toEqual(['two']);
  });

  it('follows, lists and unfollows', async () => {
    const followed = server8().feed('user', `followed_${user}`);
    await followed.addActivity({ actor: 'a', verb: 'post', object: 'before' });
    const feed = feedOf('timeline', user);
    await feed.follow('user', `followed_${user}`);
    await feed.follow('topic', 'books');
    await followed.addActivity({ actor: 'a', verb: 'post', object: 'after' });
    expect(objects(await read(feed))).toEqual(['after', 'before']);
    expect(await feed.following({ limit: 1 })).toMatchObject({ results: [{ target_id: 'topic:books' }] });
    expect(await feed.following({ filter: [followed.id] })).toMatchObject({
      results: [{ feed_id: feed.id, target_id: followed.id }],
    });
    expect(await followed.followers()).toMatchObject({ results: [{ feed_id: feed.id }] });
    await feed.unfollow('user', `followed_${user}`);
    expect(objects(await read(feed))).toEqual([]);
  });

  it('marks notifications as seen and read', async () => {
    const feed = feedOf('notification', user);
    // Who has only the feed's token may add to it all the same.
    await feed.addActivities([
      { actor: 'a', verb: 'like', object: '1' },
      { actor: 'b', verb: 'follow', object: '2' },
    ]);
    const { results, unseen, unread } = await read(feed, { mark_seen: true });
    expect([unseen, unread]).toEqual([2, 2]);
    const first = String(results[0]?.['id']);
    expect(await read(feed, { mark_read: [first] })).toMatchObject({ unseen: 0, unread: 2 });
    const after = await read(feed);
    expect(after).toMatchObject({ unseen: 0, unread: 1 });
    expect(after.results.map(({ is_read }) => is_read)).toEqual([true, false]);
  });
});

describe.each([
  ['getstream 8', () => user8('vera'), server8],
  ['getstream 6', () => connect6(app.key, jwt({ user_id: 'vera' }), app.appId, options()), server6],
])('%s with the token of a user', (name, connectUser, connectServer) => {
  const withAll = { withOwnReactions: true, withReactionCounts: true, withRecentReactions: true };
  // Both have these, in types of their own.
  const client = () => connectUser() as unknown as ReturnType<typeof user8>;
  const backend = () => connectServer() as unknown as ReturnType<typeof server8>;

  it('reads feeds enriched, with its own reactions', async () => {
    const feed = client().feed('timeline', 'vera');
    const { results } = await feed.get({ limit: 1, ...withAll });
    const [activity] = results as unknown as { id: string; actor: { data: object }; own_reactions: object }[];
    expect(activity?.actor.data).toHaveProperty('name');
    const like = await client().reactions.add('like', activity?.id ?? '');
    const again = await feed.get({ limit: 1, ...withAll });
    expect(again.results[0]).toHaveProperty('own_reactions.like.0.id', like.id);
    await client().reactions.delete(like.id);
  });

  it('adds, lists, answers, changes and removes reactions', async () => {
    const { reactions } = client();
    const activity = await client()
      .feed('user', 'vera')
      .addActivity({ actor: '', verb: 'post', object: 'p' });
    const comment = await reactions.add('comment', activity.id, { text: 'First' });
    expect(comment).toMatchObject({ kind: 'comment', user_id: 'vera', data: { text: 'First' } });
    const child = await reactions.addChild('like', comment.id);
    expect(await reactions.get(comment.id)).toMatchObject({ children_counts: { like: 1 } });
    expect(await reactions.filter({ reaction_id: comment.id, kind: 'like' })).toMatchObject({
      results: [{ id: child.id, parent: comment.id }],
    });
    expect(await reactions.update(comment.id, { text: 'Changed' })).toMatchObject({
      data: { text: 'Changed' },
    });
    expect((await reactions.filter({ activity_id: activity.id })).results).toHaveLength(1);
    await reactions.delete(comment.id);
    await expect(reactions.get(comment.id)).rejects.toThrow('"code":16');
  });

  it('keeps users and collections', async () => {
    const found = await client().user('marina').get();
    expect(found.data).toMatchObject({ name: 'Марина Кольцова' });
    const me = await client().setUser({ name: 'Vera' });
    expect(me.id).toBe('vera');
    expect(await client().user('vera').profile()).toHaveProperty('full.followers_count');
    const { collections } = client();
    const entry = await collections.add('food', null, { name: 'Burger' });
    const id = entry.id;
    expect((await collections.get('food', id)).data).toEqual({ name: 'Burger' });
    await collections.update('food', id, { name: 'Soup' });
    const added = await client()
      .feed('user', 'vera')
      .addActivity({ actor: client().user('vera'), verb: 'eat', object: collections.entry('food', id, {}) });
    expect(added).toMatchObject({ actor: 'SU:vera', object: `SO:food:${id}` });
    const { results } = await client().feed('user', 'vera').get({ limit: 1 });
    expect(results[0]).toMatchObject({ object: { collection: 'food', data: { name: 'Soup' } } });
    await collections.delete('food', id);
    await expect(collections.get('food', id)).rejects.toThrow('"status_code":404');
  });

  it('lets a server do things for many', async () => {
    const all = backend();
    const [m1, m2, m3] = ['m1', 'm2', 'm3'].map((m) => `${name.replace(' ', '_')}_${m}`) as [
      string,
      string,
      string,
    ];
    await all.addToMany?.({ actor: 'a', verb: 'tell', object: 'all' }, [`user:${m1}`, `user:${m2}`]);
    await all.followMany?.([{ source: `timeline:${m1}`, target: `user:${m1}` }]);
    expect((await all.feed('timeline', m1).get()).results).toMatchObject([{ object: 'all' }]);
    expect(await all.feed('user', m1).followStats()).toMatchObject({
      results: { followers: { count: 1 } },
    });
    await all.collections.upsert('drink', [{ id: 'tea', name: 'Tea' }]);
    expect(await all.collections.select('drink', ['tea', 'none'])).toMatchObject({
      response: { data: [{ id: 'tea', data: { name: 'Tea' } }] },
    });
    const time = '2020-01-02T03:04:05.000600';
    const stored = { actor: 'a', verb: 'post', object: 'old', foreign_id: 'p:1', time };
    const { id } = await all.feed('user', m3).addActivity(stored);
    await all.updateActivity({ ...stored, object: 'new' });
    expect(await all.getActivities({ ids: [id] })).toMatchObject({ results: [{ object: 'new', time }] });
    const byForeignId = await all.getActivities({ foreignIDTimes: [{ foreignID: 'p:1', time }] });
    expect(byForeignId.results).toHaveLength(1);
  });

  it('may only read with a read-only token', async () => {
    const read = backend().getReadOnlyToken('user', 'marina');
    const feed = backend().feed('user', 'marina', read);
    expect((await feed.get()).results.length).toBeGreaterThan(0);
    await expect(feed.addActivity({ actor: 'a', verb: 'v', object: 'o' })).rejects.toThrow('"code":17');
  });
});
