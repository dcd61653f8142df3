import type { FeedError, FeedErrorKind } from '../../http/errors.js';
import type { Words } from '../words.js';

const TERMS = {
  network: 'errorNetwork',
  timeout: 'errorNetwork',
  aborted: 'errorNetwork',
  http: 'errorServer',
  auth: 'errorSignIn',
  api: 'errorServer',
  format: 'errorAnswer',
  'too-large': 'errorAnswer',
  config: 'errorServer',
} as const satisfies Record<FeedErrorKind, string>;

/** What happened and what to do, in the reader's language. The technical words are in the `feed-error` event. */
export function feedErrorText(error: FeedError, words: Words): string {
  const { advice, retryInMs } = error;
  if (advice === 'setup') return words.term('errorSetup', error.message);
  if (advice === 'sign-in') return words.term('errorSignIn');
  if (advice === 'forbidden') return words.term('errorForbidden');
  const wait = retryInMs ? ` ${words.term('errorWait', words.count(Math.ceil(retryInMs / 1000)))}` : '';
  return words.term(TERMS[error.kind]) + wait;
}
