import { getstream } from '../../../src/sources/getstream.js';
import { describeSource } from '../../helpers/source-contract.js';

/** 43 ids, newest first, as the API orders them: by the time in the id. */
const idOf = (order: number) => `${order.toString(16)}c1a709-aff2-11e7-b3a7-a45e60be7d3b`;
const all = Array.from({ length: 43 }, (_, index) => idOf(1000 - index));

type Kind = 'flat' | 'ranked' | 'aggregated' | 'notification' | '2014';

const activity = (id: string) => ({
  id,
  actor: 'anna',
  verb: 'post',
  object: 'note:1',
  target: '',
  origin: null,
});

const groupOf = (id: string) => `post_${id.slice(0, 3)}`;

function result(kind: Kind, id: string): object {
  if (kind !== 'aggregated' && kind !== 'notification') return activity(id);
  // A group of one in between.
  const members = /^..[048c]/.test(id) ? [id] : [id, `0${id.slice(1)}`];
  const group = { group: groupOf(id), activities: members.map(activity), activity_count: members.length };
  return kind === 'aggregated'
    ? { id, ...group }
    : { id: `${id}.${groupOf(id)}`, ...group, is_read: false, is_seen: true };
}

/** Serves ids as a feed of this kind does; those before `id_lt` may have gone. */
const server = (kind: Kind, ids: readonly string[]) => (address: string, init: RequestInit) => {
  init.signal?.throwIfAborted();
  const { pathname, searchParams } = new URL(address);
  const limit = Number(searchParams.get('limit'));
  const before = searchParams.get('id_lt')?.split('.')[0];
  const start =
    before === undefined
      ? Number(searchParams.get('offset'))
      : ids.filter((id) => parseInt(id, 16) >= parseInt(before, 16)).length;
  const end = start + limit;
  const results = ids.slice(start, end).map((id) => result(kind, id));
  const last = ids[end - 1] ?? '';
  const place = kind === 'ranked' ? `offset=${end}` : `id_lt=${kind === 'notification' ? `${last}.x` : last}`;
  const next = end < ids.length ? `${pathname}?${place}&limit=${limit}` : '';
  return Promise.resolve(Response.json({ results, ...(kind !== '2014' && { next }) }));
};

const source = (kind: Kind) => () => {
  const ids = [...all];
  const shown = (id: string) => (/^[an]/.test(kind) ? groupOf(id) : id);
  return {
    source: getstream({
      apiKey: 'key',
      feed: `${kind}:1`,
      token: 'a.b.c',
      http: { fetch: server(kind, ids) },
      ...(kind === 'ranked' && { ranking: 'hot' }),
    }),
    expectedIds: all.map(shown),
    changes: {
      insert: () => ids.unshift(idOf(1000 + ids.length)),
      remove: (gone: string) =>
        ids.splice(
          ids.findIndex((id) => shown(id) === gone),
          1,
        ),
    },
  };
};

describeSource('getstream, flat', source('flat'));
describeSource('getstream, ranked', source('ranked'));
describeSource('getstream, aggregated', source('aggregated'));
describeSource('getstream, notification', source('notification'));
describeSource('getstream, flat and without next as in 2014', source('2014'));
