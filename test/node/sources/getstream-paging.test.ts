import { describe, expect, it } from 'vitest';
import { readAnswer, setUp, signal } from './getstream-answers.js';

const results = (...ids: readonly string[]) => ids.map((id) => ({ id, verb: 'post' }));
const skipOf = (next: unknown, ids = ['a', 'b'], limit = 2) =>
  readAnswer({ results: results(...ids), next }, limit).skip;

describe('the next page starts', () => {
  it.each([
    ['/api/v1.0/feed/flat/123/?id_lt=78c1a709&limit=25', 'id_lt=78c1a709'],
    ['https://api.example/api/v1.0/feed/flat/123/?api_key=key&id_lt=78c1a709&limit=25', 'id_lt=78c1a709'],
    ['?limit=2&id_lte=78c1a709#x', 'id_lte=78c1a709'],
    ['/api/v1.0/feed/flat/123/?id_lt=79d41147.test_2018-10-18', 'id_lt=79d41147.test_2018-10-18'],
    [
      '/api/v1.0/enrich/feed/flat/123/?offset=25&limit=25&withOwnReactions=true&ranking=hot',
      'offset=25&ranking=hot',
    ],
    ['/x/?id_lt=a&mark_read=true&mark_seen=true&api_key=evil&location=unspecified', 'id_lt=a'],
  ])('where the answer says: %s', (next, skip) => {
    expect(skipOf(next)).toBe(skip);
  });

  it('nowhere where the answer says that it is the last', () => {
    expect(skipOf('')).toBeUndefined();
  });

  it.each([undefined, null, 7, {}, 'junk', 'id_lt=a', '/x/', '/x/?foo=1', '/x/?id_lt=', '%'])(
    'behind the last event of a full page where the answer does not say: %s',
    (next) => {
      expect(skipOf(next)).toBe('id_lt=b');
      expect(skipOf(next, ['a'])).toBeUndefined();
    },
  );

  it('behind the last event that is left, by the id the server knows it by', () => {
    const raw = [...results('a'), { id: 'b', group: 'g', activities: [] }, { verb: 'no id' }];
    expect(readAnswer({ results: raw }, 3)).toMatchObject({ skip: 'id_lt=b', newest: 'a' });
  });

  it('behind the last event that is kept of far too many', () => {
    const many = Array.from({ length: 500 }, (_, index) => `e${index}`);
    const page = readAnswer({ results: results(...many), next: '/x/?id_lt=e499' }, 500);
    expect(page.events).toHaveLength(200);
    expect(page.skip).toBe('id_lt=e199');
    expect(page.warnings).toEqual([{ path: 'results', code: 'too-many' }]);
  });

  it('nowhere behind an empty page, unless the answer names a place', () => {
    expect(skipOf(undefined, [])).toBeUndefined();
    expect(skipOf('', [])).toBeUndefined();
    expect(skipOf('/x/?id_lt=a', [])).toBe('id_lt=a');
  });
});

describe('the newest event', () => {
  it('is not known of a ranked feed', () => {
    const page = readAnswer({ results: results('a', 'b'), next: '/x/?offset=2' });
    expect(page.newest).toBeUndefined();
    expect(setUp(undefined, { ranking: 'hot' }).source.newer).toBeUndefined();
  });

  it('is not known of one whose order its times show, though no next page says that it is ranked', () => {
    const at = (id: string, day: number) => ({ id, time: `2018-11-0${day}T10:00:00.000000` });
    const group = (id: string, day: number) => ({
      id,
      group: id,
      activities: [at(id, day), at(`${id}2`, 1)],
      updated_at: at(id, day).time,
    });
    for (const make of [at, group]) {
      const newestOf = (...days: readonly number[]) =>
        readAnswer({ results: days.map((day, index) => make(`e${index}`, day)), next: '' }).newest;
      expect(newestOf(4, 5, 3)).toBeUndefined();
      expect(newestOf(5, 4, 4)).toBe('e0');
      expect(newestOf(5)).toBe('e0');
    }
  });

  it('is where the next look for newer ones starts', async () => {
    const { source, sent } = setUp(() => ({ results: results('c') }));
    const page = await source.newer?.({ newest: 'a+b', limit: 5, signal });
    expect(page?.events.map(({ id }) => id)).toEqual(['c']);
    expect(sent()[0]?.query).toMatchObject({ id_gt: 'a+b', limit: '5' });
  });
});

