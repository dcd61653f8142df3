import { expect, it } from 'vitest';
import { givenOf, renewed, showFor } from '../../../src/client/given-event.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { event } from './fake-source.js';

it('an event is another object only where it looks different, and what was confirmed is not forgotten', () => {
  const shown = event('a', 'text');
  const [given, same, other] = [event('a', 'given'), event('a', 'text'), event('a', 'other')];
  expect(renewed(shown, showFor(given, same))).toBe(shown);
  expect(givenOf(shown)).toBe(given);
  expect(renewed(shown, other)).toBe(other);
  // A source that keeps its objects gives one of them again, as it is.
  expect(givenOf(showFor(shown, shown))).toBe(shown);
});

it('an event that cannot be compared is a new one', () => {
  const endless: FeedEvent & { self?: unknown } = event('a');
  endless.self = endless;
  const fresh = { ...endless };
  expect(renewed(endless, fresh)).toBe(fresh);
});
