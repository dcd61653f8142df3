import type { PersonKey } from '../people.js';
import type { Random } from '../random.js';
import { replies } from '../stories/posts.js';
import { activityId } from './activity-id.js';
import { groupEntries } from './feed-grouping.js';
import { type Micros, writeTime } from './micro-time.js';
import type { Site } from './site.js';

export interface NotificationOptions {
  readonly now: Micros;
  readonly userId: string;
  readonly refOf: (key: PersonKey) => string;
  readonly random: Random;
  readonly humans: readonly PersonKey[];
}

export interface Notifications {
  /** Somebody likes what the visitor has last posted. */
  insert(): void;
}

const DAY = 86_400e6;
const DAYS = 32;
// Of the newest groups, so many have not been seen, so many not been read.
const UNSEEN = 4;
const UNREAD = 12;

/** A month of likes, comments and new followers of the visitor. */
export function createNotifications(site: Site, options: NotificationOptions): Notifications {
  const { now, userId, refOf, random } = options;
  const humans = options.humans.filter((key) => key !== 'vera');
  const feed = `notification:${userId}`;
  const posts = site.feeds.get(`user:${userId}`).entries.map(({ activity }) => activity);

  /** What the visitor had last posted by then; at first something that is no longer there. */
  const subject = (time: Micros) =>
    `SA:${posts.find((post) => post.time < time)?.id ?? activityId(now - 400 * DAY, '8080800000000001')}`;

  for (let day = DAYS - 1; day >= 0; day -= 1) {
    const about = subject(now - (day + 1) * DAY);
    tell(day, 'like', random.int(1, 9), { object: about });
    if (random.chance(0.6)) tell(day, 'comment', random.int(1, 3), { object: about });
    if (random.chance(0.4)) tell(day, 'follow', random.int(1, 4), { object: refOf('vera') });
  }

  function tell(day: number, verb: string, count: number, more: { readonly object: string }): void {
    for (const [i, key] of random.some(humans, count).entries()) {
      // Some have left since.
      const actor = random.chance(0.03) ? 'SU:gone' : refOf(key);
      const text = verb === 'comment' ? { message: random.pick(replies.ru) } : {};
      const time = writeTime(now - day * DAY - (i + 1) * random.int(5e6, 600e6));
      site.feeds.add(feed, { actor, verb, ...more, ...text, time, foreign_id: `${verb}:${random.hex(8)}` });
    }
  }

  const state = site.feeds.get(feed);
  for (const [i, { name }] of groupEntries(state.entries).entries()) {
    if (i >= UNSEEN) state.seen.add(name);
    // One was forgotten.
    if (i >= UNREAD && i % 17 !== 0) state.read.add(name);
  }

  return {
    insert() {
      site.feeds.add(feed, { actor: refOf(random.pick(humans)), verb: 'like', object: subject(now) });
    },
  };
}
