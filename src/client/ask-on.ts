import { ApiError, FeedError } from '../http/errors.js';
import type { Page } from '../model/event.js';
import type { FeedSource, PageRequest } from '../sources/source.js';
import { askPage } from './ask-page.js';
import type { Leaf, PageBook, PageStart } from './page-book.js';

/** An answer, and the place that it was asked for at. */
export interface Reading {
  readonly answer: Page;
  readonly start: PageStart;
  /** It begins further up than was wished. */
  readonly isAgain: boolean;
}

/**
 * Asks for the events after a place. A place may go away with its event: mail.ru answers error 100 when the event that
 * `skip` names was deleted. Then the page above it, which is the last one when none is given, is asked for again, else
 * the ones before.
 */
export async function askOn(
  source: FeedSource,
  book: PageBook,
  request: PageRequest,
  above?: Leaf,
): Promise<Reading | FeedError> {
  const { skip, limit, urgent = false, signal } = request;
  const ask = (place: PageRequest) => askPage((ending) => source.page({ ...place, signal: ending }), signal);
  const answer = await ask(request);
  if (!(answer instanceof FeedError))
    return { answer, start: skip === undefined ? {} : { skip }, isAgain: false };
  if (skip === undefined || !isNoPlace(answer)) return answer;
  for (const start of book.startsAbove(above)) {
    const again = await ask({ ...start, limit, urgent, signal });
    if (!(again instanceof FeedError)) {
      // The first page may have moved away from all that is known.
      const isKnown = start.skip !== undefined || again.events.some(({ id }) => book.has(id));
      return isKnown ? { answer: again, start, isAgain: true } : answer;
    }
    if (!isNoPlace(again)) return again;
  }
  return answer;
}

const isNoPlace = (error: FeedError): boolean => error instanceof ApiError && error.advice === 'setup';
