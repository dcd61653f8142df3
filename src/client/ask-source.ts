import { attempt } from '../http/attempt.js';
import { withDeadline } from '../http/deadline.js';
import { FeedError, FormatError, NetworkError } from '../http/errors.js';
import type { FeedEvent, Page } from '../model/event.js';
import { readTime } from '../model/read-time.js';

/** Well above what the sources of this library allow themselves: only one that hangs gets here. */
const ANSWER_WITHIN_MS = 60_000;

/**
 * Asks a source for something. Whatever it does, the promise resolves: with the answer or with the reason why there
 * is none. A source of one's own may hang, and may not heed its signal.
 */
export async function askSource<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T | FeedError> {
  try {
    return await withDeadline(ANSWER_WITHIN_MS, ask, parent);
  } catch (cause) {
    if (cause instanceof FeedError) return cause;
    return new NetworkError('The source gave no answer: the cause says why.', { cause });
  }
}

/** {@link askSource} for one page, which can then be relied on. */
export const askPage = (
  ask: (signal: AbortSignal) => Promise<Page>,
  parent: AbortSignal,
): Promise<Page | FeedError> => askSource(async (signal) => readPage(await ask(signal)), parent);

/** A source of one's own may be plain JavaScript: mends what would otherwise break the feed or a card. */
function readPage(answer: Partial<Page> | null | undefined): Page {
  const given: unknown = answer?.events;
  if (!Array.isArray(given)) {
    throw new FormatError('The source must answer { events: [...], skip, warnings }.');
  }
  const warnings = [...(answer?.warnings ?? [])];
  const events = given.filter((event: Partial<FeedEvent> | null, index): event is FeedEvent => {
    const usable = typeof event?.id === 'string';
    if (!usable) warnings.push({ path: `[${index}]`, code: 'bad-id' });
    return usable;
  });
  const dated = events.map((event, index) => {
    const time: unknown = attempt(() => event.time);
    if (!time || attempt(() => typeof time === 'object' && Number(time))) return event;
    // JSON has no dates.
    const read = typeof time === 'string' || typeof time === 'number' ? readTime(String(time)) : undefined;
    if (!read) warnings.push({ path: `[${index}].time`, code: 'bad-time' });
    const mended = attempt(() => ({ ...event, time: read }));
    // One of a class may keep its fields elsewhere.
    return mended?.id ? mended : event;
  });
  return { ...answer, events: dated, warnings };
}
