import fc from 'fast-check';
import { getResponse } from 'msw';
import { expect, it } from 'vitest';
import { createSandbox, type Sandbox } from '../../../demo/sandbox/handlers.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import { FeedClient } from '../../../src/client/feed-client.js';
import { tokenFromUrl } from '../../../src/http/token-url.js';
import { mailru } from '../../../src/sources/mailru/mailru.js';

/** A reader's feed over a sandbox that checks every signature. */
function setUp() {
  const sandbox = createSandbox({ events: 24, now: new Date('2026-11-22T10:00:00Z') });
  const fetch = async (url: string, init: RequestInit) =>
    (await getResponse([...sandbox.handlers], new Request(url, init))) ?? Response.error();
  const source = mailru({
    endpoint: 'https://sandbox.example/platform/api',
    appId: vendorExample.appId,
    token: tokenFromUrl('https://sandbox.example/feed-token', fetch),
    // No pauses between tries.
    http: { fetch, random: () => 0 },
  });
  return { sandbox, client: new FeedClient(source, { limit: 5 }) };
}

const idsOf = ({ world }: Sandbox): string[] => world.events.map(({ id }) => String(id));

type Parts = ReturnType<typeof setUp>;

const DEEDS: Readonly<Record<string, (parts: Parts, at: number) => unknown>> = {
  insert: ({ sandbox }) => sandbox.world.insert(),
  'insert many': ({ sandbox }, at) => Array.from({ length: 6 + (at % 4) }, () => sandbox.world.insert()),
  delete({ sandbox }, at) {
    const ids = idsOf(sandbox);
    sandbox.world.remove(ids[at % ids.length] ?? '');
  },
  'delete the last that is shown': ({ sandbox, client }) =>
    sandbox.world.remove(client.events.at(-1)?.id ?? ''),
  scroll: ({ client }) => client.loadMore(),
  async poll({ client }) {
    await client.checkNewer();
    client.showNewer();
  },
  async fill({ client }) {
    await client.fillGap(client.pages.findIndex(({ gap }) => gap));
  },
  like({ client }, at) {
    const likeable = client.events.filter(({ thread }) => thread?.likeable);
    const event = likeable[at % Math.max(likeable.length, 1)];
    return event && (event.thread?.liked ? client.unlike(event) : client.like(event));
  },
  'fail once': ({ sandbox }) => {
    sandbox.faults.every = { n: 2, status: 503 };
  },
  recover: ({ sandbox }) => {
    sandbox.faults.every = undefined;
  },
};

const names = Object.keys(DEEDS);

it('what a reader is shown is what the server has, in order and once, whatever happens there meanwhile', async () => {
  const deeds = fc.array(fc.record({ name: fc.constantFrom(...names, 'scroll', 'poll'), at: fc.nat(40) }), {
    maxLength: 14,
  });
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const parts = setUp();
      const { sandbox, client } = parts;
      await client.loadMore();
      for (const { name, at } of list) {
        await DEEDS[name]?.(parts, at);
        const shown = client.events.map(({ id }) => id);
        expect(new Set(shown).size).toBe(shown.length);
        const there = new Set(shown);
        const served = idsOf(sandbox);
        expect(shown.filter((id) => served.includes(id))).toEqual(served.filter((id) => there.has(id)));
      }
      // At rest: all that the server has, and nothing that it never had.
      sandbox.faults.every = undefined;
      await client.checkNewer();
      client.showNewer();
      for (let tries = 0; tries < 40 && (client.hasMore || client.pages.some(({ gap }) => gap)); tries += 1) {
        const gap = client.pages.findIndex((page) => page.gap);
        await (gap >= 0 ? client.fillGap(gap) : client.loadMore());
      }
      const served = new Set(idsOf(sandbox));
      const shown = client.events.filter(({ id }) => served.has(id));
      expect(shown.map(({ id }) => id)).toEqual([...served]);
      const liked = sandbox.world.events.map(({ is_liked_by_me }) => Number(is_liked_by_me ?? 0));
      expect(shown.map(({ thread }) => Number(thread?.liked ?? false))).toEqual(liked);
    }),
    { numRuns: 8, seed: 20261122 },
  );
}, 30_000);
