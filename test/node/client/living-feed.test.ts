import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { ChangingServer } from './changing-server.js';

type Step = { readonly do: string; readonly at: number };

const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom(
    'insert', 'insert', 'insert many', 'delete', 'delete', 'like', 'all at once', 'more', 'more', 'check', 'check', 'show', 'fill', 'fail', 'refresh',
  ), // prettier-ignore
  at: fc.nat({ max: 30 }),
});

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

async function take(client: FeedClient, server: ChangingServer, { do: name, at }: Step): Promise<void> {
  if (name === 'insert') server.insert();
  else if (name === 'insert many') server.insert(1 + (at % 9));
  else if (name === 'delete') server.delete(pick(server.ids, at) ?? '');
  else if (name === 'fail') server.failures = 1 + (at % 3);
  else if (name === 'more') await client.loadMore();
  else if (name === 'refresh') await client.refresh();
  else if (name === 'check') await client.checkNewer();
  else if (name === 'show') client.showNewer();
  else if (name === 'fill') {
    const gaps = client.pages.flatMap(({ gap }, place) => (gap ? [place] : []));
    await client.fillGap(pick(gaps, at) ?? 0);
  } else {
    const liked = pick(client.events, at);
    const like = liked && (liked.thread?.liked ? client.unlike(liked) : client.like(liked));
    if (name === 'like') await like;
    else await Promise.all([client.checkNewer(), like, client.loadMore()]);
  }
}

/** Between two events of one run without a gap nothing is missing that the server has. */
function expectWhole(client: FeedClient, server: ChangingServer): void {
  const shown = client.events.map(({ id }) => id);
  expect(new Set(shown).size).toBe(shown.length);
  const there = shown.filter((id) => server.ids.includes(id)).map(Number);
  expect(there).toEqual([...there].sort((one, other) => other - one));
  let run: string[] = [];
  for (const { events, gap } of client.pages) {
    run.push(...events.map(({ id }) => id));
    if (gap === undefined && client.pages.at(-1)?.events !== events) continue;
    const [newest, oldest] = [Number(run[0]), Number(run.at(-1))];
    const between = server.ids.filter((id) => Number(id) <= newest && Number(id) >= oldest);
    expect(run).toEqual(expect.arrayContaining(between));
    run = [];
  }
}

it('whatever the server, the network and the reader do, nothing is lost, twice or out of order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, size, limit) => {
        const server = new ChangingServer(size);
        const client = new FeedClient(server, { limit });
        await client.loadMore();
        for (const some of steps) {
          await take(client, server, some);
          expectWhole(client, server);
        }
        // And once all is quiet, the reader can reach everything that the server has.
        server.failures = 0;
        await client.checkNewer();
        client.showNewer();
        for (let tries = 0; tries < 80; tries++) {
          const gap = client.pages.findIndex((page) => page.gap);
          if (gap >= 0) await client.fillGap(gap);
          else if (client.hasMore) await client.loadMore();
        }
        expect(client.events.map(({ id }) => id)).toEqual(expect.arrayContaining(server.ids));
        const likes = new Map(server.stored.map(({ id, thread }) => [id, thread?.liked]));
        for (const { id, thread } of client.events) {
          if (likes.has(id))
            expect([id, thread?.liked, thread?.likeCount]).toEqual([
              id,
              likes.get(id),
              Number(likes.get(id)),
            ]);
        }
      },
    ),
    { numRuns: 150 },
  );
});
