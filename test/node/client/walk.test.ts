import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { HttpError } from '../../../src/http/errors.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { event } from './fake-source.js';

/** Newest first; a page starts after the event `skip` names, or where it stood when it is gone. Ids only fall. */
class FakeServer implements FeedSource {
  readonly name = 'fake';
  stored: number[];
  newest: number;
  failures = 0;
  version = 0;

  constructor(size: number) {
    this.stored = Array.from({ length: size }, (_, i) => size - i);
    this.newest = size;
  }

  insert(): void {
    this.stored.unshift(++this.newest);
    this.version += 1;
  }

  async page({ skip, limit }: { skip?: string; limit: number }) {
    await Promise.resolve();
    if (this.failures > 0) {
      this.failures -= 1;
      throw new HttpError('No.', { status: 503 });
    }
    // One event more than asked for, from before the place: what an offset that drifts would bring.
    const older = this.stored.filter((id) => skip === undefined || id <= Number(skip));
    const ids = older.slice(0, limit + 1);
    const last = ids.at(-1);
    return {
      events: ids.map((id) => event(String(id), `v${String(this.version)}`)),
      warnings: [],
      ...(older.length > ids.length && last !== undefined && { skip: String(last) }),
    };
  }
}

type Step = 'loadMore' | 'refresh' | 'retry' | 'fail' | 'insert' | 'start and stop' | 'refresh over a load';

const steps = fc.array(
  fc.constantFrom<Step>(
    'loadMore',
    'refresh',
    'retry',
    'fail',
    'insert',
    'start and stop',
    'refresh over a load',
  ),
  { maxLength: 30 },
);

async function walk(client: FeedClient, server: FakeServer, step: Step): Promise<void> {
  if (step === 'fail') server.failures += 1;
  else if (step === 'insert') server.insert();
  else if (step === 'start and stop') {
    const load = client.loadMore();
    client.stop();
    await load;
  } else if (step === 'refresh over a load') {
    const load = client.loadMore();
    await Promise.all([client.refresh(), load]);
  } else await client[step]();
}

describe('whatever a reader, the network and the server do', () => {
  it('no id is shown twice, none is missing in between, and a failure costs nothing that was shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 1, max: 5 }),
        async (path, size, limit) => {
          const server = new FakeServer(size);
          const client = new FeedClient(server, { limit });
          for (const step of path) {
            const before = client.pages;
            await walk(client, server, step);

            const shown = client.events.map(({ id }) => Number(id));
            const [first, last] = [shown[0] ?? 0, shown.at(-1) ?? 0];
            expect(shown).toEqual(server.stored.filter((id) => id <= first && id >= last));
            expect(client.pages.every(({ events }) => events.length > 0)).toBe(true);
            if (client.status === 'error') expect(client.pages).toBe(before);
            if (step === 'loadMore') expect(client.pages.length).toBeGreaterThanOrEqual(before.length);
            if (client.status === 'ready' && !client.hasMore) expect(shown.at(-1) ?? 1).toBe(1);
          }

          server.failures = 0;
          await client.refresh();
          for (let i = 0; client.hasMore && i < 60; i++) await client.loadMore();
          expect(client.events.map(({ id }) => Number(id))).toEqual(server.stored);
        },
      ),
      { numRuns: 300 },
    );
  });
});
