import type { Words } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Hours are counted past midnight for so long. */
const RECENT = 6 * HOUR;
/** Clocks differ: an event that is this much ahead happened "just now". */
const SKEW = 5 * MINUTE;

interface DescribedTime {
  readonly text: string;
  /** Until when the text holds, in ms since the epoch; at midnight it is looked at anew. */
  readonly until: number;
}

/** "just now", "12 min. ago", "3 hr. ago", "yesterday, 18:40", "14 March", "Aug 18, 2010". */
export function describeTime(time: Date, words: Words): DescribedTime {
  const now = Date.now();
  const at = time.getTime();
  const age = now - at;
  const midnight = (days: number) => new Date(now).setHours(24 * days, 0, 0, 0);
  const until = (change: number) => Math.min(change, midnight(1));
  if (age < -SKEW) return { text: words.day(time), until: until(at - SKEW) };
  if (age < RECENT || at >= midnight(0)) {
    const step = age < HOUR ? MINUTE : HOUR;
    const steps = Math.floor(age / step);
    const text = steps < 1 ? words.term('justNow') : words.ago(steps, step === HOUR ? 'hour' : 'minute');
    return { text, until: until(at + (steps + 1) * step) };
  }
  const text =
    at < midnight(-1) ? words.day(time) : `${words.ago(1, 'day')}, ${words.formatDate(time, 'clock')}`;
  return { text, until: midnight(1) };
}
