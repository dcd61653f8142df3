import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityId, orderOf } from '../../../demo/sandbox/getstream/activity-id.js';
import { readTime, writeTime } from '../../../demo/sandbox/getstream/micro-time.js';
import type { GetstreamApi } from '../../../demo/sandbox/getstream/getstream-api.js';
import { ask, createApi, idsOf, type Item, readAll, simple } from './getstream-ask.js';

async function add(api: GetstreamApi, feed: string, more: object = {}): Promise<Item> {
  const body = { actor: 'a', verb: 'post', object: 'o', ...more };
  return (await ask(api, `feed/${feed}/`, { body })).body as unknown as Item;
}

const objectsOf = async (api: GetstreamApi, feed: string) =>
  (await ask(api, `feed/${feed}/`)).body.results.map(({ object }) => object);

describe('an activity', () => {
  it('comes back with all fields that are always there, and its own, flat', async () => {
    const added = await add(createApi(), 'user/1', { actor: 1, score: 7, time: '2014-11-18T12:00:00.123' });
    expect(added).toEqual({
      actor: '1',
      verb: 'post',
      object: 'o',
      target: '',
      foreign_id: '',
      origin: null,
      score: 7,
      time: '2014-11-18T12:00:00.123000',
      id: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-11e4-8080-8000[\da-f]{8}$/) as unknown,
      duration: expect.stringMatching(/^\d+\.\d\dms$/) as unknown,
    });
  });

  it('has an id whose time is its own, known from the API', () => {
    const time = readTime('2018-11-14T15:54:45.268') ?? 0;
    expect(activityId(time, '8080800016ff21e4')).toBe('9b5b3540-e825-11e8-8080-800016ff21e4');
  });

  it('has an id that sorts as its time does, whatever its letters say', () => {
    const micros = fc.integer({ min: 0, max: 4e15 });
    fc.assert(
      fc.property(micros, micros, (a, b) => {
        const [left, right] = [a, b].map((time) => orderOf(activityId(time, '8080800000000000')) ?? '');
        expect(Math.sign((left ?? '').localeCompare(right ?? '', 'en'))).toBe(Math.sign(a - b));
        expect(readTime(writeTime(a))).toBe(a);
      }),
    );
  });

  it('is the same with the same foreign_id and time, in every feed that it is in', async () => {
    const api = createApi();
    const key = { foreign_id: 'tweet:1', time: '2014-11-18T12:00:00', to: ['flat:1'] };
    const first = await add(api, 'user/1', { ...key, object: 1 });
    const second = await add(api, 'user/1', { ...key, object: 3 });
    expect(second.id).toBe(first.id);
    expect(await objectsOf(api, 'user/1')).toEqual(['3']);
    expect(await objectsOf(api, 'flat/1')).toEqual(['3']);
    await add(api, 'user/1', { ...key, time: '2014-11-18T12:00:01' });
    expect(await objectsOf(api, 'user/1')).toHaveLength(2);
  });

  it('is another without a time, even with the same foreign_id', async () => {
    const api = createApi();
    for (const object of ['1', '2']) await add(api, 'user/1', { object, foreign_id: 'x' });
    expect(await objectsOf(api, 'user/1')).toEqual(['2', '1']);
  });

  it('reaches its targets without their tokens, and leaves with the feed that it was added to', async () => {
    const api = createApi();
    const { id, to } = await add(api, 'user/1', {
      to: [`flat:33 ${simple('flat33').split(' ')[1]}`, 'topic:x'],
    });
    expect(to).toEqual(['flat:33', 'topic:x']);
    expect((await ask(api, 'feed/flat/33/')).body.results).toMatchObject([{ id, origin: 'user:1' }]);
    await ask(api, `feed/user/1/${id}/`, { method: 'DELETE' });
    expect(await objectsOf(api, 'flat/33')).toEqual([]);
    expect(await objectsOf(api, 'topic/x')).toEqual([]);
  });

  it('leaves only the target when it is removed there', async () => {
    const api = createApi();
    const { id } = await add(api, 'user/1', { to: ['flat:33'] });
    await ask(api, `feed/flat/33/${id}/`, { method: 'DELETE' });
    expect(await objectsOf(api, 'flat/33')).toEqual([]);
    expect(await objectsOf(api, 'user/1')).toEqual(['o']);
  });

  it('is not sent anywhere with a wrong token', async () => {
    const api = createApi();
    const body = { actor: 'a', verb: 'v', object: 'o', to: ['flat:33 wrong'] };
    expect(await ask(api, 'feed/user/1/', { body })).toMatchObject({ status: 401, body: { code: 3 } });
    expect(await objectsOf(api, 'user/1')).toEqual([]);
  });
});

