import { describe, expect, it, vi } from 'vitest';
import { StreamClient as ServerClient } from '../../../src/server.js';
import { Feed, StreamClient, type NewActivity } from '../../../src/sources/getstream.js';

/** Key, secret and tokens of the captures: those of the service's own public test suites. */
const apiKey = 'ahj2ndz7gsan';
const apiSecret = 'gthc2t9gh7pzq52f6cky8w4r4up9dr6rju9w3fjgmkv6cdvvav2ufe5fv7e2r9qy';
const USER_11 = 'YHEtoaiaB03gBR9px6vX4HCRVKk';
const FLAT_33 = 'MqPLN1eA_7l5iYrJ8zMyImkY8V0';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoiNDIifQ.c2ln';
const HOST = 'https://api.stream-io-api.com';

function fakeFetch(answer: object = { results: [], duration: '1ms' }) {
  const fetch = vi.fn((_url: string, _init: RequestInit) => Promise.resolve(Response.json(answer)));
  const sent = () => {
    const [url = '', { method, headers, body } = {}] = fetch.mock.lastCall ?? [];
    return { method, url: url.replace(HOST, ''), headers, body };
  };
  return { fetch, sent };
}

function onServer(answer?: object) {
  const { fetch, sent } = fakeFetch(answer);
  const client = new ServerClient({ apiKey, apiSecret, appId: '519', fetch });
  return { client, feed: client.feed('user', '11'), fetch, sent };
}

function inBrowser(answer?: object) {
  const { fetch, sent } = fakeFetch(answer);
  const client = new StreamClient({ apiKey, fetch });
  return { client, feed: client.feed('user', '11', USER_11), fetch, sent };
}

// Each as an old client was recorded sending it. Two things are other on purpose: GET and DELETE have no `{}` as
// their body, which fetch forbids, and true is written `true`, not `True`.
describe('the captures of an unmodified client', () => {
  type Capture = [
    name: string,
    line: string,
    body: string | undefined,
    call: (feed: Feed) => Promise<unknown>,
  ];
  const id = 'e561de8f-00f1-11e4-b400-0cc47a024be0';
  const captures: Capture[] = [
    [
      'Feed.get: a page by id',
      `GET /api/v1.0/feed/user/11/?api_key=${apiKey}&limit=10&id_lte=${id}`,
      undefined,
      (feed) => feed.get({ limit: 10, id_lte: id }),
    ],
    [
      'Feed.get: a page by offset',
      `GET /api/v1.0/feed/user/11/?api_key=${apiKey}&limit=10&offset=10`,
      undefined,
      (feed) => feed.get({ limit: 10, offset: 10 }),
    ],
    [
      'Feed.get: everything marked',
      `GET /api/v1.0/feed/user/11/?api_key=${apiKey}&mark_read=true&mark_seen=true`,
      undefined,
      (feed) => feed.get({ mark_read: true, mark_seen: true }),
    ],
    [
      'Feed.get: some groups marked',
      `GET /api/v1.0/feed/user/11/?api_key=${apiKey}&mark_read=a%2Cb`,
      undefined,
      (feed) => feed.get({ mark_read: ['a', 'b'] }),
    ],
    [
      'Feed.addActivity: with targets',
      `POST /api/v1.0/feed/user/11/?api_key=${apiKey}`,
      `{"actor":1,"verb":"tweet","object":1,"to":["flat:33 ${FLAT_33}","user:everyone Pzad0LfV64Jb-2aW0GPEDxNCOzQ"],"time":"2014-11-18T12:00:00.123000"}`,
      (feed) =>
        feed.addActivity({
          actor: 1,
          verb: 'tweet',
          object: 1,
          to: ['flat:33', 'user:everyone'],
          time: '2014-11-18T12:00:00.123000',
        }),
    ],
    [
      'Feed.removeActivity: by foreign id',
      `DELETE /api/v1.0/feed/user/11/tweet:1/?api_key=${apiKey}&foreign_id=1`,
      undefined,
      (feed) => feed.removeActivity({ foreignId: 'tweet:1' }),
    ],
    [
      'Feed.follow',
      `POST /api/v1.0/feed/user/11/follows/?api_key=${apiKey}`,
      `{"target":"flat:33","target_token":"${FLAT_33}"}`,
      (feed) => feed.follow('flat', '33'),
    ],
    [
      'Feed.unfollow',
      `DELETE /api/v1.0/feed/user/11/follows/flat:33/?api_key=${apiKey}`,
      undefined,
      (feed) => feed.unfollow('flat', '33'),
    ],
    [
      'Feed.followers: an empty filter is sent',
      `GET /api/v1.0/feed/user/11/followers/?api_key=${apiKey}&limit=25&offset=0&filter=`,
      undefined,
      (feed) => feed.followers(),
    ],
    [
      'Feed.followers: of the feeds null, the default of the seed',
      `GET /api/v1.0/feed/user/11/followers/?api_key=${apiKey}&limit=25&offset=0&filter=`,
      undefined,
      (feed) => feed.followers({ feeds: null }),
    ],
    [
      'Feed.following: of some feeds',
      `GET /api/v1.0/feed/user/11/follows/?api_key=${apiKey}&offset=0&limit=2&filter=user%3A1%2Cuser%3A2`,
      undefined,
      (feed) => feed.following({ limit: 2, feeds: ['user:1', 'user:2'] }),
    ],
  ];

  it.each(captures)('%s', async (_name, line, body, call) => {
    const { feed, sent } = onServer();
    await call(feed);
    const { method, url, headers, body: sentBody } = sent();
    expect(`${method} ${url}`).toBe(line);
    expect(sentBody).toBe(body);
    expect(headers).toEqual({
      authorization: `user11 ${USER_11}`,
      'stream-auth-type': 'simple',
      'content-type': 'application/json',
      'x-stream-client': `whats-new-feed-${VERSION}`,
    });
  });

  it('the later clients: a JWT stands alone in Authorization', async () => {
    const { client, sent } = inBrowser();
    await client.feed('user', '11', JWT).get();
    expect(sent().headers).toMatchObject({ authorization: JWT, 'stream-auth-type': 'jwt' });
  });
});

