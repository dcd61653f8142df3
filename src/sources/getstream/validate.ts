import { ConfigError } from '../../http/errors.js';
import { hideTokens } from './hide-tokens.js';

/**
 * ASCII, as an `Authorization` with another letter in it could not be sent. The dash is not in the seed's document;
 * the service and its clients take it today.
 */
const WORD = /^[\w-]+$/;

/**
 * Returns a feed ID like `user:1`, or throws a `ConfigError`. This and the two below: `seeds/000_e2b019c7ed018adc.txt`,
 * 1.7.
 */
export function validateFeedId(feedId: string): string {
  const given: unknown = feedId;
  const text = String(given);
  const [slug = '', userId, more] = text.split(':');
  if (userId === undefined || more !== undefined) {
    fail('feed_id spec', text, 'specify the feed_id as feed_slug:feed_id');
  }
  return `${validateFeedSlug(slug)}:${validateUserId(userId)}`;
}

/** Letters, numbers, `_` and `-`. Returns the slug, or throws a `ConfigError`. */
export function validateFeedSlug(slug: string): string {
  return validateWord(slug, 'feed slug');
}

/** Letters, numbers, `_` and `-`, or an integer. Returns it as text, or throws a `ConfigError`. */
export function validateUserId(userId: string | number): string {
  return validateWord(userId, 'user id');
}

// From JavaScript anything may come: undefined is not a user of that name, and a number above 2⁵³ is not exact.
function validateWord(value: unknown, what: string): string {
  const text = String(value);
  const isText = typeof value === 'string' || Number.isSafeInteger(value);
  return isText && WORD.test(text) ? text : fail(what, text, 'only use letters, numbers and _');
}

function fail(what: string, value: string, please: string): never {
  throw new ConfigError(`Invalid ${what} ${hideTokens(value)}, please ${please}`);
}
