import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { photoOf, setUp, signal, streamOf } from './piictu-answers.js';

interface ServerOptions {
  /** What `total_pages` counts: what the query left (by default), the whole stream, or it is not there. */
  readonly totals?: 'found' | 'stream' | 'none';
  /** The most that it gives at a time. */
  readonly cap?: number;
}

/** piictu's paging, with the seqs of its photos, newest first. Ids are `p0`, `p1` and so on. */
const server =
  (seqs: readonly number[], { totals = 'found', cap = 50 }: ServerOptions = {}) =>
  (query: URLSearchParams) => {
    const number = (name: string, otherwise: number) => Number(query.get(name) ?? otherwise);
    const page = number('page', 1);
    const rpp = Math.min(number('rpp', 10), cap);
    const all = seqs.map((seq, index) => photoOf(`p${index}`, seq));
    const found = all.filter(
      (_, index) =>
        (seqs[index] ?? 0) <= number('max_seq', Infinity) && (seqs[index] ?? 0) > number('since_seq', -1),
    );
    const counted = totals === 'stream' ? all.length : found.length;
    const total_pages = totals === 'none' ? undefined : Math.ceil(counted / rpp);
    return streamOf(found.slice((page - 1) * rpp, page * rpp), { current_page: page, total_pages });
  };

/** Every event that a reader who scrolls to the end is shown, in order. */
async function scroll(
  answer: (query: URLSearchParams) => unknown,
  limit: number,
  sortBy?: 'likes' | 'friends',
) {
  const { source, queries } = setUp(answer, { ...(sortBy && { sortBy }) });
  const client = new FeedClient(source, { limit });
  while (client.hasMore && !client.stalled && client.status !== 'error') await client.loadMore();
  return {
    ids: client.events.map(({ id }) => id),
    ended: !client.hasMore,
    queries: queries(),
    pages: client.pages.map(({ events }) => events.length),
  };
}

const falling = (count: number) => Array.from({ length: count }, (_, index) => 100 + 3 * (count - index));
const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `p${index}`);

describe('page after page', () => {
  it('goes on by max_seq of the last photo, which comes again and is asked for on top of the limit', async () => {
    const { ids, ended, queries, pages } = await scroll(server(falling(25)), 10);
    expect(ids).toEqual(idsOf(25));
    expect(ended).toBe(true);
    expect(queries).toEqual([{ rpp: '10' }, { rpp: '11', max_seq: '148' }, { rpp: '11', max_seq: '118' }]);
    expect(pages).toEqual([10, 10, 5]);
  });

  it.each([1, 9, 10, 11, 19, 20, 21, 30])(
    'ends after %i photos, wherever the last page ends',
    async (count) => {
      for (const totals of ['found', 'stream', 'none'] as const) {
        const { ids, ended } = await scroll(server(falling(count), { totals }), 10);
        expect(ids).toEqual(idsOf(count));
        expect(ended).toBe(true);
      }
    },
  );

  it('ends at once where the stream is empty', async () => {
    for (const totals of ['found', 'stream', 'none'] as const) {
      const { ids, ended, queries } = await scroll(server([], { totals }), 10);
      expect([ids, ended, queries]).toEqual([[], true, [{ rpp: '10' }]]);
    }
  });

  it('asks nothing more where total_pages says that this was all', async () => {
    expect((await scroll(server(falling(10)), 10)).queries).toHaveLength(1);
  });

  it('turns the page of one max_seq where more photos than fit have one seq', async () => {
    const seqs = [9, 7, 7, 7, 7, 7, 7, 7, 3, 2];
    const { ids, ended, queries } = await scroll(server(seqs), 2);
    expect(ids).toEqual(idsOf(10));
    expect(ended).toBe(true);
    expect(queries).toContainEqual({ rpp: '3', max_seq: '7', page: '2' });
  });

  it('goes by page where photos have no seq', async () => {
    const photos = [{ id: 'a' }, { id: 'b', seq: null }, { id: 'c', seq: {} }];
    const { ids, ended } = await scroll((query) => {
      const page = Number(query.get('page') ?? 1);
      return streamOf(photos.slice(page - 1, page));
    }, 1);
    expect([ids, ended]).toEqual([['a', 'b', 'c'], true]);
  });

  it('stops before a server that gives the same photos whatever it is asked', async () => {
    const { ids, queries } = await scroll(() => streamOf([photoOf('b', 2), photoOf('a', 1)]), 2);
    expect(ids).toEqual(['b', 'a']);
    expect(queries.length).toBeLessThan(6);
  });

  it('loses nothing to photos that are added or taken away meanwhile', async () => {
    let seqs = falling(40);
    const { ids } = await scroll((query) => {
      const answer = server(seqs)(query).stream.photos.map(({ photo }) => {
        const fields = photo as { readonly seq: number };
        return { ...fields, id: `seq ${fields.seq}` };
      });
      const [newest = 0] = seqs;
      seqs = [newest + 4, newest + 2, ...seqs.filter((_, index) => index !== 2)];
      return streamOf(answer);
    }, 7);
    expect(ids).toEqual(falling(40).map((seq) => `seq ${seq}`));
  });

  it('gives any stream once and in order, whatever the limit and however many share a seq', async () => {
    const cases = fc.record({
      steps: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 40 }),
      limit: fc.integer({ min: 1, max: 12 }),
      totals: fc.constantFrom('found' as const, 'stream' as const, 'none' as const),
      sortBy: fc.constantFrom('likes' as const, 'friends' as const, undefined),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ steps, limit, totals, sortBy }) => {
        let seq = 100;
        const seqs = steps.map((step) => (seq -= step));
        const { ids, ended } = await scroll(server(seqs, { totals }), limit, sortBy);
        expect([ids, ended]).toEqual([idsOf(seqs.length), true]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives all of a stream whose server has a lower limit of its own', async () => {
    const { ids, ended } = await scroll(server(falling(30), { cap: 4 }), 10);
    expect([ids, ended]).toEqual([idsOf(30), true]);
  });
});

