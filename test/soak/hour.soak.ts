import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FeedClient } from '../../src/client/feed-client.js';
import { mailru } from '../../src/sources/mailru/mailru.js';
import type { FeedSource } from '../../src/sources/source.js';
import { LongFeed } from './long-feed.js';

const EVENTS = 100_000;
const LIMIT = 50;
/** As `<feed-list>` does it by default. */
const RETAIN = 10_000;

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
});

afterEach(() => {
  vi.useRealTimers();
});

const heap = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

it('reads 100,000 events in an hour of faults, each once, and leaves nothing behind', async () => {
  const feed = new LongFeed(EVENTS);
  const { random } = feed;
  const source = mailru({
    endpoint: 'https://feeds.example/platform/api',
    appId: '1',
    token: feed.token,
    http: { fetch: feed.fetch, random, now: () => performance.now() },
  });
  const signals = new Set<AbortSignal>();
  const watched: FeedSource = {
    ...source,
    page(request) {
      signals.add(request.signal);
      return source.page(request);
    },
  };
  const client = new FeedClient(watched, { limit: LIMIT });
  const shown = new Map<string, number>();
  const removed = new Set<string>();
  let errors = 0;
  /** Listeners at the signals of loads that have ended. */
  let left = 0;
  client.subscribe((change) => {
    if (change.type === 'error') errors += 1;
    if (change.type !== 'page') return;
    for (const { id } of change.page.events) shown.set(id, (shown.get(id) ?? 0) + 1);
  });

  /** Time goes on until this is settled. */
  const through = async (doing: Promise<unknown>) => {
    let isDone = false;
    void doing.finally(() => (isDone = true));
    while (!isDone) await vi.advanceTimersByTimeAsync(100);
  };

  const heaps: number[] = [];
  let minute = 0;
  while (client.hasMore || performance.now() < 3_600_000) {
    if (client.hasMore) await through(client.status === 'error' ? client.retry() : client.loadMore());
    await vi.advanceTimersByTimeAsync(1700);
    if (performance.now() / 60_000 > minute) {
      minute += 1;
      for (let i = 0; i < 3; i += 1) feed.insert();
      // One that was shown, and the very last one, which the next page is to follow.
      const last = client.events.at(-1)?.id;
      const gone = [String(feed.ids[9]), minute % 5 === 0 ? last : undefined];
      for (const id of gone) {
        if (id === undefined) continue;
        removed.add(id);
        feed.remove(Number(id));
      }
      await through(client.checkNewer());
      client.showNewer();
      for (const [place, page] of client.pages.entries()) if (page.gap) await through(client.fillGap(place));
      const far = client.pages.length - RETAIN / LIMIT;
      if (far > 0) client.letGo(new Set(Array.from({ length: far }, (_, place) => place)));
      left += [...signals].flatMap((signal) => getEventListeners(signal, 'abort')).length;
      signals.clear();
      heaps.push(heap());
    }
  }
  await vi.advanceTimersByTimeAsync(600_000);

  const good = feed.ids.filter((id) => !feed.isMalformed(id)).map(String);
  const lost = good.filter((id) => !shown.has(id));
  const twice = [...shown].filter(([, times]) => times > 1);
  console.info('soak: %o', {
    minutes: Math.round(performance.now() / 60_000),
    shown: shown.size,
    removed: removed.size,
    errors,
    ...feed.counts,
    heapMb: [heaps[4], heaps[Math.floor(heaps.length / 2)], heaps.at(-1)].map((mb) => Number(mb?.toFixed(1))),
  });
  expect(lost).toEqual([]);
  expect(twice).toEqual([]);
  expect(feed.mostRenewals).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
  expect(left).toBe(0);
  // Ten thousand events are kept; after ten minutes they were there.
  expect((heaps.at(-1) ?? Infinity) / (heaps[10] ?? 0)).toBeLessThan(2);
});
