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

  it('is where the next look for newer ones starts', async () => {
    const { source, sent } = setUp(() => ({ results: results('c') }));
    const page = await source.newer?.({ newest: 'a+b', limit: 5, signal });
    expect(page?.events.map(({ id }) => id)).toEqual(['c']);
    expect(sent()[0]?.query).toMatchObject({ id_gt: 'a+b', limit: '5' });
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