describe('a page', () => {
  const numbered = async (count: number) => {
    const api = createApi();
    const activities = Array.from({ length: count }, (_, i) => ({ actor: 'a', verb: 'v', object: i }));
    await ask(api, 'feed/user/1/', { body: { activities } });
    return api;
  };

  it('has 25 activities unless told, and 100 at most', async () => {
    const api = await numbered(120);
    expect(idsOf(await ask(api, 'feed/user/1/'))).toHaveLength(25);
    expect(idsOf(await ask(api, 'feed/user/1/?limit=1000'))).toHaveLength(100);
    expect((await ask(api, 'feed/user/1/?limit=0')).body).toMatchObject({ results: [], next: '' });
  });

  it('names the next by a path of its own with the query of this one, without key and marks', async () => {
    const api = await numbered(3);
    const { body } = await ask(
      api,
      'feed/user/1/?limit=2&location=unspecified&mark_seen=true&withOwnReactions=true',
    );
    const last = body.results[1]?.id;
    expect(body.next).toBe(`/api/v1.0/feed/user/1/?id_lt=${last}&limit=2&withOwnReactions=true`);
    expect((await ask(api, body.next)).body).toMatchObject({ results: [{ object: '0' }], next: '' });
  });

  it('lies between the cursors, which need not be there any more', async () => {
    const api = await numbered(5);
    const ids = idsOf(await ask(api, 'feed/user/1/'));
    await ask(api, `feed/user/1/${ids[2]}/`, { method: 'DELETE' });
    const page = async (query: string) =>
      idsOf(await ask(api, `feed/user/1/?${query}`)).map((id) => ids.indexOf(id));
    expect(await page(`id_lt=${ids[2]}`)).toEqual([3, 4]);
    expect(await page(`id_lte=${ids[3]}`)).toEqual([3, 4]);
    expect(await page(`id_gt=${ids[2]}`)).toEqual([0, 1]);
    expect(await page(`id_gte=${ids[1]}`)).toEqual([0, 1]);
    expect(await page(`id_gte=${ids[3]}&id_lt=${ids[1]}`)).toEqual([3]);
    expect(await page('offset=1&limit=2')).toEqual([1, 3]);
  });

  it('keeps to what is newer while it pages through what is newer', async () => {
    const api = await numbered(5);
    const ids = idsOf(await ask(api, 'feed/user/1/'));
    const all = await readAll(api, `feed/user/1/?id_gt=${ids[4]}&limit=2`);
    expect(all.map(({ id }) => id)).toEqual(ids.slice(0, 4));
  });

  it.each(['limit=-1', 'limit=many', 'offset=x', 'id_lt=12', 'id_gt=9b5b3540-e825-41e8-8080-800016ff21e4'])(
    'is not read by %s',
    async (query) => {
      expect(await ask(createApi(), `feed/user/1/?${query}`)).toMatchObject({
        status: 400,
        body: { code: 4 },
      });
    },
  );
});

describe('a ranked feed', () => {
  it('is the best first, page by offset', async () => {
    const api = createApi();
    const [first, second] = [await add(api, 'flat/1'), await add(api, 'flat/1')];
    const like = { kind: 'like', activity_id: first.id, user_id: 'u' };
    await ask(api, 'reaction/', { body: like });
    const { body } = await ask(api, 'feed/flat/1/?ranking=popular&limit=1');
    expect(body.results).toMatchObject([{ id: first.id }]);
    expect(body.next).toBe('/api/v1.0/feed/flat/1/?offset=1&limit=1&ranking=popular');
    expect(idsOf(await ask(api, body.next))).toEqual([second.id]);
  });

  it('needs a ranking that there is', async () => {
    expect(await ask(createApi(), 'feed/flat/1/?ranking=unknown')).toMatchObject({
      status: 400,
      body: { code: 11 },
    });
  });
});

