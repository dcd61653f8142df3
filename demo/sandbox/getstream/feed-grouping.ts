import type { Activity } from './activity.js';
import type { Entry } from './feed.js';
import { writeTime } from './micro-time.js';

/** What an aggregated or a notification feed shows as one. */
export interface ActivityGroup {
  /** Of its newest activity: it changes as the group grows. */
  readonly id: string;
  readonly order: string;
  /** `like_2018-10-18`; stays. */
  readonly name: string;
  readonly verb: string;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** By verb and day, as feed groups are when nobody says otherwise. */
export const groupNameOf = ({ fields, time }: Activity) =>
  `${String(fields['verb'])}_${writeTime(time).slice(0, 10)}`;

/** Newest first, as `entries` are. */
export function groupEntries(entries: readonly Entry[]): ActivityGroup[] {
  const byName = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = groupNameOf(entry.activity);
    const members = byName.get(name);
    if (members) members.push(entry);
    else byName.set(name, [entry]);
  }
  return [...byName].flatMap(([name, members]) => {
    const newest = members[0]?.activity;
    return newest
      ? [{ id: newest.id, order: newest.order, name, verb: String(newest.fields['verb']), entries: members }]
      : [];
  });
}
