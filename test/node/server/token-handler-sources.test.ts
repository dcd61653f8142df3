import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  createTokenHandler,
  sign,
  type GetstreamApp,
  type Session,
  type TokenHandlerOptions,
} from '../../../src/server.js';

const apiSecret = 'made-up-secret-of-a-made-up-app';
const app: GetstreamApp = { apiSecret, feedGroups: ['user', 'timeline', 'notification'] };
const NOW = Date.UTC(2026, 0, 2);

async function ask(
  source: string,
  params: Record<string, string>,
  session: Session,
  options: Omit<TokenHandlerOptions, 'authorize'>,
) {
  const request = new Request('https://host.example/feed-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ source, params, reason: 'first' }),
  });
  const response = await createTokenHandler({ authorize: () => session, ...options })(request);
  const text = await response.text();
  const { token = '', error = '' } = JSON.parse(text) as { token?: string; error?: string };
  return { status: response.status, text, token, error };
}

const askFeed = (feed: string, session: Session, more: Partial<GetstreamApp> = {}) =>
  ask('getstream', { feed }, session, { getstream: { ...app, ...more } });

/** The claims of a JWT whose signature is right. */
function claimsOf(token: string): unknown {
  const [header = '', claims = '', signature] = token.split('.');
  const right = createHmac('sha256', apiSecret).update(`${header}.${claims}`).digest('base64url');
  expect(signature).toBe(right);
  return JSON.parse(Buffer.from(claims, 'base64url').toString());
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a getstream feed', () => {
  const session = { feeds: ['timeline:42', 'user:11'], userId: 'vera' };
  const exp = NOW / 1000 + 3600;

  it('gets a token that reads it, and nothing else, for an hour', async () => {
    const { status, text, token } = await askFeed('timeline:42', session);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ token });
    expect(claimsOf(token)).toEqual({ resource: 'feed', action: 'read', feed_id: 'timeline42', exp });
  });

  it('gets a user’s token where the host chose these', async () => {
    const { token } = await askFeed('timeline:42', { userId: 'vera' }, { tokens: 'user' });
    expect(claimsOf(token)).toEqual({ user_id: 'vera', exp });
  });

  it('gets a simple token where the host chose these', async () => {
    const { token } = await askFeed('timeline:42', session, { tokens: 'simple' });
    expect(token).toBe(await sign(apiSecret, 'timeline42'));
  });

  it.each<[string, number, string, Session, Partial<GetstreamApp>]>([
    ['that the visitor may not read', 403, 'timeline:43', session, {}],
    ['of a visitor without feeds', 403, 'timeline:42', {}, {}],
    ['of a visitor without feeds, for a simple token', 403, 'timeline:42', {}, { tokens: 'simple' }],
    ['of a visitor without a user id, for a user’s token', 401, 'timeline:42', {}, { tokens: 'user' }],
    ['of a group that is not the app’s', 403, 'secret:42', { feeds: ['secret:42'] }, {}],
    ['of such a group, for a user’s token', 403, 'secret:42', session, { tokens: 'user' }],
    ['with no colon', 400, 'timeline42', session, {}],
    ['with two', 400, 'timeline:42:1', session, {}],
    ['with a slash', 400, 'timeline:../42', session, {}],
    ['with a line’s end', 400, 'timeline:42\n', session, {}],
    ['with no user', 400, 'timeline:', session, {}],
    ['with no name', 400, '', session, {}],
  ])('%s gets %i and no token', async (_name, status, feed, visitor, more) => {
    const answer = await askFeed(feed, visitor, more);
    expect(answer).toMatchObject({
      status,
      token: '',
      error: expect.stringMatching(/^[A-Z].+\.$/) as string,
    });
    for (const word of [apiSecret, '42', 'secret:']) expect(answer.text).not.toContain(word);
  });

  it.each([{}, { feed: 'timeline:42', action: '*' }, { feed_id: 'timeline:42' }])(
    'asked for by %j gets 400',
    async (params) => {
      const { status } = await ask('getstream', params, session, { getstream: app });
      expect(status).toBe(400);
    },
  );
});

