import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { HttpError } from '../../../src/http/errors.js';
import { ChangingServer } from './changing-server.js';
import { controlled, ids, log, page, scripted, settled } from './fake-source.js';

const gaps = ({ pages }: FeedClient) => pages.map(({ gap }) => gap ?? '-').join(' ');

/** The events 3 2 1 are shown, and above them the newest three of so many more. */
async function torn(more: number) {
  const server = new ChangingServer(3);
  const client = new FeedClient(server, { limit: 3 });
  await client.loadMore();
  server.insert(more);
  await client.checkNewer();
  client.showNewer();
  server.asked.length = 0;
  return { server, client, changes: log(client) };
}

describe('a gap', () => {
  it('is filled page by page, and moves down with each one until it is gone', async () => {
    const { server, client, changes } = await torn(8);
    expect([ids(client), gaps(client)]).toEqual(['11 10 9 3 2 1', 'open -']);
    const shown = client.pages[1];
    const fill = client.fillGap(0);
    expect([gaps(client), changes]).toEqual(['loading -', ['events']]);
    await Promise.all([fill, client.fillGap(0)]);
    expect([ids(client), gaps(client)]).toEqual(['11 10 9 8 7 6 3 2 1', '- open -']);
    expect([changes, server.asked]).toEqual([['events', 'page', 'events'], ['9']]);
    await client.fillGap(1);
    expect([ids(client), gaps(client)]).toEqual(['11 10 9 8 7 6 5 4 3 2 1', '- - - -']);
    expect(client.pages.at(-1)).toBe(shown);
    await client.fillGap(0);
    await client.fillGap(9);
    expect(server.asked).toEqual(['9', '6']);
  });

  it('of more than one page is told once', async () => {
    const server = new ChangingServer(3);
    const client = new FeedClient(server, { limit: 40 });
    await client.loadMore();
    server.insert(90);
    await client.checkNewer();
    client.showNewer();
    const told: number[] = [];
    client.subscribe((change) => {
      if (change.type === 'page') told.push(change.page.events.length);
    });
    await client.fillGap(client.pages.findIndex((shown) => shown.gap));
    expect(told).toEqual([40]);
  });

  it('that holds nothing is gone with one request, without a page', async () => {
    const { server, client, changes } = await torn(4);
    server.delete('4');
    await client.fillGap(0);
    expect([gaps(client), changes, server.asked.length]).toEqual(['- -', ['events', 'events'], 1]);
  });

  it('that cannot be filled says so, and can be tried again', async () => {
    const { server, client } = await torn(5);
    const told: unknown[] = [];
    client.subscribe((change) => told.push(change));
    server.failures = 1;
    await client.fillGap(0);
    expect(told).toEqual([
      { type: 'events' },
      { type: 'error', error: expect.any(HttpError) as unknown, doing: 'gap' },
      { type: 'events' },
    ]);
    expect([gaps(client), client.status]).toEqual(['failed -', 'ready']);
    await client.fillGap(0);
    expect([ids(client), gaps(client)]).toEqual(['8 7 6 5 4 3 2 1', '- - -']);
  });

  it('is open again when the feed stops, and forgotten when it is loaded anew', async () => {
    const { client } = await torn(8);
    const fill = client.fillGap(0);
    client.stop();
    await fill;
    expect([ids(client), gaps(client)]).toEqual(['11 10 9 3 2 1', 'open -']);
    const late = client.fillGap(0);
    await client.refresh();
    await late;
    expect([ids(client), gaps(client)]).toEqual(['11 10 9', '-']);
  });

  it('is asked for three times at most when nothing new comes', async () => {
    let number = 0;
    const { source, requests } = scripted(page('a'), page('c b', 'b'), () =>
      Promise.resolve(page('b', String(number++))),
    );
    const client = new FeedClient(source);
    await client.loadMore();
    await client.checkNewer();
    client.showNewer();
    await client.fillGap(0);
    await settled();
    expect([requests.length, gaps(client), ids(client)]).toEqual([5, 'open -', 'c b a']);
  });

  it('is left when its page goes away meanwhile: the page above it has it then', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    const end = async (number: number, answer: ReturnType<typeof page>, running: Promise<void>) => {
      await settled();
      request(number).resolve(answer);
      await running;
    };
    await end(0, page('a'), client.loadMore());
    for (const [at, answer] of [page('c', 'c'), page('d c', 'c')].entries()) {
      await end(at + 1, answer, client.checkNewer());
      client.showNewer();
    }
    const fill = client.fillGap(1);
    await end(4, page('d a'), client.checkNewer());
    await end(3, page('b a'), fill);
    expect([ids(client), gaps(client)]).toEqual(['d a', 'open -']);
    await end(5, page('b a'), client.fillGap(0));
    expect([ids(client), gaps(client)]).toEqual(['d b a', '- - -']);
  });

  it('ends where the feed does', async () => {
    const { source } = scripted(page('a'), page('c', 'c'), page('b'));
    const client = new FeedClient(source);
    await client.loadMore();
    await client.checkNewer();
    client.showNewer();
    await client.fillGap(0);
    expect([ids(client), gaps(client)]).toEqual(['c b a', '- - -']);
  });

  it('whose place was deleted is found again from above', async () => {
    const { server, client } = await torn(8);
    await client.fillGap(0);
    server.delete('6');
    await client.fillGap(1);
    expect([ids(client), gaps(client)]).toEqual(['11 10 9 8 7 6 5 3 2 1', '- - open -']);
    await client.fillGap(2);
    expect([ids(client), gaps(client)]).toEqual(['11 10 9 8 7 6 5 4 3 2 1', '- - - - -']);
    const again = await torn(5);
    again.server.delete('6');
    again.server.insert();
    await again.client.fillGap(0);
    // The first page holds one that is newer than all: it is not for here.
    expect([ids(again.client), gaps(again.client)]).toEqual(['8 7 6 5 4 3 2 1', '- - -']);
  });
});
