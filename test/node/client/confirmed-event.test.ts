import { expect, it } from 'vitest';
import { confirmedOf, renewed, showFor } from '../../../src/client/confirmed-event.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { event } from './fake-source.js';

it('an event is another object only where it looks different, and what was confirmed is not forgotten', () => {
  const shown = event('a', 'text');
  const [confirmed, same, other] = [event('a', 'confirmed'), event('a', 'text'), event('a', 'other')];
  expect(renewed(shown, showFor(confirmed, same))).toBe(shown);
  expect(confirmedOf(shown)).toBe(confirmed);
  expect(renewed(shown, other)).toBe(other);
  // A source that keeps its objects gives one of them again, as it is.
  expect(confirmedOf(showFor(shown, shown))).toBe(shown);
});

it('an event that cannot be compared is a new one', () => {
  const endless: FeedEvent & { self?: unknown } = event('a');
  endless.self = endless;
  const fresh = { ...endless };
  expect(renewed(endless, fresh)).toBe(fresh);
});
