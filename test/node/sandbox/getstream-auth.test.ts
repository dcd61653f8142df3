import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Ask, app, ask, createApi, jwt, serverToken, simple } from './getstream-ask.js';

afterEach(() => {
  vi.useRealTimers();
});

// Nothing here changes anything that another test reads.
const shared = createApi();
const activity = { actor: 'a', verb: 'v', object: 'o' };
const SIGNATURE = { status: 401, body: { code: 3, exception: 'SignatureException', status_code: 401 } };
const NOT_ALLOWED = { status: 403, body: { code: 17, exception: 'NotAllowedException', status_code: 403 } };

const read = (token: string, feed = 'user/1', more: Ask = {}) =>
  ask(shared, `feed/${feed}/`, { token, ...more });
const write = (token: string, feed = 'user/1') => ask(shared, `feed/${feed}/`, { token, body: activity });

describe('a simple token', () => {
  it('opens its feed for reading and writing, with the header of today or without', async () => {
    expect(await read(simple('user1'))).toMatchObject({ status: 200 });
    const headers = { 'stream-auth-type': 'simple' };
    expect(await read(simple('user1'), 'user/1', { headers })).toMatchObject({ status: 200 });
    expect(await write(simple('user1'))).toMatchObject({ status: 201 });
  });

  it('is known from a client of 2014', async () => {
    const [, token] = simple('user1', 'secret').split(' ');
    expect(token).toBe('osnsKzhIksUQ-h36abNdk4sOnbw');
  });

  it.each([
    ['another feed', simple('user2')],
    ['another secret', simple('user1', 'other')],
    ['no token', 'user1'],
    ['another word', `user2 ${simple('user1').split(' ')[1]}`],
    ['a JWT that the header denies', serverToken],
  ])('is refused: %s', async (what, token) => {
    const headers = what.includes('header') ? { 'stream-auth-type': 'simple' } : {};
    expect(await read(token, 'user/1', { headers })).toMatchObject(SIGNATURE);
  });

  it('opens nothing that is of no feed', async () => {
    expect(await ask(shared, 'user/marina/', { token: simple('user1') })).toMatchObject(NOT_ALLOWED);
    const body = { kind: 'like', activity_id: 'x', user_id: 'u' };
    expect(await ask(shared, 'reaction/', { token: simple('user1'), body })).toMatchObject(NOT_ALLOWED);
  });
});

