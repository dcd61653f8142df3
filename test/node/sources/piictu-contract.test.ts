import { describe, expect, it } from 'vitest';
import { createPeople } from '../../../demo/sandbox/people.js';
import { createPiictuApi } from '../../../demo/sandbox/piictu/piictu-api.js';
import {
  HIDDEN_STREAM,
  MENTIONED_STREAM,
  OPEN_STREAM,
} from '../../../demo/sandbox/piictu/piictu-openings.js';
import { select } from '../../../demo/sandbox/piictu/piictu-query.js';
import { Random } from '../../../demo/sandbox/random.js';
import { FeedClient } from '../../../src/client/feed-client.js';
import { piictu, type PiictuOptions } from '../../../src/sources/piictu.js';
import { describeSource } from '../../helpers/source-contract.js';

const people = createPeople(new Random(1));

/** A source over a sandbox of its own, and the ids of all it has to give. */
function setUp(sortBy?: PiictuOptions['sortBy'], streamId = OPEN_STREAM) {
  const api = createPiictuApi({ people });
  const fetch = async (url: string, init: RequestInit) => {
    const answer = await api.answer(new Request(url, init));
    init.signal?.throwIfAborted();
    return answer;
  };
  const source = piictu({
    endpoint: 'https://photos.example',
    streamId,
    token: () => ({ token: api.token }),
    http: { fetch },
    ...(sortBy && { sortBy }),
  });
  const stream = api.streams.find(({ id }) => id === streamId);
  const query = new URLSearchParams(sortBy && { sort_by: sortBy });
  return {
    api,
    source,
    expectedIds: stream ? select(stream, query).map(({ id }) => id) : [],
    changes: { insert: () => stream?.insert(), remove: (id: string) => stream?.remove(id) },
  };
}

describeSource('piictu', () => setUp());
describeSource('piictu by likes', () => setUp('likes'));
describeSource('piictu of friends', () => setUp('friends'));
describeSource('piictu of a locked stream that mentions the reader', () =>
  setUp(undefined, MENTIONED_STREAM),
);

describe('a feed of the sandbox', () => {
  it.each([undefined, 'likes', 'friends'] as const)(
    'scrolls to its end with every photo once, while new ones come and tokens expire: %s',
    async (sortBy) => {
      const { api, source, expectedIds } = setUp(sortBy);
      const client = new FeedClient(source);
      let loads = 0;
      while (client.hasMore) {
        await client.loadMore();
        if (client.error ?? client.stalled) throw client.error ?? new Error('stalled');
        api.insert();
        api.insert();
        if (++loads === 3) api.expire();
      }
      const ids = client.events.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // By likes, what comes later takes its place among the others and is met there.
      expect(sortBy === 'likes' ? ids.filter((id) => expectedIds.includes(id)) : ids).toEqual(expectedIds);
    },
  );

  it('of a locked stream is forbidden', async () => {
    const client = new FeedClient(setUp(undefined, HIDDEN_STREAM).source);
    await client.loadMore();
    expect(client.error).toMatchObject({ kind: 'api', advice: 'forbidden' });
  });

  it('tells of newer photos', async () => {
    const { api, source } = setUp();
    const { signal } = new AbortController();
    const { newest = '' } = await source.page({ limit: 10, signal });
    const added = [api.insert(), api.insert()].map(({ id }) => id).reverse();
    const newer = await source.newer?.({ newest, limit: 10, signal });
    expect(newer?.events.map(({ id }) => id)).toEqual(added);
  });
});