describe('Feed.get', () => {
  it('takes the example of the seed, whose id is a number', async () => {
    const { feed, sent } = inBrowser();
    await feed.get({ limit: 10, id_lte: 100292310 });
    expect(sent().url).toBe(`/api/v1.0/feed/user/11/?api_key=${apiKey}&limit=10&id_lte=100292310`);
  });

  it('leaves out what is undefined or null and passes on what it does not know', async () => {
    const { feed, sent } = inBrowser();
    await feed.get({ limit: undefined, ranking_vars: null, session: 's1', refresh: false });
    expect(sent().url).toBe(`/api/v1.0/feed/user/11/?api_key=${apiKey}&session=s1&refresh=false`);
  });

  it.each([
    [{ withOwnReactions: true }, 'enrich/feed/user/11/', '&withOwnReactions=true'],
    [
      { recentReactionsLimit: 3, reactionKindsFilter: ['like', 'comment'] },
      'enrich/feed/user/11/',
      '&recentReactionsLimit=3&reactionKindsFilter=like%2Ccomment',
    ],
    [{ enrich: true }, 'enrich/feed/user/11/', ''],
    [{ enrich: false, withReactionCounts: true }, 'feed/user/11/', '&withReactionCounts=true'],
    [{ mark_seen: 'current' as const }, 'feed/user/11/', '&mark_seen=current'],
  ])('reads %j from %s', async (params, path, query) => {
    const { feed, sent } = inBrowser();
    await feed.get(params);
    expect(sent().url).toBe(`/api/v1.0/${path}?api_key=${apiKey}${query}`);
  });

  it('gives the answer as it came, and a list where there is none', async () => {
    const group = { id: '1.a', is_seen: false, activities: [] };
    const { feed } = inBrowser({ results: [group, null, 'x'], unseen: 3, next: '/api/…' });
    expect(await feed.get()).toEqual({ results: [group], unseen: 3, next: '/api/…' });
    expect((await inBrowser({ duration: '1ms' }).feed.get()).results).toEqual([]);
  });

  it('keeps every digit of a large number', async () => {
    const { client } = inBrowser();
    const text = '{"results":[{"id":"a","object":13286884017948812920,"actor":7}]}';
    const fetch = () => Promise.resolve(new Response(text));
    const { results } = await new StreamClient({ ...client, fetch }).feed('user', 1, JWT).get();
    expect(results).toEqual([{ id: 'a', object: '13286884017948812920', actor: 7 }]);
  });
});

