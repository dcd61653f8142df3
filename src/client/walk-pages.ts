import { ApiError, FeedError } from '../http/errors.js';
import type { Page } from '../model/event.js';
import type { PageRequest } from '../sources/source.js';
import { askPage } from './ask-source.js';
import type { FeedStore } from './feed-store.js';
import type { Checkpoint } from './intents.js';
import type { PageEntry, PageStart } from './page-entry.js';

/** How many answers in a row may bring nothing new before the reader has to ask. */
const MAX_VAIN_ANSWERS = 3;

/** An answer, and what it was asked for. */
export interface ReceivedPage extends Page {
  readonly start: PageStart;
  /** The wanted place was lost, so `start` is further up. */
  readonly startsEarlier: boolean;
  /** When it was asked for. */
  readonly asked: Checkpoint;
}

/**
 * Asks for the page after a place and gives it to `take`, then for the page at the place that `take` returns, until
 * it returns none. After the signal has aborted, `take` gets nothing. Resolves with the error that ended the walk.
 */
export async function walkPages(
  store: FeedStore,
  request: PageRequest,
  take: (page: ReceivedPage) => PageStart | undefined,
  above?: PageEntry,
  book = store.book,
): Promise<FeedError | undefined> {
  const { skip, after, limit, urgent = false, signal } = request;

  const ask = async (start: PageStart, startsEarlier: boolean): Promise<ReceivedPage | FeedError> => {
    const asked = store.intents.checkpoint();
    const place = { ...start, ...(after && !startsEarlier && { after }), limit, urgent };
    const answer = await askPage((ending) => store.source.page({ ...place, signal: ending }), signal);
    return answer instanceof FeedError ? answer : { ...answer, start, startsEarlier, asked };
  };

  /**
   * A place may be lost with its event: mail.ru answers error 100 when the event that `skip` names was deleted. Then the
   * pages from `above` upwards are asked for again, nearest first; without `above` from the last page.
   */
  const find = async (start: PageStart): Promise<ReceivedPage | FeedError> => {
    const answer = await ask(start, false);
    if (start.skip === undefined || !isLostPlace(answer)) return answer;
    for (const earlier of book.startsAbove(above)) {
      const again = await ask(earlier, true);
      if (isLostPlace(again)) continue;
      // The first page may have moved away from all that is known.
      const isKnown =
        again instanceof FeedError ||
        earlier.skip !== undefined ||
        again.events.some(({ id }) => book.has(id));
      return isKnown ? again : answer;
    }
    return answer;
  };

  let start: PageStart | undefined = skip === undefined ? {} : { skip };
  for (let answers = 0; start && answers < MAX_VAIN_ANSWERS; answers++) {
    const page = await find(start);
    if (page instanceof FeedError) return page;
    start = signal.aborted ? undefined : take(page);
  }
  return undefined;
}

const isLostPlace = (answer: Page | FeedError): boolean =>
  answer instanceof ApiError && answer.advice === 'setup';
