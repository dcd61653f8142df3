import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { page } from './fake-source.js';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A source that speaks up by itself, and whose answers take so many ms. */
async function live(ms = 0) {
  const state = { heard: 0, ended: 0, asked: 0, change: (): void => undefined };
  const source: FeedSource = {
    name: 'live',
    page: async () => {
      state.asked += 1;
      await new Promise((resolve) => setTimeout(resolve, ms));
      return page('a');
    },
    subscribe: (onChange) => {
      state.heard += 1;
      state.change = onChange;
      return () => {
        state.ended += 1;
      };
    },
  };
  const client = new FeedClient(source);
  void client.loadMore();
  await vi.advanceTimersByTimeAsync(ms);
  state.asked = 0;
  return { client, state };
}

describe('a source that says when something has changed', () => {
  it('is heard as long as anybody listens to the client, once', async () => {
    const { client, state } = await live();
    expect(state.heard).toBe(0);
    const ends = [client.subscribe(() => undefined), client.subscribe(() => undefined)];
    expect(state.heard).toBe(1);
    ends[0]?.();
    expect(state.ended).toBe(0);
    ends[1]?.();
    ends[1]?.();
    expect([state.heard, state.ended]).toEqual([1, 1]);
    client.subscribe(() => undefined);
    expect(state.heard).toBe(2);
  });

  it('makes the client look once a second at most', async () => {
    const { client, state } = await live();
    client.subscribe(() => undefined);
    for (let call = 0; call < 29; call++) {
      state.change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(state.asked).toBe(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state.asked).toBe(3);
  });

  it('never makes it look twice at once: it looks once more when the look has ended', async () => {
    const { client, state } = await live(5000);
    client.subscribe(() => undefined);
    state.change();
    await vi.advanceTimersByTimeAsync(1500);
    state.change();
    await vi.advanceTimersByTimeAsync(1500);
    state.change();
    await vi.advanceTimersByTimeAsync(2500);
    expect(state.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state.asked).toBe(2);
  });

  it('has its first page read again where nothing is newer, and only then', async () => {
    const asked: string[] = [];
    let answers = [page(''), page('b')];
    let change = (): void => undefined;
    const client = new FeedClient({
      name: 'live',
      page: () => {
        asked.push('page');
        return Promise.resolve({ ...page('a'), newest: 'a' });
      },
      newer: () => {
        asked.push('newer');
        return Promise.resolve(answers.shift() ?? page(''));
      },
      subscribe: (onChange) => {
        change = onChange;
        return () => undefined;
      },
    });
    client.subscribe(() => undefined);
    await client.loadMore();
    for (const want of [['newer', 'page'], ['newer']]) {
      asked.length = 0;
      change();
      await vi.advanceTimersByTimeAsync(1000);
      expect(asked).toEqual(want);
    }
    expect(client.newerCount).toBe(1);
    // By itself, nothing has changed.
    answers = [];
    asked.length = 0;
    await client.checkNewer();
    expect(asked).toEqual(['newer']);
  });

  it('has its first page read again where the counts tell of more than what is newer', async () => {
    const asked: string[] = [];
    const unread = (id: string, unread: number, read: boolean) => ({
      ...page(id),
      events: page(id).events.map((event) => ({ ...event, read })),
      unread,
      newest: 'a',
    });
    const newer = [unread('b', 4, false), unread('c', 1, false)];
    const client = new FeedClient({
      name: 'live',
      page: () => {
        asked.push('page');
        return Promise.resolve(asked.length > 1 ? unread('c', 1, false) : unread('a', 3, false));
      },
      newer: () => {
        asked.push('newer');
        return Promise.resolve(newer.shift() ?? page(''));
      },
    });
    await client.loadMore();
    await client.checkNewer();
    expect([client.unread, asked]).toEqual([4, ['page', 'newer']]);
    await client.checkNewer();
    expect([client.unread, asked]).toEqual([1, ['page', 'newer', 'newer', 'page']]);
    await client.checkNewer();
    expect(asked).toHaveLength(5);
  });

  it('is heard no more when nobody listens, whatever it says', async () => {
    const { client, state } = await live();
    const end = client.subscribe(() => undefined);
    state.change();
    end();
    state.change();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(5000);
    expect(state.asked).toBe(0);
  });

  it('is not missed while the feed is loaded anew: the look comes afterwards', async () => {
    const { client, state } = await live(5000);
    client.subscribe(() => undefined);
    void client.refresh();
    state.change();
    await vi.advanceTimersByTimeAsync(4000);
    expect(state.asked).toBe(1);
    await vi.advanceTimersByTimeAsync(6000);
    expect(state.asked).toBe(2);
  });

  it('causes no look that waits for another one when nobody listens any more', async () => {
    const { client, state } = await live(5000);
    const end = client.subscribe(() => undefined);
    void client.checkNewer();
    state.change();
    await vi.advanceTimersByTimeAsync(2000);
    end();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(state.asked).toBe(1);
  });

  it('costs nothing when it throws', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const source: FeedSource = {
      name: 'broken',
      page: () => Promise.resolve(page('a')),
      subscribe: () => {
        throw new TypeError('boom');
      },
    };
    const client = new FeedClient(source);
    client.subscribe(() => undefined)();
    await client.loadMore();
    expect([client.status, error.mock.calls.length]).toEqual(['ready', 1]);
    error.mockRestore();
  });
});
