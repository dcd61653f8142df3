import { getResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { createSandbox } from '../../../demo/sandbox/handlers.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import type { WireEvent } from '../../../demo/sandbox/wire.js';
import { codeOf, idsOf, send, signed, type Params } from './ask.js';
import { parseXml } from './parse-xml.js';

const now = new Date('2026-03-01T12:00:00Z');
const options = { now, events: 80 };
const { uid } = vendorExample;

interface Comment {
  readonly id: string;
  readonly text: string;
  readonly time: number;
  readonly author: { readonly uid: string };
}

/** A world of which one event is looked at. */
function setUp(fits: (event: WireEvent) => boolean) {
  const sandbox = createSandbox(options);
  const { world } = sandbox;
  const before = world.events.find((event) => 'thread_id' in event && fits(event));
  if (!before) throw new Error('There is no such event.');
  const thread_id = String(before['thread_id']);
  const list = (name: string, event = find()) => (event[name] ?? []) as unknown as readonly Comment[];
  const find = () => world.events.find(({ id }) => id === before.id) ?? before;
  const act = (method: string, more: Params = {}) =>
    send(sandbox, signed({ method: `stream.${method}`, thread_id, ...more }), more['text'] ? 'POST' : 'GET');
  const likers = () => (find()['likes'] as readonly { uid: string }[]).map((user) => user.uid);
  return { sandbox, world, before, thread_id, find, list, act, likers };
}

const isEvent = (event: WireEvent) => event.subtype === 'event';
const isCounted = (event: WireEvent) =>
  isEvent(event) && 'likes_count' in event && event['is_commentable'] === 1;
const isLikedByVera = (event: WireEvent) => event['is_liked_by_me'] === 1;

describe('a like', () => {
  it.each([
    ['with counters', (event: WireEvent) => isCounted(event) && !isLikedByVera(event)],
    [
      'as the seed has it',
      (event: WireEvent) => isEvent(event) && !('likes_count' in event) && !isLikedByVera(event),
    ],
  ])('of an event %s is there, once, and goes away again', async (_name, fits) => {
    const { before, find, act, likers } = setUp(fits);
    const others = (before['likes'] as readonly { uid: string }[]).map((user) => user.uid);
    const count = Number(before['likes_count'] ?? others.length);
    for (let i = 0; i < 2; i += 1) {
      expect((await act('like')).status).toBe(200);
      expect(find()).toMatchObject({ likes_count: count + 1, is_liked_by_me: 1 });
      expect(likers()).toEqual([uid, ...others]);
    }
    for (let i = 0; i < 2; i += 1) {
      expect((await act('unlike')).status).toBe(200);
      expect(find()).toMatchObject({ likes_count: count, is_liked_by_me: 0 });
      expect(likers()).toEqual(others);
    }
  });

  it('that was there before can be taken back', async () => {
    const { before, find, act } = setUp((event) => isEvent(event) && isLikedByVera(event));
    await act('unlike');
    const count = Number(before['likes_count'] ?? (before['likes'] as readonly unknown[]).length);
    expect(find()).toMatchObject({ likes_count: count - 1, is_liked_by_me: 0 });
  });

  it('counts in the likes and comments that repeat the event too', async () => {
    const { world, act, thread_id } = setUp((event) => isCounted(event) && !isLikedByVera(event));
    world.insert({
      id: '00000000000000ff',
      subtype: 'like',
      subevent: { id: 'copy', thread_id, likes_count: 3 },
    });
    await act('like');
    expect(world.events[0]?.['subevent']).toMatchObject({ likes_count: 4, is_liked_by_me: 1 });
  });
});

describe('a comment', () => {
  it('is the last one, of the visitor and of now', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    try {
      const { before, find, list, act } = setUp(isCounted);
      vi.setSystemTime(5_000);
      const text = 'Привет & пока = 1 <b>\n🙂';
      expect((await act('comment', { text })).status).toBe(200);
      const [said, ...rest] = list('comments').toReversed();
      expect(said).toMatchObject({ text, time: now.getTime() / 1000 + 5, author: { uid } });
      expect(said?.id).toMatch(/^[\da-f]{16}$/);
      expect(rest.toReversed()).toEqual(list('comments', before));
      expect(find()['comments_count']).toBe(Number(before['comments_count']) + 1);
      await act('comment', { text });
      expect(new Set(list('comments').map(({ id }) => id)).size).toBe(list('comments').length);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('an action', () => {
  it('is answered in the format that was asked for', async () => {
    const { act } = setUp(isCounted);
    const json = await act('like');
    expect(json.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await json.json()).toBe(1);
    const xml = await act('comment', { text: 'Hi', format: 'xml' });
    expect(parseXml(await xml.text())).toMatchObject({ name: 'response_stream_comment', text: '1' });
  });

  it('changes nothing else, and what comes in later is the same as without it', async () => {
    const { world, before, act } = setUp(isCounted);
    const others = () => world.events.filter(({ id }) => id !== before.id);
    const kept = others();
    await act('comment', { text: 'Hi' });
    await act('like');
    expect(others().filter((event) => !JSON.stringify(event).includes(before.id))).toEqual(
      kept.filter((event) => !JSON.stringify(event).includes(before.id)),
    );
    expect(world.insert()).toEqual(createSandbox(options).world.insert());
  });

  it.each<[string, number, Params]>([
    ['without a thread', 100, { method: 'stream.like', thread_id: '' }],
    ['on a thread that is not there', 100, { method: 'stream.like', thread_id: '0'.repeat(32) }],
    ['on a thread that is not there', 100, { method: 'stream.unlike', thread_id: '0'.repeat(32) }],
    ['on a thread that is not there', 100, { method: 'stream.comment', thread_id: '0', text: 'Hi' }],
    ['without a text', 100, { method: 'stream.comment', thread_id: 'fixed' }],
    ['where nobody may like', 202, { method: 'stream.like', thread_id: 'fixed' }],
    ['where nobody may like', 202, { method: 'stream.unlike', thread_id: 'fixed' }],
    ['where nobody may comment', 202, { method: 'stream.comment', thread_id: 'fixed', text: 'Hi' }],
    ['that posts', 2, { method: 'stream.post', text: 'Hi' }],
  ])('%s gets %i and does nothing: %j', async (_name, code, params) => {
    const sandbox = createSandbox({ events: 5 });
    sandbox.world.insert({ id: 'f', thread_id: 'fixed', is_likeable: 0, is_commentable: 0 });
    const before = structuredClone(sandbox.world.events);
    const response = await send(sandbox, signed(params), 'POST');
    expect([response.status, await codeOf(response)]).toEqual([400, code]);
    expect(sandbox.world.events).toEqual(before);
  });

  it('with a wrong signature, or in a session that has ended, does nothing', async () => {
    const { sandbox, thread_id, before, find } = setUp(isCounted);
    const params = signed({ method: 'stream.like', thread_id });
    expect(await codeOf(await send(sandbox, { ...params, thread_id: 'other' }))).toBe(104);
    sandbox.expireSessions();
    expect(await codeOf(await send(sandbox, params))).toBe(102);
    expect(find()).toBe(before);
  });
});

describe('an event that is removed', () => {
  it('is not in the feed, and is no place to go on from', async () => {
    const sandbox = createSandbox({ events: 5 });
    const ids = sandbox.world.events.map(({ id }) => id);
    sandbox.world.remove(ids[1] ?? '');
    sandbox.world.remove('not there');
    expect(await idsOf(await send(sandbox, signed()))).toEqual(ids.filter((_, i) => i !== 1));
    expect(await codeOf(await send(sandbox, signed({ skip: ids[1] ?? '' })))).toBe(100);
  });
});

describe('actions that are told to fail', () => {
  it.each([403, 429, 500, 503])('get %i and do nothing, while the feed is read', async (status) => {
    const { sandbox, act, before, find } = setUp(isCounted);
    sandbox.faults.failActions = status;
    for (const response of [await act('like'), await act('unlike'), await act('comment', { text: 'Hi' })]) {
      expect(response.status).toBe(status);
    }
    expect((await send(sandbox, signed())).status).toBe(200);
    expect(find()).toBe(before);
  });

  it('get 413 where a comment is too long', async () => {
    const { sandbox, act, list } = setUp(isCounted);
    sandbox.faults.longestComment = 5;
    expect((await act('comment', { text: '123456' })).status).toBe(413);
    expect((await act('comment', { text: '12345' })).status).toBe(200);
    expect((await act('like')).status).toBe(200);
    expect(list('comments').at(-1)?.text).toBe('12345');
  });

  it('are those of getstream too', async () => {
    const sandbox = createSandbox(options);
    const react = async (method: string, path: string, body?: object) => {
      const request = new Request(`https://feeds.example/api/v1.0/reaction/${path}?api_key=sandbox-key`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      return (await getResponse([...sandbox.handlers], request))?.status;
    };
    const said = (text: string) => react('POST', '', { kind: 'comment', activity_id: 'a', data: { text } });
    sandbox.faults.longestComment = 5;
    // 401: it comes as far as the API, to which it brings no token.
    const [refused, tooLong] = [await said('12345'), await said('123456')];
    expect([refused, tooLong]).toEqual([401, 413]);
    sandbox.faults.failActions = 503;
    expect(await react('POST', '', { kind: 'like', activity_id: 'a' })).toBe(503);
    expect(await react('DELETE', 'x/')).toBe(503);
    expect(await react('GET', 'x/')).toBe(401);
  });

  it('are done where only the answer is cut', async () => {
    const { sandbox, act, list } = setUp(isCounted);
    sandbox.faults.cutBody = true;
    await expect((await act('comment', { text: 'Hi' })).text()).rejects.toThrow('cut');
    expect(list('comments').at(-1)?.text).toBe('Hi');
  });
});
