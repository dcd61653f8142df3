import type { FeedError } from '../../http/errors.js';
import type { Words } from '../words.js';

/** What happened and what to do, in the reader's language. The technical words are in the `feed-error` event. */
export function feedErrorText(error: FeedError, words: Words): string {
  const { advice, kind, retryInMs } = error;
  if (advice === 'setup') return words.term('errorSetup', error.message);
  if (advice === 'sign-in') return words.term('errorSignIn');
  if (advice === 'forbidden') return words.term('errorForbidden');
  const wait = retryInMs ? ` ${words.term('errorWait', words.count(Math.ceil(retryInMs / 1000)))}` : '';
  const unreached = kind === 'network' || kind === 'timeout';
  return words.term(unreached ? 'errorNetwork' : 'errorServer') + wait;
}