// One token opens all feeds whose slug and user id join to the same text.
describe('the attack by a name that joins to another feed’s', () => {
  const feedGroups = ['user', 'user1', 'timeline'];

  it('is real: both feeds have one token', async () => {
    const both = { feeds: ['user:11', 'user1:1'] };
    const [one, other] = await Promise.all(
      ['user:11', 'user1:1'].map((feed) => askFeed(feed, both, { feedGroups })),
    );
    expect(one?.status).toBe(200);
    expect(one?.token).toBe(other?.token);
  });

  it.each(['feed', 'simple'] as const)(
    'gets no %s token unless the visitor may read them all',
    async (tokens) => {
      for (const feeds of [['user:11'], ['user1:1']]) {
        for (const feed of ['user:11', 'user1:1']) {
          expect(await askFeed(feed, { feeds }, { feedGroups, tokens })).toMatchObject({
            status: 403,
            token: '',
          });
        }
      }
    },
  );

  it('costs nobody a feed where no group’s name begins with another’s', async () => {
    const { status } = await askFeed('user:11', { feeds: ['user:11'] });
    expect(status).toBe(200);
  });

  it('opens nothing, whatever the groups and feeds are', async () => {
    const word = fc.stringMatching(/^[ab-]{1,3}$/);
    const groups = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
    const pairs = fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 6 });
    let given = 0;
    await fc.assert(
      fc.asyncProperty(groups, pairs, fc.boolean(), async (slugs, some, all) => {
        const [[slug, user] = ['a', 'b']] = some;
        const feeds = some.slice(all ? 0 : 1).map((pair) => pair.join(':'));
        const { status } = await askFeed(`${slug}:${user}`, { feeds }, { feedGroups: slugs });
        const joined = slug + user;
        const opened = slugs.flatMap((group) =>
          joined.startsWith(group) && joined !== group ? [`${group}:${joined.slice(group.length)}`] : [],
        );
        const may = slugs.includes(slug) && opened.every((feed) => feeds.includes(feed));
        expect(status).toBe(may ? 200 : 403);
        if (may) given += 1;
      }),
      { numRuns: 150 },
    );
    expect(given).toBeGreaterThan(0);
  });
});

describe('a piictu stream', () => {
  const stream_id = '4da309947b3a3e58c800000a';
  const askStream = (params: Record<string, string>, session: Session) =>
    ask('piictu', params, session, { piictu: true });

  it('gets the OAuth token of the visitor’s session', async () => {
    const { status, text } = await askStream({ stream_id }, { oauthToken: 'o-auth', feeds: [] });
    expect([status, JSON.parse(text)]).toEqual([200, { token: 'o-auth' }]);
  });

  it.each<[string, number, Record<string, string>, Session]>([
    ['of a visitor without one', 401, { stream_id }, {}],
    ['with no id', 400, {}, { oauthToken: 'o-auth' }],
    ['with an id that is a path', 400, { stream_id: '../me' }, { oauthToken: 'o-auth' }],
    ['with a parameter more', 400, { stream_id, a: '1' }, { oauthToken: 'o-auth' }],
  ])('%s gets %i', async (_name, status, params, session) => {
    const answer = await askStream(params, session);
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('o-auth');
  });
});

describe('the sources of a handler', () => {
  const mailru = { appId: '1', secretKey: 'key' };

  it.each<[string, Omit<TokenHandlerOptions, 'authorize'>]>([
    ['getstream', { mailru, piictu: true }],
    ['piictu', { getstream: app, piictu: false }],
    ['mailru', { getstream: app }],
    ['constructor', { mailru, getstream: app, piictu: true }],
  ])('%s gets 400 where the host did not set it', async (source, options) => {
    const session = { sessionKey: 's', feeds: ['user:1'], oauthToken: 'o' };
    const { status, error } = await ask(source, { feed: 'user:1' }, session, options);
    expect(status).toBe(400);
    expect(error).toMatch(/^This server has tokens for [a-z, ]+ only\.$/);
  });

  it.each<[string, Omit<TokenHandlerOptions, 'authorize'>]>([
    ['set mailru, getstream or piictu.', {}],
    ['set mailru, getstream or piictu.', { piictu: false }],
    ['set getstream.apiSecret and getstream.feedGroups.', { getstream: { ...app, apiSecret: '' } }],
    ['set getstream.apiSecret and getstream.feedGroups.', { getstream: { ...app, feedGroups: [] } }],
    ['set mailru.appId and mailru.secretKey.', { getstream: app, mailru: { appId: '', secretKey: '' } }],
  ])('say at once: %s', (message, options) => {
    expect(() => createTokenHandler({ authorize: () => null, ...options })).toThrow(
      `createTokenHandler: ${message}`,
    );
  });
});
