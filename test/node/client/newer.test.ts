import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { HttpError } from '../../../src/http/errors.js';
import type { Page } from '../../../src/model/event.js';
import type { FeedSource, NewerRequest } from '../../../src/sources/source.js';
import { ChangingServer } from './changing-server.js';
import { controlled, ids, log, page, scripted, settled } from './fake-source.js';

async function loaded(size: number, limit = 3) {
  const server = new ChangingServer(size);
  const client = new FeedClient(server, { limit });
  await client.loadMore();
  return { server, client, changes: log(client) };
}

const waits = ({ newerCount, newerIsMore }: FeedClient) => `${String(newerCount)}${newerIsMore ? '+' : ''}`;
const gaps = ({ pages }: FeedClient) => pages.map(({ gap }) => gap ?? '-').join(' ');

describe('what is newer', () => {
  it('waits until the reader wishes to see it, and is then the first page', async () => {
    const { server, client, changes } = await loaded(5);
    const before = client.pages;
    server.insert(2);
    await client.checkNewer();
    expect([ids(client), waits(client), changes, client.count]).toEqual(['5 4 3', '2', ['newer'], 3]);
    expect(client.pages).toEqual(before);
    client.showNewer();
    expect([ids(client), waits(client), gaps(client)]).toEqual(['7 6 5 4 3', '0', '- -']);
    expect(changes).toEqual(['newer', 'page', 'newer']);
    expect(client.pages[1]).toBe(before[0]);
    client.showNewer();
    expect(changes.length).toBe(3);
  });

  it('adds up over several looks, each event once', async () => {
    const { server, client } = await loaded(3);
    for (let look = 1; look <= 3; look++) {
      server.insert();
      await client.checkNewer();
      expect(waits(client)).toBe(String(look));
    }
    client.showNewer();
    expect([ids(client), client.pages.length]).toEqual(['6 5 4 3 2 1', 2]);
  });

  it('has a gap below it where a look does not reach what is known', async () => {
    const { server, client } = await loaded(3);
    server.insert();
    await client.checkNewer();
    server.insert(5);
    await client.checkNewer();
    expect(waits(client)).toBe('4+');
    server.insert();
    await client.checkNewer();
    expect(waits(client)).toBe('5+');
    client.showNewer();
    expect([ids(client), gaps(client)]).toEqual(['10 9 8 7 4 3 2 1', 'open - -']);
  });

  it('of an empty feed shows through the pill too, and the feed goes on below it', async () => {
    const { server, client } = await loaded(0);
    server.insert(5);
    await client.checkNewer();
    expect([ids(client), waits(client)]).toEqual(['', '3+']);
    client.showNewer();
    expect([ids(client), gaps(client), client.hasMore]).toEqual(['5 4 3', '-', true]);
    await client.loadMore();
    expect(ids(client)).toBe('5 4 3 2 1');
  });

  it('is forgotten when the feed is loaded anew', async () => {
    const { server, client, changes } = await loaded(3);
    server.insert();
    await client.checkNewer();
    await client.refresh();
    expect([ids(client), waits(client)]).toEqual(['4 3 2', '0']);
    expect(changes).toEqual(['newer', 'loading', 'reset', 'newer', 'ready']);
  });

  it('is not looked for before the first page, during a refresh, or twice at once', async () => {
    const { source, requests, request } = controlled();
    const client = new FeedClient(source);
    await client.checkNewer();
    const load = client.loadMore();
    await settled();
    await client.checkNewer();
    expect(requests.length).toBe(1);
    request(0).resolve(page('a'));
    await load;
    const looks = [client.checkNewer(), client.checkNewer()];
    await settled();
    expect(requests.length).toBe(2);
    const refresh = client.refresh();
    await settled();
    request(2).resolve(page('b'));
    await refresh;
    // It was about pages that are gone.
    request(1).resolve(page('c a'));
    await Promise.all(looks);
    expect([ids(client), waits(client)]).toEqual(['b', '0']);
    void client.refresh();
    await settled();
    await client.checkNewer();
    expect(requests.length).toBe(4);
  });

  it('is dropped when the feed stops meanwhile', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    const load = client.loadMore();
    await settled();
    request(0).resolve(page('a'));
    await load;
    const changes = log(client);
    const look = client.checkNewer();
    await settled();
    client.stop();
    request(1).resolve(page('b a'));
    await look;
    expect([request(1).signal.aborted, waits(client), changes]).toEqual([true, '0', []]);
  });

  it('cannot be had: only an error says so', async () => {
    const { server, client } = await loaded(3);
    const told: unknown[] = [];
    client.subscribe((change) => told.push(change));
    const { pages } = client;
    server.failures = 1;
    await client.checkNewer();
    expect(told).toEqual([{ type: 'error', error: expect.any(HttpError) as unknown, doing: 'newer' }]);
    expect([client.pages === pages, client.status, client.error]).toEqual([true, 'ready', undefined]);
  });

  it('tells counts, and warnings only with something new', async () => {
    const warning = { path: '[1]', code: 'bad-id' } as const;
    const faulty = { ...page('a'), warnings: [warning], unread: 1 };
    const { source } = scripted(page('a'), faulty, { ...faulty, ...page('b a'), warnings: [warning] });
    const client = new FeedClient(source);
    await client.loadMore();
    const changes = log(client);
    await client.checkNewer();
    expect([changes, client.unread]).toEqual([['counts'], 1]);
    await client.checkNewer();
    expect(changes).toEqual(['counts', 'warnings', 'newer']);
  });

  it('that waits is not shown by a later page as well', async () => {
    const { source } = scripted(page('b', '1'), page('a b'), page('a c', '2'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.checkNewer();
    await client.loadMore();
    expect([ids(client), waits(client)]).toEqual(['b c', '1']);
    client.showNewer();
    expect(ids(client)).toBe('a b c');
  });
});

it('what is newer is found below a known event that moved up', async () => {
  const { source } = scripted(page('a b', 'b'), page('b x a', 'a'));
  const client = new FeedClient(source);
  await client.loadMore();
  await client.checkNewer();
  client.showNewer();
  expect([ids(client), gaps(client)]).toEqual(['x a b', '- -']);
});

describe('a look at what is known', () => {
  it('renews what changed, and nothing else is another object', async () => {
    const { server, client, changes } = await loaded(5);
    await client.loadMore();
    const { pages } = client;
    const [first, second] = client.events;
    await client.checkNewer();
    expect([client.pages === pages, changes.includes('events')]).toEqual([true, false]);
    await server.like(first ?? server.stored[0]!);
    await client.checkNewer();
    expect(client.events[0]?.thread?.liked).toBe(true);
    expect(client.pages[0] === pages[0]).toBe(false);
    expect(client.pages[0]?.key === pages[0]?.key && pages[0]?.key !== pages[1]?.key).toBe(true);
    expect([client.events[1] === second, client.pages[1] === pages[1], changes.at(-1)]).toEqual([
      true,
      true,
      'events',
    ]);
  });

  it('takes away what was deleted, as far as it can tell', async () => {
    const { server, client } = await loaded(9);
    await client.loadMore();
    server.delete('9', '8', '4');
    await client.checkNewer();
    // The answer was 7 6 5: of 4 it says nothing.
    expect([ids(client), client.count, client.pages.map(({ count }) => count)]).toEqual([
      '7 6 5 4',
      4,
      [1, 3],
    ]);
  });

  it('takes away a page with its last event, and its gap is then below the page above it', async () => {
    const { server, client } = await loaded(2, 2);
    server.insert(6);
    await client.checkNewer();
    client.showNewer();
    server.insert();
    await client.checkNewer();
    client.showNewer();
    expect([ids(client), gaps(client)]).toEqual(['9 8 7 2 1', '- open -']);
    server.delete('8');
    await client.checkNewer();
    server.delete('7');
    server.insert();
    await client.checkNewer();
    client.showNewer();
    expect(ids(client)).toBe('10 9 7 2 1');
  });

  it('takes nothing away where the order is another one: it may have moved', async () => {
    const { source } = scripted(page('a b c d'), page('c a d'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.checkNewer();
    expect(ids(client)).toBe('a b c d');
  });
});

describe('a source that tells what is newer', () => {
  function telling(first: Page, ...answers: Page[]) {
    const asked: NewerRequest[] = [];
    const { source, requests } = scripted(first);
    const newer: FeedSource['newer'] = (request) => {
      const answer = answers[asked.length] ?? page('');
      asked.push(request);
      return Promise.resolve(answer);
    };
    return { client: new FeedClient({ ...source, newer }, { limit: 5 }), asked, requests };
  }

  it('is asked with the newest place it told', async () => {
    const { client, asked, requests } = telling(
      { ...page('b', 'b'), newest: '1' },
      { ...page('c'), newest: '2' },
      page(''),
    );
    await client.loadMore();
    for (let look = 0; look < 3; look++) await client.checkNewer();
    expect(asked.map(({ newest, limit }) => [newest, limit])).toEqual([
      ['1', 5],
      ['2', 5],
      ['2', 5],
    ]);
    expect([waits(client), ids(client), requests.length]).toEqual(['1', 'b', 1]);
  });

  it('is asked for its first page where it told no place', async () => {
    const { client, asked, requests } = telling(page('b'));
    await client.loadMore();
    await client.checkNewer();
    expect([asked.length, requests.length]).toEqual([0, 2]);
  });

  it('has more where its answer does not end, and a known event moved up is only renewed', async () => {
    const first = { ...page('b a', 'a'), newest: '1' };
    const { client } = telling(first, { ...page('d a c', 'c', 'again'), newest: '2' });
    await client.loadMore();
    await client.checkNewer();
    expect(waits(client)).toBe('2+');
    client.showNewer();
    expect([ids(client), gaps(client), client.events[3]?.text]).toEqual(['d c b a', 'open -', 'again']);
  });
});