describe('Feed', () => {
  it('names itself in four ways', async () => {
    const { feed } = inBrowser();
    expect(feed).toBeInstanceOf(Feed);
    expect(feed).toMatchObject({ id: 'user:11', feedUrl: 'feed/user/11/', feedTogether: 'user11' });
    expect(await feed.signature()).toBe(`user11 ${USER_11}`);
  });

  it('takes a number for a user id', () => {
    expect(inBrowser().client.feed('user', 7, JWT).id).toBe('user:7');
  });

  it('Feed.addActivities sends all in one call, each as addActivity would', async () => {
    const { feed, sent } = onServer({ activities: [{ id: 'a' }, { id: 'b' }], duration: '1ms' });
    const stored = await feed.addActivities([
      { actor: 1, verb: 'tweet', object: 1 },
      { actor: 2, verb: 'watch', object: 2, to: ['flat:33'] },
    ]);
    expect(stored['activities']).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(sent().body).toBe(
      `{"activities":[{"actor":1,"verb":"tweet","object":1},{"actor":2,"verb":"watch","object":2,"to":["flat:33 ${FLAT_33}"]}]}`,
    );
  });

  it('Feed.addActivity sends a Date with its zone', async () => {
    const { feed, sent } = onServer({ id: 'a', duration: '1ms' });
    const time = new Date(Date.UTC(2014, 10, 18, 12, 0, 0, 123));
    expect(await feed.addActivity({ actor: 1, verb: 'tweet', object: 1, time })).toMatchObject({ id: 'a' });
    expect(sent().body).toContain('"time":"2014-11-18T12:00:00.123Z"');
  });

  it('Feed.removeActivity by its own id asks for no foreign one', async () => {
    const { feed, sent } = inBrowser();
    await feed.removeActivity({ activityId: 'e561de8f-00f1-11e4-b400-0cc47a024be0' });
    expect(sent().url).toBe(`/api/v1.0/feed/user/11/e561de8f-00f1-11e4-b400-0cc47a024be0/?api_key=${apiKey}`);
  });

  it('Feed.unfollow keeps what came when asked to', async () => {
    const { feed, sent } = inBrowser();
    await feed.unfollow('flat', 33, { keepHistory: true });
    expect(sent().url).toBe(`/api/v1.0/feed/user/11/follows/flat:33/?api_key=${apiKey}&keep_history=1`);
  });

  it('Feed.addToSignature gives each recipient its token, once', async () => {
    const { feed } = onServer();
    const signed = [`flat:33 ${FLAT_33}`, `user:11 ${USER_11}`];
    expect(await feed.addToSignature(['flat:33', 'user:11'])).toEqual(signed);
    expect(await feed.addToSignature(signed)).toEqual(signed);
    await expect(feed.addToSignature(['user-1'])).rejects.toThrow('Invalid feed_id spec');
  });

  it('without a signer, targets go as they were given', async () => {
    const { feed, sent } = inBrowser();
    await feed.addActivity({ actor: 1, verb: 'a', object: 1, to: ['flat:33', `user:1 ${FLAT_33}`] });
    expect(sent().body).toContain(`"to":["flat:33","user:1 ${FLAT_33}"]`);
    await feed.follow('flat', '33');
    expect(sent().body).toBe('{"target":"flat:33"}');
  });

  it('with JWTs, no other feed’s token is part of what is sent', async () => {
    const { fetch, sent } = fakeFetch();
    const feed = new ServerClient({ apiKey, apiSecret, auth: 'jwt', fetch }).feed('user', '11');
    await feed.follow('flat', '33');
    expect(sent().body).toBe('{"target":"flat:33"}');
    expect(sent().headers).toMatchObject({ 'stream-auth-type': 'jwt' });
    await feed.addActivity({ actor: 1, verb: 'a', object: 1, to: ['flat:33'] });
    expect(sent().body).toContain('"to":["flat:33"]');
  });

  it('never changes what it is given', async () => {
    const deep = <T extends object>(value: T): T => {
      for (const part of Object.values(value)) if (typeof part === 'object' && part) deep(part as object);
      return Object.freeze(value);
    };
    const activity: NewActivity = deep({
      actor: 1,
      verb: 'a',
      object: 1,
      to: ['flat:33'],
      extra: { a: [1] },
    });
    const { feed, fetch } = onServer();
    await feed.addActivity(activity);
    await feed.addActivities(deep([activity]));
    await feed.get(deep({ limit: 1, enrich: true, mark_seen: ['a'] }));
    await feed.followers(deep({ feeds: ['user:1'] }));
    expect(fetch).toHaveBeenCalledTimes(4);
    expect(activity.to).toEqual(['flat:33']);
  });
});

