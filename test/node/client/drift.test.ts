import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { ApiError } from '../../../src/http/errors.js';
import { ChangingServer } from './changing-server.js';
import { ids, page, scripted } from './fake-source.js';

/** The first two pages of nine events: 9 8 7, 6 5 4. */
async function loaded() {
  const server = new ChangingServer(9);
  const client = new FeedClient(server, { limit: 3 });
  await client.loadMore();
  await client.loadMore();
  server.asked.length = 0;
  return { server, client };
}

describe('a feed that changes while it is read', () => {
  it('names the last event with each request, so that a source can read with overlap', async () => {
    const { source, requests } = scripted(page('a b', '2'), page('c', '3'), page('d'));
    const client = new FeedClient(source);
    for (let load = 0; load < 3; load++) await client.loadMore();
    expect(requests.map(({ after }) => after)).toEqual([undefined, 'b', 'c']);
  });

  it('goes on from the page above when the event that named the place was deleted', async () => {
    const { server, client } = await loaded();
    server.delete('4');
    await client.loadMore();
    expect([server.asked, ids(client), client.status]).toEqual([['4', '7'], '9 8 7 6 5 4 3', 'ready']);
    await client.loadMore();
    expect([ids(client), client.hasMore]).toEqual(['9 8 7 6 5 4 3 2 1', false]);
  });

  it('goes back to the first page where it must, and leaves what is newer there to a look', async () => {
    const { server, client } = await loaded();
    server.delete('7', '4');
    server.insert();
    await client.loadMore();
    expect(server.asked).toEqual(['4', '7', 'first', '8']);
    expect([ids(client), client.newerCount]).toEqual(['9 8 7 6 5 4 3', 0]);
    await client.checkNewer();
    client.showNewer();
    expect(ids(client)).toBe('10 9 8 7 6 5 4 3');
  });

  it('goes back three pages and to the first at most, and then the first error is the one that counts', async () => {
    const server = new ChangingServer(30);
    const client = new FeedClient(server, { limit: 3 });
    for (let load = 0; load < 7; load++) await client.loadMore();
    server.asked.length = 0;
    server.delete(...client.events.map(({ id }) => id));
    await client.loadMore();
    expect(server.asked).toEqual(['10', '13', '16', '19', 'first']);
    expect([client.status, client.error?.code, client.count]).toEqual(['error', 100, 21]);
  });

  it('does not go back from above a gap: nobody knows what of that belongs into it', async () => {
    const server = new ChangingServer(1);
    const client = new FeedClient(server, { limit: 1 });
    await client.loadMore();
    server.insert(3);
    await client.checkNewer();
    client.showNewer();
    server.insert(3);
    await client.checkNewer();
    client.showNewer();
    server.delete('4');
    server.asked.length = 0;
    await client.fillGap(1);
    expect([ids(client), client.pages[1]?.gap]).toEqual(['7 4 1', 'failed']);
    expect(server.asked).toEqual(['4']);
  });

  it('tells a failure that may pass as it is, whichever of the requests it is of', async () => {
    const { server, client } = await loaded();
    server.failures = 1;
    await client.loadMore();
    expect([server.asked, client.error?.kind]).toEqual([['4'], 'http']);
    const error = new ApiError('No such place.', { advice: 'setup' });
    let asked = 0;
    const { source, requests } = scripted(page('a', 'a'), page('b', 'b'), () => {
      if (++asked === 1) return Promise.reject(error);
      return Promise.reject(new Error('offline'));
    });
    const other = new FeedClient(source);
    for (let load = 0; load < 3; load++) await other.loadMore();
    expect([requests.length, other.error?.kind, other.error?.advice]).toEqual([4, 'network', 'retry']);
  });

  it('does not go back for a first page that fails', async () => {
    const { source, requests } = scripted(() => Promise.reject(new ApiError('No.', { advice: 'setup' })));
    const client = new FeedClient(source);
    await client.loadMore();
    expect([requests.length, client.error?.kind]).toEqual([1, 'api']);
  });

  it('gets a page back that was let go, though its place was deleted or has moved', async () => {
    const { server, client } = await loaded();
    client.letGo(new Set([1]));
    server.delete('7');
    await client.bringBack(1);
    expect(ids(client)).toBe('9 8 7 6 5 4');

    // Places are numbers, and one event came on top.
    const numbered = ['e', 'd', 'c', 'b', 'a'];
    const { source } = scripted(({ skip = '0', limit }) => {
      const end = Number(skip) + limit;
      return Promise.resolve(page(numbered.slice(Number(skip), end).join(' '), String(end)));
    });
    const other = new FeedClient(source, { limit: 2 });
    await other.loadMore();
    await other.loadMore();
    other.letGo(new Set([1]));
    numbered.unshift('f');
    await other.bringBack(1);
    expect(ids(other)).toBe('e d c b');
  });
});
