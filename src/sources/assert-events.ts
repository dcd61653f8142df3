import { FormatError } from '../http/errors.js';

/** Throws a `FormatError` for an answer in which nothing is an event: it is no feed that has come to its end. */
export function assertEvents(hasEvents: boolean): asserts hasEvents {
  if (!hasEvents) throw new FormatError('The answer holds no events: check endpoint.');
}
