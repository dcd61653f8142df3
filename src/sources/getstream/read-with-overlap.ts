import type { Page } from '../../model/event.js';
import { joinPages } from '../join-pages.js';

/**
 * The page at an offset. Where the pages before it have lost events meanwhile, it would begin too late: so it is read
 * with the event `after` which it is to follow, and where that is not in it, the page before is read again.
 */
export async function readWithOverlap(
  read: (offset: number, limit: number) => Promise<Page>,
  offset: number,
  limit: number,
  after: string,
): Promise<Page> {
  const start = offset - 1;
  const page = await read(start, limit + 1);
  if (start === 0 || page.events.some(({ id }) => id === after)) return page;
  const before = Math.max(0, start - limit);
  return joinPages(await read(before, start - before), page);
}