describe('a page whose place is an offset', () => {
  const all = Array.from({ length: 40 }, (_, index) => `e${index}`);
  /** Serves what is left of {@link all}. */
  function ranked(gone: readonly string[], limit = 10) {
    const left = all.filter((id) => !gone.includes(id));
    const feed = setUp(({ searchParams }) => {
      const [offset, count] = ['offset', 'limit'].map((name) => Number(searchParams.get(name)));
      const end = (offset ?? 0) + (count ?? 0);
      const next = end < left.length ? `/x/?offset=${end}` : '';
      return { results: results(...left.slice(offset, end)), next };
    });
    const ask = async (offset: number, after = `e${offset - 1}`) => {
      const page = await feed.source.page({ limit, signal, skip: `offset=${offset}&ranking=hot`, after });
      return { ids: page.events.map(({ id }) => id), skip: page.skip };
    };
    const asked = () => feed.sent().map(({ query: { offset, limit: count } }) => [offset, count].map(Number));
    return { ask, asked };
  }

  it('is read with the event it is to follow, in one request', async () => {
    const { ask, asked } = ranked([]);
    expect(await ask(20)).toEqual({ ids: all.slice(19, 30), skip: 'offset=30' });
    expect(asked()).toEqual([[19, 11]]);
  });

  it('is read with the page before where that event has moved up or gone', async () => {
    const shifted = ranked(['e0', 'e5', 'e12']);
    expect(await shifted.ask(20)).toEqual({
      ids: ['e11', ...all.slice(13, 33)],
      skip: 'offset=30',
    });
    expect(shifted.asked()).toEqual([
      [19, 11],
      [9, 10],
    ]);
    expect((await ranked(['e19']).ask(20)).ids).toEqual([...all.slice(9, 19), ...all.slice(20, 31)]);
  });

  it('is not read twice where that event has moved down', async () => {
    const { ask, asked } = ranked([]);
    await ask(20, 'e23');
    expect(asked()).toHaveLength(1);
  });

  it('that begins behind the end now has what is left before it', async () => {
    const { ask, asked } = ranked(all.slice(5, 25));
    expect(await ask(20)).toEqual({ ids: [...all.slice(0, 5), ...all.slice(25)].slice(9), skip: undefined });
    expect(asked()).toHaveLength(2);
  });

  it('reads no further back than the start', async () => {
    const { ask, asked } = ranked(['e0'], 10);
    await ask(5);
    expect(asked()).toEqual([
      [4, 11],
      [0, 4],
    ]);
    const first = ranked(['e0']);
    await first.ask(1);
    expect(first.asked()).toEqual([[0, 11]]);
  });

  it('is read as it is where nobody says what it follows', async () => {
    const { source, sent } = setUp();
    await source.page({ limit: 10, signal, skip: 'offset=20' });
    await source.page({ limit: 10, signal, skip: 'id_lt=a', after: 'a' });
    expect(sent().map(({ query: { offset, limit } }) => [offset, limit])).toEqual([
      ['20', '10'],
      [undefined, '10'],
    ]);
  });
});

describe('a request for a page', () => {
  it('asks for it enriched, with reactions', async () => {
    const { source, sent } = setUp();
    await source.page({ limit: 25, signal });
    expect(sent()).toEqual([
      {
        method: 'GET',
        origin: 'https://api.stream-io-api.com',
        path: '/api/v1.0/enrich/feed/timeline/vera/',
        query: {
          limit: '25',
          withReactionCounts: 'true',
          withOwnReactions: 'true',
          withRecentReactions: 'true',
        },
        body: undefined,
      },
    ]);
  });

  it('asks for it as the seed has it where nothing is enriched', async () => {
    const { source, sent } = setUp(undefined, { enrich: false });
    await source.page({ limit: 500, signal });
    expect(sent()[0]).toMatchObject({ path: '/api/v1.0/feed/timeline/vera/', query: { limit: '500' } });
    expect(Object.keys(sent()[0]?.query ?? {})).toEqual(['limit']);
  });

  it('goes on from the place of the page before, with its own limit', async () => {
    const next = '/api/v1.0/enrich/feed/timeline/vera/?api_key=other&id_lt=a%2Bb&limit=1';
    const { source, sent, fetch } = setUp(() => ({ results: results('a'), next }));
    const { skip } = await source.page({ limit: 10, signal });
    await source.page({ limit: 10, signal, ...(skip !== undefined && { skip }) });
    expect(sent()[1]?.query).toMatchObject({ id_lt: 'a+b', limit: '10' });
    expect(new URL(fetch.mock.lastCall?.[0] ?? '').searchParams.getAll('api_key')).toEqual(['key']);
  });

  it('names the ranking', async () => {
    const { source, sent } = setUp(undefined, { ranking: 'hot' });
    await source.page({ limit: 10, signal });
    expect(sent()[0]?.query).toMatchObject({ ranking: 'hot' });
  });
});
