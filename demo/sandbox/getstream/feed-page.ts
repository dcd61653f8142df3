import { readCount, readLimit, readOrder } from './call.js';

interface Placed {
  readonly id: string;
  readonly order: string;
}

// Not of the page, or of this request only.
const LEFT_OUT = ['api_key', 'location', 'mark_read', 'mark_seen', 'limit', 'offset', 'id_lt', 'id_lte'];

/** The part of `all` that the query asks for, and the address of the part after it: '' at the end. */
export function cutPage<T extends Placed>(
  all: readonly T[],
  url: URL,
  pagesBy: 'id' | 'offset',
): { readonly items: readonly T[]; readonly next: string } {
  const query = url.searchParams;
  const limit = readLimit(query);
  const offset = readCount(query, 'offset', 0);
  const cursor = (name: string) => readOrder(query, name);
  const [lt, lte, gt, gte] = [cursor('id_lt'), cursor('id_lte'), cursor('id_gt'), cursor('id_gte')];
  const asked = all.filter(
    ({ order }) =>
      !(lt && order >= lt) && !(lte && order > lte) && !(gt && order <= gt) && !(gte && order < gte),
  );
  const items = asked.slice(offset, offset + limit);
  const last = items.at(-1);
  if (!last || asked.length <= offset + limit) return { items, next: '' };
  const kept = [...query].filter(([name]) => !LEFT_OUT.includes(name));
  const place = pagesBy === 'id' ? ['id_lt', last.id] : ['offset', String(offset + limit)];
  const next = new URLSearchParams([place, ['limit', String(limit)], ...kept]);
  return { items, next: `${url.pathname}?${next.toString()}` };
}
