import { describe, expect, it } from 'vitest';
import type { GetstreamApi } from '../../../demo/sandbox/getstream/getstream-api.js';
import { ask, createApi, idsOf, jwt } from './getstream-ask.js';

const vera = jwt({ user_id: 'vera' });

async function add(api: GetstreamApi, more: object = {}): Promise<string> {
  const body = { actor: 'SU:marina', verb: 'post', object: 'o', ...more };
  return String((await ask(api, 'feed/user/1/', { body })).body['id']);
}

async function react(api: GetstreamApi, body: object): Promise<string> {
  return String(
    (await ask(api, 'reaction/', { body: { kind: 'like', user_id: 'tom', ...body } })).body['id'],
  );
}

const first = async (api: GetstreamApi, query = '', token?: string) =>
  (await ask(api, `enrich/feed/user/1/?${query}`, token ? { token } : {})).body.results[0];

describe('an enriched activity', () => {
  it('has what it refers to in place of the references; the plain one keeps them', async () => {
    const api = createApi();
    await ask(api, 'collections/food/', { body: { id: 'burger', data: { name: 'Burger' } } });
    const about = await add(api);
    const like = await react(api, { activity_id: about });
    const fields = {
      object: 'SO:food:burger',
      target: `SA:${about}`,
      because: `SR:${like}`,
      plain: 'food:burger',
    };
    await add(api, fields);
    expect((await ask(api, 'feed/user/1/')).body.results[0]).toMatchObject({ actor: 'SU:marina', ...fields });
    expect(await first(api)).toMatchObject({
      actor: { id: 'marina', data: { name: 'Марина Кольцова' } },
      object: { id: 'burger', collection: 'food', foreign_id: 'food:burger', data: { name: 'Burger' } },
      target: { id: about, actor: { id: 'marina' } },
      because: { id: like, kind: 'like', user: { id: 'tom' } },
      plain: 'food:burger',
    });
  });

  it.each([
    ['SU:x', { reference_type: 'user', id: 'x' }],
    ['SO:food:x:y', { reference_type: 'object', collection: 'food', id: 'x:y' }],
    ['SA:9b5b3540-e825-11e8-8080-800016ff21e4', { reference_type: 'activity' }],
    ['SR:1', { reference_type: 'reaction', id: '1' }],
  ])('says of %s that it is not there', async (reference, more) => {
    const api = createApi();
    await add(api, { object: reference });
    expect((await first(api))?.['object']).toMatchObject({ error: 'ReferenceNotFound', reference, ...more });
  });

  it('does not follow activities about each other for ever', async () => {
    const api = createApi();
    const time = '2020-01-01T00:00:00';
    const id = await add(api, { foreign_id: 'x', time });
    await add(api, { foreign_id: 'x', time, object: `SA:${id}` });
    expect(JSON.stringify(await first(api)).length).toBeLessThan(3000);
  });

  it('has its reactions only when they are asked for', async () => {
    const api = createApi();
    const id = await add(api);
    expect(Object.keys((await first(api)) ?? {}).filter((name) => name.includes('reaction'))).toEqual([]);
    const all = 'withOwnReactions=true&withRecentReactions=true&withReactionCounts=true';
    expect(await first(api, all)).toMatchObject({
      own_reactions: {},
      latest_reactions: {},
      latest_reactions_extra: {},
      reaction_counts: {},
    });
    for (let i = 0; i < 6; i += 1) await react(api, { activity_id: id, data: { i } });
    const own = await react(api, { activity_id: id, kind: 'comment', user_id: 'vera', data: { text: 'Hi' } });
    const activity = await first(api, all, vera);
    expect(activity).toMatchObject({
      own_reactions: { comment: [{ id: own, user_id: 'vera', data: { text: 'Hi' } }] },
      reaction_counts: { like: 6, comment: 1 },
      latest_reactions: { like: [{ data: { i: 5 }, user: { id: 'tom' } }, {}, {}, {}, { data: { i: 1 } }] },
      latest_reactions_extra: { comment: { next: '' } },
    });
    expect(activity?.['own_reactions']).not.toHaveProperty('like');
  });

  it('tells where the older reactions are, as a whole address', async () => {
    const api = createApi();
    const id = await add(api);
    for (let i = 0; i < 3; i += 1) await react(api, { activity_id: id, data: { i } });
    const activity = await first(api, 'withRecentReactions=true&recentReactionsLimit=2');
    const { next } = (activity?.['latest_reactions_extra'] as { like: { next: string } }).like;
    expect(next).toMatch(/^https:\/\/feeds\.example\/api\/v1\.0\/reaction\/activity_id\//);
    const { pathname, search } = new URL(next);
    expect((await ask(api, pathname + search)).body.results).toMatchObject([{ data: { i: 0 } }]);
  });

  it('has reactions of the kinds that are asked for', async () => {
    const api = createApi();
    const id = await add(api);
    for (const kind of ['like', 'comment', 'heart']) await react(api, { activity_id: id, kind });
    expect(await first(api, 'withReactionCounts=true&reactionKindsFilter=like,heart')).toHaveProperty(
      'reaction_counts',
      { like: 1, heart: 1 },
    );
  });

  it('comes by its id too', async () => {
    const api = createApi();
    const id = await add(api);
    const { body } = await ask(api, `enrich/activities/?ids=${id},9b5b3540-e825-11e8-8080-800016ff21e4`);
    expect(body.results).toMatchObject([{ id, actor: { id: 'marina' } }]);
  });
});

describe('a reaction', () => {
  it('comes back whole', async () => {
    const api = createApi();
    const id = await add(api);
    const { status, body } = await ask(api, 'reaction/', {
      token: vera,
      body: { activity_id: id, kind: 'comment', data: { text: 'Hi' } },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      ) as unknown,
      created_at: expect.stringMatching(/\.\d{6}Z$/) as unknown,
      updated_at: expect.stringMatching(/\.\d{6}Z$/) as unknown,
      user_id: 'vera',
      user: expect.objectContaining({ id: 'vera' }) as unknown,
      kind: 'comment',
      activity_id: id,
      data: { text: 'Hi' },
      parent: '',
      latest_children: {},
      children_counts: {},
      duration: expect.any(String) as unknown,
    });
  });

  it.each([
    ['no user', { user_id: undefined }, 400, 10],
    ['no kind', { kind: '' }, 400, 4],
    ['no activity', { activity_id: undefined }, 400, 4],
    ['an activity that is gone', { activity_id: '9b5b3540-e825-11e8-8080-800016ff21e4' }, 404, 16],
  ])('is refused: %s', async (_what, more, status, code) => {
    const api = createApi();
    const body = { activity_id: await add(api), kind: 'like', user_id: 'tom', ...more };
    expect(await ask(api, 'reaction/', { body })).toMatchObject({ status, body: { code } });
  });

  it('tells the feeds that it names, and takes it back when it is removed', async () => {
    const api = createApi();
    const about = await add(api);
    const id = await react(api, { activity_id: about, target_feeds: ['notification:marina'] });
    const read = async () => (await ask(api, 'enrich/feed/notification/marina/')).body.results;
    expect((await read())[0]?.activities).toMatchObject([
      { verb: 'like', actor: { id: 'tom' }, object: { id: about }, reaction: { id } },
    ]);
    await ask(api, `reaction/${id}/`, { method: 'DELETE' });
    expect(await read()).toEqual([]);
  });

  it('is listed newest first, page by page, by activity, kind and user', async () => {
    const api = createApi();
    const id = await add(api);
    const ids: string[] = [];
    for (const kind of ['like', 'comment', 'like', 'like'])
      ids.unshift(await react(api, { activity_id: id, kind }));
    const path = `reaction/activity_id/${id}/`;
    const { body } = await ask(api, `${path}?limit=3`);
    expect(body.results.map((reaction) => reaction.id)).toEqual(ids.slice(0, 3));
    expect(body.next).toMatch(/^\/api\/v1\.0\/reaction\/activity_id\/.*api_key=.*id_lt=/);
    expect(idsOf(await ask(api, body.next))).toEqual(ids.slice(3));
    expect(idsOf(await ask(api, `${path}?id_gt=${ids[1]}`))).toEqual([ids[0]]);
    expect(idsOf(await ask(api, `${path}comment/?with_activity_data=true`))).toEqual([ids[2]]);
    expect(idsOf(await ask(api, 'reaction/user_id/tom/?limit=4'))).toEqual(ids);
    expect(await ask(api, `${path}?id_lt=unknown`)).toMatchObject({ status: 400, body: { code: 4 } });
  });

  it('may be about a reaction, and goes with it', async () => {
    const api = createApi();
    const id = await add(api);
    const comment = await react(api, { activity_id: id, kind: 'comment' });
    const child = await react(api, { parent: comment, user_id: 'vera' });
    const { body } = await ask(api, `reaction/activity_id/${id}/?with_own_children=true`, { token: vera });
    expect(body.results).toMatchObject([
      { id: comment, children_counts: { like: 1 }, own_children: { like: [{ id: child, parent: comment }] } },
    ]);
    await ask(api, `reaction/${comment}/`, { method: 'DELETE' });
    expect((await ask(api, `reaction/${child}/`)).status).toBe(404);
  });
});
