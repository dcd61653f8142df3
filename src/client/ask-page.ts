import { AbortedError, FeedError, FormatError, NetworkError, TimeoutError } from '../http/errors.js';
import type { FeedEvent, FeedWarning, Page } from '../model/event.js';
import type { FeedSource, PageRequest } from '../sources/source.js';

/** Well above what the sources of this library allow themselves: only one that hangs gets here. */
const ANSWER_WITHIN_MS = 60_000;

/**
 * Asks for one page. Whatever the source does, the promise resolves: with a page that can be relied on or with
 * the reason why there is none.
 */
export async function askPage(source: FeedSource, request: PageRequest): Promise<Page | FeedError> {
  const { signal } = request;
  const stopped = new AbortedError('The feed was stopped.');
  if (signal.aborted) return stopped;
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A source of one's own may hang, and may not heed its signal.
  const givenUp = new Promise<FeedError>((resolve) => {
    const stop = () => {
      resolve(stopped);
    };
    signal.addEventListener('abort', stop, { once: true });
    timer = setTimeout(() => {
      resolve(new TimeoutError('The source did not answer within a minute. Try again.'));
    }, ANSWER_WITHIN_MS);
  });
  // Async, so that a throw is a rejection too.
  const answered = async () => readPage(await source.page(request));
  try {
    return await Promise.race([answered(), givenUp]);
  } catch (error) {
    if (error instanceof FeedError) return error;
    return new NetworkError('The source gave no page. Try again; `cause` says why.', { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

/** A source of one's own may be plain JavaScript: checks what would otherwise break the whole feed. */
function readPage(answer: Partial<Page> | null | undefined): Page {
  if (!isList(answer?.events)) {
    throw new FormatError('The source must answer { events: [...], skip, warnings }.');
  }
  const warnings: FeedWarning[] = isList(answer.warnings) ? [...answer.warnings] : [];
  const events = answer.events.filter((event: unknown, index): event is FeedEvent => {
    const usable = hasId(event);
    if (!usable) warnings.push({ path: `[${String(index)}]`, code: 'bad-id' });
    return usable;
  });
  return { events, warnings, ...(answer.skip && { skip: answer.skip }) };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function hasId(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'id' in event && typeof event.id === 'string';
}
