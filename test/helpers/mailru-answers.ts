import type { Page } from '../../src/model/event.js';
import { readMailruAnswer } from '../../src/sources/mailru/mailru-answer.js';

/** The page that the mail.ru source makes of a text, or of a value as JSON. */
export function readAnswer(body: unknown, status = 200): Page {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readMailruAnswer({ status, headers: new Headers(), text });
}

/** What {@link readAnswer} throws. */
export function answerError(body: unknown, status = 200): unknown {
  try {
    readAnswer(body, status);
  } catch (error) {
    return error;
  }
  throw new Error('The answer was read as a page.');
}

export const good = (id: string) => ({ id, subtype: 'event', title: `good ${id}` });

/** Puts one raw event between two good ones, which must both stay, and gives what became of it. */
export function readBetween(hostile: unknown) {
  const page = readAnswer([good('before'), hostile, good('after')]);
  const ids = page.events.map(({ id }) => id);
  if (ids[0] !== 'before' || ids.at(-1) !== 'after') throw new Error('A neighbour was lost.');
  return { event: page.events.length === 3 ? page.events[1] : undefined, warnings: page.warnings };
}
