import { describe, expect, it } from 'vitest';
import type { GetstreamApi } from '../../../demo/sandbox/getstream/getstream-api.js';
import { ask, createApi, readAll } from './getstream-ask.js';

const add = (api: GetstreamApi, feed: string, verb: string, actor: string, day: number) =>
  ask(api, `feed/${feed}/`, {
    body: { verb, actor, object: 'o', time: `2018-10-${day}T12:00:00`, foreign_id: `${verb}:${actor}` },
  });

const read = async (api: GetstreamApi, query = '') =>
  (await ask(api, `feed/notification/1/?${query}`)).body as unknown as {
    results: { id: string; group: string; is_read: boolean; is_seen: boolean; activity_count: number }[];
    next: string;
    unread: number;
    unseen: number;
  };

async function filled(): Promise<GetstreamApi> {
  const api = createApi();
  await add(api, 'notification/1', 'like', 'a', 16);
  await add(api, 'notification/1', 'follow', 'b', 17);
  await add(api, 'notification/1', 'like', 'c', 18);
  return api;
}

describe('an aggregated feed', () => {
  it('is grouped by verb and day, newest group first', async () => {
    const api = createApi();
    for (const [verb, actor, day] of [
      ['like', 'a', 18],
      ['like', 'b', 18],
      ['follow', 'a', 18],
      ['like', 'a', 19],
    ] as const) {
      await add(api, 'aggregated/1', verb, actor, day);
    }
    await add(api, 'aggregated/1', 'like', 'b', 18);
    const { body } = await ask(api, 'feed/aggregated/1/');
    expect(body.results.map(({ group }) => group)).toEqual(
      expect.arrayContaining(['like_2018-10-19', 'like_2018-10-18', 'follow_2018-10-18']),
    );
    const group = body.results.find((each) => each.group === 'like_2018-10-18');
    expect(group).toMatchObject({
      activity_count: 2,
      actor_count: 2,
      verb: 'like',
      id: group?.activities?.[0]?.id,
      created_at: '2018-10-18T12:00:00.000000',
      updated_at: '2018-10-18T12:00:00.000000',
    });
    expect(group).not.toHaveProperty('is_read');
    expect(body).not.toHaveProperty('unread');
  });

  it('pages by the id of the last group', async () => {
    const api = createApi();
    for (const day of [11, 12, 13]) await add(api, 'aggregated/1', 'like', 'a', day);
    const all = await readAll(api, 'feed/aggregated/1/?limit=1');
    expect(all.map(({ group }) => group)).toEqual(['like_2018-10-13', 'like_2018-10-12', 'like_2018-10-11']);
  });

  it('answers with 15 activities of a group at most and says how many there are', async () => {
    const api = createApi();
    for (let i = 0; i < 20; i += 1) await add(api, 'aggregated/1', 'like', `actor${i}`, 18);
    const { body } = await ask(api, 'feed/aggregated/1/');
    expect(body.results).toMatchObject([{ activity_count: 20, actor_count: 20 }]);
    expect(body.results[0]?.activities).toHaveLength(15);
  });
});

describe('a notification feed', () => {
  it('gives its groups ids with their names and counts what is unread and unseen', async () => {
    const api = await filled();
    const { results, unread, unseen } = await read(api);
    expect(results.map(({ id, group }) => id.endsWith(`.${group}`))).toEqual([true, true, true]);
    expect([unread, unseen]).toEqual([3, 3]);
    expect(await read(api, 'limit=0')).toMatchObject({ results: [], unread: 3, unseen: 3 });
  });

  it('pages by ids of both forms', async () => {
    const api = await filled();
    const [first, second] = (await read(api)).results;
    expect((await read(api, `id_lt=${first?.id}`)).results[0]?.id).toBe(second?.id);
    expect((await read(api, `id_lt=${first?.id.split('.')[0]}`)).results[0]?.id).toBe(second?.id);
    expect(await readAll(api, 'feed/notification/1/?limit=1')).toHaveLength(3);
  });

  it('answers a mark with the state before it', async () => {
    const api = await filled();
    expect(await read(api, 'mark_seen=true')).toMatchObject({ unseen: 3, unread: 3 });
    expect(await read(api)).toMatchObject({ unseen: 0, unread: 3 });
    // Python writes it so.
    await read(api, 'mark_read=True');
    expect(await read(api)).toMatchObject({ unseen: 0, unread: 0 });
  });

  it('does not take read for seen', async () => {
    const api = await filled();
    await read(api, 'mark_read=true');
    expect((await read(api)).results[0]).toMatchObject({ is_read: true, is_seen: false });
  });

  it('marks a list of ids, with or without the name of the group', async () => {
    const api = await filled();
    const [first, second] = (await read(api)).results;
    await read(api, `limit=0&mark_read=${first?.id},${second?.id.split('.')[0]}`);
    expect((await read(api)).results.map(({ is_read }) => is_read)).toEqual([true, true, false]);
  });

  it('marks the current page', async () => {
    const api = await filled();
    await read(api, 'limit=2&mark_seen=current');
    expect((await read(api)).results.map(({ is_seen }) => is_seen)).toEqual([true, true, false]);
  });

  it.each(['false', 'False', '', 'unknown'])('marks nothing by %j', async (mark) => {
    const api = await filled();
    await read(api, `mark_read=${mark}`);
    expect((await read(api)).unread).toBe(3);
  });

  it('puts a group that grows on top, unseen and unread, with another id', async () => {
    const api = await filled();
    const before = await read(api, 'mark_seen=true&mark_read=true');
    await ask(api, 'feed/notification/1/', { body: { verb: 'like', actor: 'd', object: 'o' } });
    await add(api, 'notification/1', 'follow', 'e', 18);
    await ask(api, 'feed/notification/1/', { body: { verb: 'like', actor: 'e', object: 'o' } });
    const { results, unseen, unread } = await read(api);
    expect(results[0]).toMatchObject({ activity_count: 2, is_seen: false, is_read: false });
    expect([unseen, unread]).toEqual([2, 2]);
    const [old] = before.results;
    await add(api, 'notification/1', 'like', 'z', 18);
    const grown = (await read(api)).results.find(({ group }) => group === old?.group);
    expect(grown).toMatchObject({ activity_count: 2, is_seen: false });
    expect(await read(api, `mark_read=${old?.id}`)).toMatchObject({ unread: 3 });
  });

  it('does not take an activity that comes again for news', async () => {
    const api = await filled();
    await read(api, 'mark_seen=true');
    await add(api, 'notification/1', 'like', 'c', 18);
    expect((await read(api)).unseen).toBe(0);
  });
});
