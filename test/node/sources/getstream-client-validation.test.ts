import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/http/errors.js';
import { validateFeedId, validateFeedSlug, validateUserId } from '../../../src/sources/getstream.js';

const SPEC = 'please specify the feed_id as feed_slug:feed_id';
const WORD = 'please only use letters, numbers and _';

describe('validateFeedId', () => {
  it.each(['user:1', 'a_b:c_d', '1:2', 'user:f00-ba4', 'big-feed:1'])('takes %s', (feedId) => {
    expect(validateFeedId(feedId)).toBe(feedId);
  });

  it.each([
    ['user', `Invalid feed_id spec user, ${SPEC}`],
    ['user1', `Invalid feed_id spec user1, ${SPEC}`],
    ['', `Invalid feed_id spec , ${SPEC}`],
    ['a:b:c', `Invalid feed_id spec a:b:c, ${SPEC}`],
    ['user::1', `Invalid feed_id spec user::1, ${SPEC}`],
    ['user:', `Invalid user id , ${WORD}`],
    [':1', `Invalid feed slug , ${WORD}`],
    ['us er:1', `Invalid feed slug us er, ${WORD}`],
    ['user:1\n', `Invalid user id 1\n, ${WORD}`],
  ])('refuses %j', (feedId, message) => {
    expect(() => validateFeedId(feedId)).toThrow(new ConfigError(message));
  });

  it.each([undefined, null, 11, {}])('refuses %s, which is no text', (feedId) => {
    expect(() => validateFeedId(feedId as never)).toThrow(
      new ConfigError(`Invalid feed_id spec ${String(feedId)}, ${SPEC}`),
    );
  });

  it('does not quote a token that stands in the wrong place', () => {
    expect(() => validateFeedId('user:1 osnsKzhIksUQ-h36abNdk4sOnbw')).toThrow(
      new ConfigError(`Invalid user id 1 …, ${WORD}`),
    );
  });
});

describe.each([
  ['validateFeedSlug', validateFeedSlug, 'feed slug'],
  ['validateUserId', validateUserId, 'user id'],
] as const)('%s', (_name, validate, what) => {
  // The dash: not in the seed's document, but what the service and its clients take today.
  it.each(['user', '1', 'a_B9', '_', '1-a', '5d2a-11e8'])('takes %s', (value) => {
    expect(validate(value)).toBe(value);
  });

  // A letter outside ASCII was taken in 2014; no Authorization header could carry most of them.
  it.each(['', 'a b', 'a:b', 'a/b', '..', '1\n', '\n', 'a.b', 'é', 'день'])('refuses %j', (value) => {
    expect(() => validate(value)).toThrow(new ConfigError(`Invalid ${what} ${value}, ${WORD}`));
  });

  it.each([undefined, null, NaN, Infinity, 1.5, 2 ** 53, {}, ['a'], true])(
    'refuses %s, which is no id though its text may look like one',
    (value) => {
      expect(() => validate(value as never)).toThrow(`Invalid ${what}`);
    },
  );
});

it('validateUserId takes a whole number as its digits', () => {
  expect(validateUserId(42)).toBe('42');
});