describe('a path', () => {
  it.each([
    ['tweet:1', 'tweet:1'],
    ['a/b', 'a%2Fb'],
    ['a?foreign_id=0', 'a%3Fforeign_id%3D0'],
    ['a#b', 'a%23b'],
    ['../follows', '..%2Ffollows'],
    ['..%2F..', '..%252F..'],
    ['a\\..\\b', 'a%5C..%5Cb'],
    ['день', '%D0%B4%D0%B5%D0%BD%D1%8C'],
  ])('is not changed by the foreign id %s', async (foreignId, segment) => {
    const { feed, sent } = inBrowser();
    await feed.removeActivity({ foreignId });
    const { url } = sent();
    expect(url).toBe(`/api/v1.0/feed/user/11/${segment}/?api_key=${apiKey}&foreign_id=1`);
    expect(new URL(url, HOST).pathname).toBe(`/api/v1.0/feed/user/11/${segment}/`);
  });

  it.each(['', '.', '..', '\ud800'])('has no place for the id %j', async (foreignId) => {
    const { feed, fetch } = inBrowser();
    await expect(feed.removeActivity({ foreignId })).rejects.toThrow('Give the activityId or the foreignId');
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each([{}, { activityId: undefined, foreignId: '' }, { activityId: '' }])(
    'is not made of %j',
    async (which) => {
      const { feed, fetch } = inBrowser();
      await expect(feed.removeActivity(which as { foreignId: string })).rejects.toThrow(
        'Give the activityId',
      );
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  it('that has a query keeps it', async () => {
    const { client, sent } = inBrowser();
    await client.get('feed/user/11/?limit=1', JWT);
    expect(sent().url).toBe(`/api/v1.0/feed/user/11/?limit=1&api_key=${apiKey}`);
  });

  it.each(['../11', 'a/b', 'a:b', '', 'a b', '1\n'])('has no place for the user %j', (userId) => {
    const { feed, client } = inBrowser();
    expect(() => client.feed('user', userId, JWT)).toThrow('Invalid user id');
    return expect(feed.follow('flat', userId)).rejects.toThrow('Invalid user id');
  });
});

describe('a token', () => {
  it('is asked of the option `token` for a feed that has none', async () => {
    const { fetch, sent } = fakeFetch();
    const token = vi.fn(() => Promise.resolve({ token: JWT }));
    await new StreamClient({ apiKey, token, fetch }).feed('flat', '7').get();
    expect(token).toHaveBeenCalledWith({ source: 'getstream', params: { feed: 'flat:7' }, reason: 'first' });
    expect(sent().headers).toMatchObject({ authorization: JWT });
    await new StreamClient({ apiKey, token: FLAT_33, fetch }).feed('flat', '33').get();
    expect(sent().headers).toMatchObject({ authorization: `flat33 ${FLAT_33}` });
  });

  it('of the feed’s own comes before the client’s', async () => {
    const { fetch, sent } = fakeFetch();
    await new StreamClient({ apiKey, token: JWT, sign: () => 'no', fetch }).feed('user', '11', USER_11).get();
    expect(sent().headers).toMatchObject({ authorization: `user11 ${USER_11}` });
  });

  it.each([
    ['none', {}, 'Give the feed a token'],
    ['an empty one', { token: '' }, 'Give the feed a token'],
    ['one that no header can carry', { token: 'se\ncret' }, 'No usable token'],
  ])('that is %s sends nothing and is not quoted', async (_name, options, message) => {
    const { fetch } = fakeFetch();
    const read = new StreamClient({ apiKey, fetch, ...options }).feed('user', '1').get();
    await expect(read).rejects.toMatchObject({ kind: 'auth', message: expect.stringContaining(message) });
    await expect(read).rejects.not.toThrow('cret');
    expect(fetch).not.toHaveBeenCalled();
  });
});
