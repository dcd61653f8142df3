import { getstream } from '../../../src/sources/getstream.js';
import { describeSource } from '../../helpers/source-contract.js';

/** 43 ids, newest first, as the API orders them: by the time in the id. */
const ids = Array.from(
  { length: 43 },
  (_, index) => `${(1000 - index).toString(16)}c1a709-aff2-11e7-b3a7-a45e60be7d3b`,
);

type Kind = 'flat' | 'ranked' | 'aggregated' | 'notification' | '2014';

const activity = (id: string) => ({
  id,
  actor: 'anna',
  verb: 'post',
  object: 'note:1',
  target: '',
  origin: null,
});

function result(kind: Kind, id: string, index: number): object {
  if (kind !== 'aggregated' && kind !== 'notification') return activity(id);
  // A group of one in between.
  const members = index % 3 === 0 ? [id] : [id, `0${id.slice(1)}`];
  const group = { group: `post_${index}`, activities: members.map(activity), activity_count: members.length };
  return kind === 'aggregated'
    ? { id, ...group }
    : { id: `${id}.post_${index}`, ...group, is_read: false, is_seen: true };
}

/** Serves {@link ids} as a feed of this kind does. */
const server = (kind: Kind) => (address: string, init: RequestInit) => {
  init.signal?.throwIfAborted();
  const { pathname, searchParams } = new URL(address);
  const limit = Number(searchParams.get('limit'));
  const before = searchParams.get('id_lt')?.split('.')[0];
  const start = before === undefined ? Number(searchParams.get('offset')) : ids.indexOf(before) + 1;
  const end = start + limit;
  const results = ids.slice(start, end).map((id, index) => result(kind, id, start + index));
  const last = ids[end - 1] ?? '';
  const place = kind === 'ranked' ? `offset=${end}` : `id_lt=${kind === 'notification' ? `${last}.x` : last}`;
  const next = end < ids.length ? `${pathname}?${place}&limit=${limit}` : '';
  return Promise.resolve(Response.json({ results, ...(kind !== '2014' && { next }) }));
};

const source = (kind: Kind) => () => ({
  source: getstream({
    apiKey: 'key',
    feed: `${kind}:1`,
    token: 'a.b.c',
    http: { fetch: server(kind) },
    ...(kind === 'ranked' && { ranking: 'hot' }),
  }),
  expectedIds: /^[an]/.test(kind) ? ids.map((_, index) => `post_${index}`) : ids,
});

describeSource('getstream, flat', source('flat'));
describeSource('getstream, ranked', source('ranked'));
describeSource('getstream, aggregated', source('aggregated'));
describeSource('getstream, notification', source('notification'));
describeSource('getstream, flat and without next as in 2014', source('2014'));
