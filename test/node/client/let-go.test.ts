import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { HttpError } from '../../../src/http/errors.js';
import { event, log } from './fake-source.js';

/** Three pages of two events; what an answer leaves out, and whether it comes, can be set. */
async function loaded() {
  const state = { gone: new Set<string>(), fails: false, asked: [] as string[] };
  const pages = [
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ];
  const client = new FeedClient({
    name: 'three',
    page: ({ skip = '0' }) => {
      state.asked.push(skip);
      if (state.fails) return Promise.reject(new HttpError('No.'));
      const at = Number(skip);
      const ids = (pages[at] ?? []).filter((id) => !state.gone.has(id));
      return Promise.resolve({
        events: ids.map((id) => event(id)),
        skip: at < 2 ? String(at + 1) : undefined,
        warnings: [],
      });
    },
  });
  for (let page = 0; page < 3; page++) await client.loadMore();
  state.asked = [];
  return { client, state };
}

const idsOf = (client: FeedClient) => client.events.map(({ id }) => id).join(' ');

describe('a page that is let go', () => {
  it('has no events, and counts as before', async () => {
    const { client } = await loaded();
    client.letGo(new Set([1, 2]));
    expect(idsOf(client)).toBe('a b');
    expect(client.count).toBe(6);
    expect(client.pages.map(({ count }) => count)).toEqual([2, 2, 2]);
  });

  it('is not the first one, for what stands on top is soon something else', async () => {
    const { client } = await loaded();
    client.letGo(new Set([0]));
    expect(idsOf(client)).toBe('a b c d e f');
  });

  it('is none while a second list shows the feed', async () => {
    const { client } = await loaded();
    const ends = [client.subscribe(() => undefined), client.subscribe(() => undefined)];
    client.letGo(new Set([1]));
    expect(idsOf(client)).toBe('a b c d e f');
    ends[0]?.();
    client.letGo(new Set([1]));
    expect(idsOf(client)).toBe('a b e f');
  });

  it('comes back from where it started, by one request however often it is asked for', async () => {
    const { client, state } = await loaded();
    client.letGo(new Set([1]));
    const changes = log(client);
    await Promise.all([client.bringBack(1), client.bringBack(1)]);
    await client.bringBack(1);
    await client.bringBack(0);
    expect(state.asked).toEqual(['1']);
    expect(idsOf(client)).toBe('a b c d e f');
    expect(changes).toEqual(['ready']);
  });

  it('comes back without what is no longer there', async () => {
    const { client, state } = await loaded();
    client.letGo(new Set([1]));
    state.gone.add('c');
    await client.bringBack(1);
    expect([idsOf(client), client.count]).toEqual(['a b d e f', 5]);
  });

  it('stays away when it cannot be had, and the feed stays as it is', async () => {
    const { client, state } = await loaded();
    client.letGo(new Set([1]));
    state.fails = true;
    await client.bringBack(1);
    expect([idsOf(client), client.status, client.error]).toEqual(['a b e f', 'ready', undefined]);
    state.fails = false;
    await client.bringBack(1);
    expect(idsOf(client)).toBe('a b c d e f');
  });

  it('is asked for no more by a feed that is stopped', async () => {
    const { client } = await loaded();
    client.letGo(new Set([1]));
    const coming = client.bringBack(1);
    client.stop();
    await coming;
    expect(idsOf(client)).toBe('a b e f');
    await client.bringBack(1);
    expect(idsOf(client)).toBe('a b c d e f');
  });

  it('is not brought back into a feed that was loaded anew', async () => {
    const { client } = await loaded();
    client.letGo(new Set([1]));
    const coming = client.bringBack(1);
    await client.refresh();
    await coming;
    expect(idsOf(client)).toBe('a b');
  });
});

describe('an answer of many events', () => {
  const ids = Array.from({ length: 60 }, (_, index) => `l${index}`);

  async function long() {
    const asked: string[] = [];
    const client = new FeedClient({
      name: 'long',
      page: ({ skip }) => {
        asked.push(skip ?? '');
        const events = (skip ? ids : ['first']).map((id) => event(id));
        return Promise.resolve({ events, skip: skip ? undefined : 'rest', warnings: [] });
      },
    });
    const told: number[] = [];
    client.subscribe((change) => {
      if (change.type === 'page') told.push(change.page.events.length);
    });
    await client.loadMore();
    await client.loadMore();
    return { asked, client, told };
  }

  it('is told once, and becomes several pages', async () => {
    const { client, told } = await long();
    expect(told).toEqual([1, 60]);
    expect(client.pages.map(({ count }) => count)).toEqual([1, 25, 25, 10]);
    expect(idsOf(client)).toBe(['first', ...ids].join(' '));
  });

  it('is asked for once when its pages come back', async () => {
    const { asked, client } = await long();
    client.letGo(new Set([1, 2, 3]));
    expect(idsOf(client)).toBe('first');
    asked.length = 0;
    await Promise.all([1, 2, 3].map((place) => client.bringBack(place)));
    expect(asked).toEqual(['rest']);
    expect(idsOf(client)).toBe(['first', ...ids].join(' '));
    expect(client.pages.map(({ count }) => count)).toEqual([1, 25, 25, 10]);
  });
});
