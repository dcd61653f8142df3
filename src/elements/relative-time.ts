import type { Words } from './words.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Hours are counted past midnight for so long. */
const RECENT = 6 * HOUR;
/** Clocks differ: an event that is this much ahead happened "just now". */
const SKEW = 5 * MINUTE;

export interface DescribedTime {
  readonly text: string;
  /** When the text will be another one, in ms since the epoch. */
  readonly until: number;
}

const midnight = (now: number, days: number) => {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).getTime();
};

/** "just now", "12 min. ago", "3 hr. ago", "yesterday, 18:40", "14 March", "Aug 18, 2010". */
export function describeTime(time: Date, now: number, words: Words): DescribedTime {
  const at = time.getTime();
  const age = now - at;
  if (age >= -SKEW) {
    if (age < MINUTE) return { text: words.term('justNow'), until: at + MINUTE };
    if (age < HOUR) {
      const minutes = Math.floor(age / MINUTE);
      return { text: words.ago(minutes, 'minute'), until: at + (minutes + 1) * MINUTE };
    }
    if (at >= midnight(now, 0) || age < RECENT) {
      const hours = Math.floor(age / HOUR);
      const until = Math.min(at + (hours + 1) * HOUR, Math.max(midnight(now, 1), at + RECENT));
      return { text: words.ago(hours, 'hour'), until };
    }
    if (at >= midnight(now, -1)) {
      const clock = words.formatDate(time, 'clock');
      return { text: `${words.ago(1, 'day')}, ${clock}`, until: midnight(now, 1) };
    }
  }
  // One that is ahead becomes "just now" before midnight, perhaps.
  const until = age < -SKEW ? Math.min(midnight(now, 1), at - SKEW) : midnight(now, 1);
  return { text: words.day(time, now), until };
}
