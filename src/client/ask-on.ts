import { ApiError, FeedError } from '../http/errors.js';
import type { Page } from '../model/event.js';
import type { PageRequest } from '../sources/source.js';
import { askPage } from './ask-source.js';
import type { FeedStore } from './feed-store.js';
import type { Accepted } from './intents.js';
import type { Leaf, PageStart } from './page-book.js';

/** So many answers in a row may bring nothing new before the reader has to ask. */
const MAX_VAIN_ANSWERS = 3;

/** An answer, and the place that it was asked for at. */
export interface Reading extends Page {
  readonly start: PageStart;
  /** It begins further up than was wished. */
  readonly isAgain: boolean;
  /** When it was asked for. */
  readonly asked: Accepted;
}

/**
 * Asks for the events after a place, and on from each place that `take` gives for an answer. Takes
 * nothing once the signal has aborted. Gives why there was no answer.
 */
export async function askOn(
  store: FeedStore,
  request: PageRequest,
  take: (reading: Reading) => PageStart | undefined,
  above?: Leaf,
  book = store.book,
): Promise<FeedError | undefined> {
  const { after, limit, urgent = false, signal } = request;

  const ask = async (start: PageStart, isAgain: boolean): Promise<Reading | FeedError> => {
    const asked = store.intents.ask();
    const place = { ...start, ...(after && !isAgain && { after }), limit, urgent };
    const answer = await askPage((ending) => store.source.page({ ...place, signal: ending }), signal);
    return answer instanceof FeedError ? answer : { ...answer, start, isAgain, asked };
  };

  /**
   * A place may go away with its event: mail.ru answers error 100 when the event that `skip` names was deleted. Then the
   * page above it, which is the last one when none is given, is asked for again, else the ones before.
   */
  const find = async (start: PageStart): Promise<Reading | FeedError> => {
    const answer = await ask(start, false);
    if (start.skip === undefined || !isNoPlace(answer)) return answer;
    for (const earlier of book.startsAbove(above)) {
      const again = await ask(earlier, true);
      if (isNoPlace(again)) continue;
      // The first page may have moved away from all that is known.
      const isKnown =
        again instanceof FeedError ||
        earlier.skip !== undefined ||
        again.events.some(({ id }) => book.has(id));
      return isKnown ? again : answer;
    }
    return answer;
  };

  let { skip } = request;
  for (let answers = 0; answers < MAX_VAIN_ANSWERS; answers++) {
    const reading = await find(skip === undefined ? {} : { skip });
    if (reading instanceof FeedError) return reading;
    const next = signal.aborted ? undefined : take(reading);
    if (!next) return undefined;
    ({ skip } = next);
  }
  return undefined;
}

const isNoPlace = (answer: Page | FeedError): boolean =>
  answer instanceof ApiError && answer.advice === 'setup';
