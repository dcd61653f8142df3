import { Feeds } from './feeds.js';
import type { Micros } from './micro-time.js';
import { Reactions } from './reactions.js';
import { Records } from './records.js';

/** All that one app of the API stores. */
export interface Site {
  readonly feeds: Feeds;
  readonly users: Records;
  readonly reactions: Reactions;
  collection(name: string): Records;
}

/** `now` is never the same twice. */
export function createSite(now: () => Micros): Site {
  const collections = new Map<string, Records>();
  return {
    feeds: new Feeds(now),
    users: new Records(now),
    reactions: new Reactions(now),
    collection(name) {
      const records = collections.get(name) ?? new Records(now, name);
      collections.set(name, records);
      return records;
    },
  };
}