describe('a JWT', () => {
  it('is known with its header and without', async () => {
    expect(await read(serverToken)).toMatchObject({ status: 200 });
    expect(await read(serverToken, 'user/1', { headers: { 'stream-auth-type': 'jwt' } })).toMatchObject({
      status: 200,
    });
  });

  it.each([
    ['another secret', jwt({ user_id: '1' }, 'other')],
    ['no algorithm', jwt({ user_id: '1' }, app.secret, { alg: 'none' })],
    ['another algorithm', jwt({ user_id: '1' }, app.secret, { alg: 'HS512' })],
    ['a cut signature', serverToken.slice(0, -2)],
    ['no JSON inside', 'abc.def.ghi'],
    ['no user and no scope', jwt({})],
    ['nothing at all', ''],
  ])('is refused: %s', async (_what, token) => {
    expect(await read(token, 'user/1', { headers: { 'stream-auth-type': 'jwt' } })).toMatchObject(SIGNATURE);
  });

  it('ends at its time', async () => {
    vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z') });
    const token = jwt({ user_id: '1', exp: Date.parse('2026-01-01T00:01:00Z') / 1000 });
    expect(await read(token)).toMatchObject({ status: 200 });
    vi.setSystemTime(new Date('2026-01-01T00:01:00Z'));
    expect(await read(token)).toMatchObject(SIGNATURE);
  });

  it('opens its scope and no more', async () => {
    const readOnly = jwt({ resource: '*', action: 'read', feed_id: 'user1' });
    expect(await read(readOnly)).toMatchObject({ status: 200 });
    expect(await write(readOnly)).toMatchObject(NOT_ALLOWED);
    expect(await read(readOnly, 'user/2')).toMatchObject(NOT_ALLOWED);
    const feedOnly = jwt({ resource: 'feed', action: '*', feed_id: 'user1,user2' });
    expect(await write(feedOnly, 'user/2')).toMatchObject({ status: 201 });
    expect(await ask(shared, 'feed/user/1/follows/', { token: feedOnly })).toMatchObject(NOT_ALLOWED);
    expect(await ask(shared, 'user/marina/', { token: feedOnly })).toMatchObject(NOT_ALLOWED);
  });

  it('of a user reads what is public and its own, and writes its own', async () => {
    const token = jwt({ user_id: 'vera' });
    for (const feed of ['timeline/vera', 'notification/vera', 'user/marina', 'popular/all']) {
      expect(await read(token, feed)).toMatchObject({ status: 200 });
    }
    expect(await read(token, 'timeline/marina')).toMatchObject(NOT_ALLOWED);
    expect(await read(token, 'notification/marina')).toMatchObject(NOT_ALLOWED);
    expect(await write(token, 'user/vera')).toMatchObject({ status: 201 });
    expect(await write(token, 'user/marina')).toMatchObject(NOT_ALLOWED);
  });

  it('of a user says and changes nothing for another', async () => {
    const api = createApi();
    const body = { id: 'marina', data: {} };
    const token = jwt({ user_id: 'vera' });
    expect(await ask(api, 'user/marina/', { token, method: 'PUT', body })).toMatchObject(NOT_ALLOWED);
    const { id } = (await ask(api, 'feed/user/marina/')).body.results[0] ?? { id: '' };
    const like = { kind: 'like', activity_id: id, user_id: 'marina' };
    expect(await ask(api, 'reaction/', { token, body: like })).toMatchObject(NOT_ALLOWED);
    const { body: made } = await ask(api, 'reaction/', { body: like });
    expect(await ask(api, `reaction/${String(made['id'])}/`, { token, method: 'DELETE' })).toMatchObject(
      NOT_ALLOWED,
    );
  });

  it('of a user does nothing for many', async () => {
    const token = jwt({ user_id: 'vera' });
    const body = { activity, feeds: ['user:marina'] };
    expect(await ask(shared, 'feed/add_to_many/', { token, body })).toMatchObject(NOT_ALLOWED);
    const pairs = [{ source: 'timeline:marina', target: 'user:tom' }];
    expect(await ask(shared, 'follow_many/', { token, body: pairs })).toMatchObject(NOT_ALLOWED);
  });
});

describe('the key of the app', () => {
  it('comes before the token', async () => {
    const refused = { status: 401, body: { code: 2, exception: 'ApiKeyException' } };
    expect(await read('', 'user/1', { key: 'other' })).toMatchObject(refused);
    expect(await read(serverToken, 'user/1', { key: '' })).toMatchObject(refused);
  });
});

describe('expired tokens', () => {
  it('get error 3 until there is one by the new secret', async () => {
    const api = createApi();
    const feed = 'feed/timeline/vera/';
    expect((await ask(api, feed, { token: simple('timelinevera', api.secret) })).status).toBe(200);
    const old = [simple('timelinevera', api.secret), jwt({ user_id: 'vera' }, api.secret)];
    api.expire();
    for (const token of old) expect(await ask(api, feed, { token })).toMatchObject(SIGNATURE);
    for (const token of [simple('timelinevera', api.secret), jwt({ user_id: 'vera' }, api.secret)]) {
      expect((await ask(api, feed, { token })).status).toBe(200);
    }
    const before = api.secret;
    api.expire();
    expect(await ask(api, feed, { token: simple('timelinevera', before) })).toMatchObject(SIGNATURE);
  });
});