describe('sorted by likes', () => {
  it('goes on by page, for seq says nothing about the order, and ends with total_pages', async () => {
    const { ids, queries } = await scroll(server([5, 9, 1, 7, 3]), 2, 'likes');
    expect(ids).toEqual(idsOf(5));
    expect(queries).toEqual([
      { rpp: '2', sort_by: 'likes' },
      { rpp: '2', sort_by: 'likes', page: '2' },
      { rpp: '2', sort_by: 'likes', page: '3' },
    ]);
  });

  it('ends with an empty page where total_pages is missing', async () => {
    const { ended, queries } = await scroll(server([5, 9], { totals: 'none' }), 2, 'likes');
    expect([ended, queries.length]).toEqual([true, 2]);
  });

  describe('knows by total_entries whether photos went away between two pages', () => {
    /** A source over a server that loses some of its photos after the first page. */
    function losing(count: number, gone: readonly string[], total = true) {
      let ids = idsOf(count);
      const { source, queries } = setUp(
        (query) => {
          const [page, rpp] = [Number(query.get('page') ?? 1), Number(query.get('rpp'))];
          const photos = ids.slice((page - 1) * rpp, page * rpp).map((id) => photoOf(id, undefined));
          const answer = streamOf(photos, {
            total_pages: Math.ceil(ids.length / rpp),
            ...(total && { total_entries: ids.length }),
          });
          ids = ids.filter((id) => !gone.includes(id));
          return answer;
        },
        { sortBy: 'likes' },
      );
      const secondPage = async () => {
        const { skip = '' } = await source.page({ limit: 5, signal });
        const page = await source.page({ limit: 5, signal, skip });
        const pages = queries().map(({ page: number = '1', ...rest }) => {
          expect(rest).toEqual({ rpp: '5', sort_by: 'likes' });
          return Number(number);
        });
        return { ids: page.events.map(({ id }) => id), pages, skip: page.skip, total: page.info?.total };
      };
      return secondPage();
    }

    it('and reads the page before anew where they did', async () => {
      expect(await losing(20, ['p0', 'p3', 'p8'])).toEqual({
        ids: ['p1', 'p2', 'p4', 'p5', 'p6', 'p7', 'p9', 'p10', 'p11', 'p12'],
        pages: [1, 2, 1],
        skip: 'page=3&of=17',
        total: 17,
      });
    });

    it('also where the page is behind the end now', async () => {
      expect(await losing(9, ['p0', 'p1', 'p2', 'p3'])).toMatchObject({
        ids: idsOf(9).slice(4),
        pages: [1, 2, 1],
        skip: undefined,
      });
    });

    it('and asks once where they did not, or where nobody counts them', async () => {
      expect(await losing(20, [])).toMatchObject({ ids: idsOf(20).slice(5, 10), pages: [1, 2] });
      expect(await losing(20, ['p0'], false)).toMatchObject({ pages: [1, 2], skip: 'page=3' });
    });
  });

  it('has no newest photo to ask from', async () => {
    const { source } = setUp(server([5, 9]), { sortBy: 'likes' });
    expect(source.newer).toBeUndefined();
    expect((await source.page({ limit: 2, signal })).newest).toBeUndefined();
  });
});

describe('newer photos', () => {
  it('are asked for by since_seq of the newest, and tell the next newest', async () => {
    const { source, queries } = setUp(server([9, 8, 7, 6]));
    const page = await source.newer?.({ newest: '7', limit: 10, signal });
    expect(queries()).toEqual([{ rpp: '10', since_seq: '7' }]);
    expect(page).toMatchObject({ newest: '9', skip: undefined, info: undefined });
    expect(page?.events.map(({ id }) => id)).toEqual(['p0', 'p1']);
  });

  it('may be none, and then nothing is newest', async () => {
    const { source } = setUp(server([9, 8]));
    expect(await source.newer?.({ newest: '9', limit: 10, signal })).toEqual({
      events: [],
      warnings: [],
    });
  });

  it('of friends are asked for as such', async () => {
    const { source, queries } = setUp(server([9]), { sortBy: 'friends' });
    await source.newer?.({ newest: '3', limit: 200, signal });
    expect(queries()).toEqual([{ rpp: '50', sort_by: 'friends', since_seq: '3' }]);
  });

  it('are found with a seq beyond what a number holds', async () => {
    const { source, queries } = setUp(
      () => new Response('{"stream":{"photos":[{"photo":{"id":"a","seq":11700940109513191366}}]}}'),
    );
    const { newest = '' } = await source.page({ limit: 1, signal });
    await source.newer?.({ newest, limit: 1, signal });
    expect(queries()[1]).toMatchObject({ since_seq: '11700940109513191366' });
  });
});
