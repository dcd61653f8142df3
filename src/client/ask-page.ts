import { FormatError, type FeedError } from '../http/errors.js';
import type { FeedEvent, Page } from '../model/event.js';
import { askSource } from './ask-source.js';

/** Asks for one page: one that can be relied on, or the reason why there is none. */
export const askPage = (
  ask: (signal: AbortSignal) => Promise<Page>,
  parent: AbortSignal,
): Promise<Page | FeedError> => askSource(async (signal) => readPage(await ask(signal)), parent);

/** A source of one's own may be plain JavaScript: checks what would otherwise break the whole feed. */
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
  return { ...answer, events, warnings };
}