describe('following', () => {
  const follow = (api: GetstreamApi, feed: string, target: string, more = {}) =>
    ask(api, `feed/${feed}/follows/`, { body: { target, ...more } });

  it('brings what is there and what comes, once, with its origin', async () => {
    const api = createApi();
    await add(api, 'user/1', { object: 'old' });
    await follow(api, 'timeline/1', 'user:1');
    await follow(api, 'timeline/1', 'user:2');
    await add(api, 'user/1', { object: 'new', to: ['user:2', 'timeline:1'] });
    const { body } = await ask(api, 'feed/timeline/1/');
    expect(body.results).toMatchObject([{ object: 'new' }, { object: 'old', origin: 'user:1' }]);
  });

  it('copies no more than it is asked to', async () => {
    const api = createApi();
    for (const object of ['1', '2', '3']) await add(api, 'user/1', { object });
    await follow(api, 'timeline/1', 'user:1', { activity_copy_limit: 2 });
    expect(await objectsOf(api, 'timeline/1')).toEqual(['3', '2']);
  });

  it('goes one step: followers of a follower get nothing', async () => {
    const api = createApi();
    await follow(api, 'timeline/1', 'user:1');
    await follow(api, 'timeline/2', 'timeline:1');
    await add(api, 'user/1');
    expect(await objectsOf(api, 'timeline/2')).toEqual([]);
  });

  it('ends with what it brought, except what came in another way or is kept', async () => {
    const api = createApi();
    for (const target of ['user:1', 'user:2', 'user:3']) await follow(api, 'timeline/1', target);
    await add(api, 'user/1', { object: 'one' });
    await add(api, 'user/1', { object: 'both', to: ['user:2'] });
    await add(api, 'user/3', { object: 'kept' });
    await ask(api, 'feed/timeline/1/follows/user:3/?keep_history=1', { method: 'DELETE' });
    await ask(api, 'feed/timeline/1/follows/user:1/', { method: 'DELETE' });
    expect(await objectsOf(api, 'timeline/1')).toEqual(['kept', 'both']);
    await add(api, 'user/3');
    expect(await objectsOf(api, 'timeline/1')).toHaveLength(2);
  });

  it('takes what is removed from the followed feed out of the follower', async () => {
    const api = createApi();
    await follow(api, 'aggregated/1', 'user:1');
    await add(api, 'user/1', { foreign_id: 'tweet:1' });
    await ask(api, 'feed/user/1/tweet:1/?foreign_id=1', { method: 'DELETE' });
    expect((await ask(api, 'feed/aggregated/1/')).body.results).toEqual([]);
  });

  it.each(['aggregated:1', 'notification:1', 'timeline:1'])(
    'is not possible from timeline:1 to %s',
    async (target) => {
      expect(await follow(createApi(), 'timeline/1', target)).toMatchObject({
        status: 400,
        body: { code: 4 },
      });
    },
  );

  it('lists newest first, by pages and by a filter, which may be empty', async () => {
    const api = createApi();
    for (const target of ['user:1', 'user:2', 'user:3']) await follow(api, 'timeline/1', target);
    const targets = async (query: string) =>
      (await ask(api, `feed/timeline/1/follows/?${query}`)).body.results.map(({ target_id }) => target_id);
    expect(await targets('filter=')).toEqual(['user:3', 'user:2', 'user:1']);
    expect(await targets('offset=1&limit=1')).toEqual(['user:2']);
    expect(await targets('filter=user:1,user:9')).toEqual(['user:1']);
    const { body } = await ask(api, 'feed/user/1/followers/?limit=25&offset=0&filter=timeline:1');
    expect(body.results).toEqual([
      {
        feed_id: 'timeline:1',
        target_id: 'user:1',
        created_at: expect.stringMatching(/Z$/) as unknown,
        updated_at: expect.stringMatching(/Z$/) as unknown,
      },
    ]);
  });
});
