import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { controlled, ids, log, page, scripted, settled } from './fake-source.js';

describe('pages of a feed', () => {
  it('come one after the other until a page names no next one', async () => {
    const { source, requests } = scripted(page('a b', 'b'), page('c d', 'd'), page('e'));
    const client = new FeedClient(source, { limit: 2 });
    expect([client.status, client.hasMore, ids(client)]).toEqual(['idle', true, '']);

    await client.loadMore();
    expect([client.status, client.hasMore, ids(client)]).toEqual(['ready', true, 'a b']);
    await client.loadMore();
    await client.loadMore();
    expect([client.status, client.hasMore, ids(client)]).toEqual(['ready', false, 'a b c d e']);
    await client.loadMore();

    expect(requests.map(({ skip, limit }) => [skip, limit])).toEqual([
      [undefined, 2],
      ['b', 2],
      ['d', 2],
    ]);
    expect(requests.map((request) => 'skip' in request)).toEqual([false, true, true]);
  });

  it('are asked for by ten when nothing else is said', async () => {
    const { source, requests } = scripted(page('a'));
    await new FeedClient(source).loadMore();
    expect(requests[0]?.limit).toBe(10);
  });

  it.each([0, -1, 1.5, 201, NaN, Infinity])('cannot be asked for by %s', (limit) => {
    const { source } = scripted(page('a'));
    const making = () => new FeedClient(source, { limit });
    expect(making).toThrow(expect.objectContaining({ kind: 'config', option: 'limit', advice: 'setup' }));
  });

  it.each([1, 200])('can be asked for by %s', async (limit) => {
    const { source, requests } = scripted(page('a'));
    await new FeedClient(source, { limit }).loadMore();
    expect(requests[0]?.limit).toBe(limit);
  });

  it('make an empty feed ready, with nothing more to load', async () => {
    const { source } = scripted(page(''));
    const client = new FeedClient(source);
    const changes = log(client);
    await client.loadMore();
    expect([client.status, client.hasMore, client.pages.length]).toEqual(['ready', false, 0]);
    expect(changes).toEqual(['loading', 'ready']);
  });

  it('tell what the source left out', async () => {
    const warning = { path: '[1].url', code: 'bad-url' } as const;
    const client = new FeedClient(scripted({ ...page('a'), warnings: [warning] }).source);
    const told: unknown[] = [];
    client.subscribe((change) => told.push(change));
    await client.loadMore();
    expect(told).toEqual([
      { type: 'state' },
      { type: 'warnings', warnings: [warning] },
      { type: 'page', page: client.pages[0] },
      { type: 'state' },
    ]);
  });
});

describe('an id that comes twice', () => {
  it('in one page is one event, at the first place, with the last data', async () => {
    const answer = page('a b');
    const again = page('a', undefined, 'newer').events;
    const client = new FeedClient(scripted({ ...answer, events: [...answer.events, ...again] }).source);
    await client.loadMore();
    expect(client.events.map(({ id, text }) => [id, text])).toEqual([
      ['a', 'newer'],
      ['b', undefined],
    ]);
  });

  it('in a later page keeps its first place, gets the newest data and renews only the page that holds it', async () => {
    const { source } = scripted(page('a b', 'b'), page('c d', 'd'), page('b e', undefined, 'newer'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.loadMore();
    const [first, second] = client.pages;
    const before = client.pages;
    await client.loadMore();

    expect(ids(client)).toBe('a b c d e');
    expect(client.events[1]?.text).toBe('newer');
    expect(client.pages[0]).not.toBe(first);
    expect(client.pages[1]).toBe(second);
    expect(client.pages).not.toBe(before);
    expect(before.map(({ events }) => events.length)).toEqual([2, 2]);
    expect(first?.events[1]?.text).toBeUndefined();
  });
});

describe('a source that leads nowhere', () => {
  it('ends the feed when it answers the place it was asked for', async () => {
    const { source, requests } = scripted(page('a', 'a'), page('b', 'a'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.loadMore();
    await client.loadMore();
    expect([ids(client), client.hasMore, client.stalled, requests.length]).toEqual(['a b', false, false, 2]);
  });

  it('is asked on by itself past an answer without events and one with known events only', async () => {
    const { source, requests } = scripted(page('a', '1'), page('', '2'), page('a', '3'), page('b', '4'));
    const client = new FeedClient(source);
    const changes = log(client);
    await client.loadMore();
    await client.loadMore();
    expect(requests.map(({ skip }) => skip)).toEqual([undefined, '1', '2', '3']);
    expect([ids(client), client.pages.length, client.stalled]).toEqual(['a b', 2, false]);
    expect(changes).toEqual(['loading', 'page', 'ready', 'loading', 'page', 'ready']);
  });

  it('is given up after three answers that bring nothing new, until the reader asks again', async () => {
    let number = 0;
    const { source, requests } = scripted(page('a', 'first'), () =>
      Promise.resolve(page('a', String(number++))),
    );
    const client = new FeedClient(source);
    await client.loadMore();
    await client.loadMore();
    expect([requests.length, client.status, client.stalled, client.hasMore]).toEqual([
      4,
      'ready',
      true,
      true,
    ]);
    await settled();
    expect(requests.length).toBe(4);

    const again = client.loadMore();
    expect([client.status, client.stalled]).toEqual(['loading', false]);
    await again;
    expect([requests.length, client.stalled, ids(client)]).toEqual([7, true, 'a']);
  });

  it('is not given up when the third answer brings something or ends the feed', async () => {
    const brings = new FeedClient(scripted(page('', '1'), page('', '2'), page('a', '3')).source);
    await brings.loadMore();
    expect([ids(brings), brings.stalled]).toEqual(['a', false]);

    const ends = new FeedClient(scripted(page('', '1'), page('', '2'), page('')).source);
    await ends.loadMore();
    expect([ends.stalled, ends.hasMore]).toEqual([false, false]);
  });

  it('can start with empty answers, without leaving empty pages behind', async () => {
    const client = new FeedClient(scripted(page('', '1'), page('a b')).source);
    await client.loadMore();
    expect(client.pages.map(({ events }) => events.length)).toEqual([2]);
  });
});

describe('refresh', () => {
  it('replaces all pages by the first one, which was asked for anew', async () => {
    const { source, requests } = scripted(page('b c', 'c'), page('d'), page('a b', 'b'), page('c d'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.loadMore();
    const changes = log(client);
    await client.refresh();
    expect([ids(client), client.hasMore, client.pages.length]).toEqual(['a b', true, 1]);
    expect(changes).toEqual(['loading', 'reset', 'ready']);
    await client.loadMore();
    expect(ids(client)).toBe('a b c d');
    expect(requests.map(({ skip }) => skip)).toEqual([undefined, 'c', undefined, 'b']);
  });

  it('leaves what is shown until the answer is there', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    const first = client.loadMore();
    await settled();
    request(0).resolve(page('a'));
    await first;
    const shown = client.pages;
    const second = client.refresh();
    await settled();
    expect([client.status, client.pages]).toEqual(['loading', shown]);
    expect(client.pages).toBe(shown);
    request(1).resolve(page(''));
    await second;
    expect([client.status, ids(client)]).toEqual(['ready', '']);
  });

  it('of a feed that nobody loaded yet loads it', async () => {
    const client = new FeedClient(scripted(page('a')).source);
    await client.refresh();
    expect([client.status, ids(client)]).toEqual(['ready', 'a']);
  });
});
