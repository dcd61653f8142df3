import type { People } from '../attachments.js';
import { isGroup, type PersonKey, personKeys } from '../people.js';
import { Random } from '../random.js';
import { createDiscussion } from './discussion.js';
import { createFiller } from '../stories/filler.js';
import { opening } from '../stories/opening.js';
import { replies } from '../stories/posts.js';
import type { Activity } from './activity.js';
import type { Json } from './json.js';
import { readFeedId } from './feed-groups.js';
import { type Micros, writeTime } from './micro-time.js';
import { createNotifications } from './notifications.js';
import type { Site } from './site.js';
import { StoryTeller } from './story-activity.js';

export interface LifeOptions {
  readonly now: Micros;
  readonly people: People;
  /** The visitor, who is called vera in the stories. */
  readonly userId: string;
}

export interface Life {
  /** Somebody posts, and likes what the visitor has last posted. */
  insert(): void;
}

const STORIES = 260;
const MINUTE = 60e6;
const DAY = 1440 * MINUTE;

const humans = personKeys.filter((key) => !isGroup(key));

/** Always the same life of the same people; only its times follow `now`. */
export function createLife(site: Site, { now, people, userId }: LifeOptions): Life {
  const random = new Random(20_141_118);
  const idOf = (key: PersonKey) => (key === 'vera' ? userId : key);
  const refOf = (key: PersonKey) => `SU:${idOf(key)}`;
  const teller = new StoryTeller(site, people, random, refOf);
  const filler = createFiller(random);
  const discuss = createDiscussion(site, { now, random, idOf, humans });

  for (const key of personKeys) site.users.put(idOf(key), profile(key, people));
  createFollows(site, idOf, random);

  const add = (key: PersonKey, told: Json, time?: Micros): readonly Activity[] =>
    site.feeds.add(`user:${idOf(key)}`, {
      actor: refOf(key),
      ...told,
      ...(time !== undefined && {
        time: writeTime(time),
        foreign_id: `${String(told['verb'])}:${random.hex(8)}`,
      }),
    });

  const told = opening.filter((slot) => typeof slot !== 'string');
  const stories = Array.from({ length: STORIES }, (_, i) => told[i] ?? filler());
  const times = createTimes(now, random);
  for (const [i, story] of [...stories.entries()].reverse()) {
    const time = times[i] ?? now;
    const [first, ...others] = typeof story.by === 'string' ? [story.by] : story.by;
    const content = teller.tell(story);
    for (const added of first ? add(first, content, time) : []) discuss(added, story);
    // Who did the same did it a little earlier.
    for (const [n, other] of others.entries()) add(other, content, time - (n + 1) * random.int(1, 9) * 1e6);
  }
  // Whose author has left, and one that was never a user here.
  add('tom', { verb: 'post', object: 'post:left', message: replies.en[4], actor: 'SU:gone' }, now - 3 * DAY);
  add('tom', { verb: 'tweet', object: replies.en[5], actor: 'somebody' }, now - 5 * DAY);

  const notifications = createNotifications(site, { now, userId, refOf, random, humans });

  return {
    insert() {
      const story = filler();
      const [by = 'marina'] = typeof story.by === 'string' ? [story.by] : story.by;
      add(by === 'vera' ? 'marina' : by, teller.tell(story));
      notifications.insert();
    },
  };
}

function profile(key: PersonKey, people: People): Json {
  const user = people.get(key);
  const image = user?.['has_pic'] === 1 && { profileImage: user['pic'] };
  return { name: user?.['nick'], url: user?.['link'], ...image };
}

/** The visitor follows everybody, and so does the feed of what is popular; the others a few each. */
function createFollows({ feeds }: Site, idOf: (key: PersonKey) => string, random: Random): void {
  const follow = (feed: string, target: PersonKey) => {
    feeds.follow(readFeedId(feed), readFeedId(`user:${idOf(target)}`));
  };
  for (const key of personKeys) {
    follow('popular:all', key);
    if (key === 'vera') continue;
    follow(`timeline:${idOf('vera')}`, key);
    follow(`timeline_aggregated:${idOf('vera')}`, key);
    for (const other of random.some(humans, 4)) if (other !== key) follow(`timeline:${idOf(key)}`, other);
  }
}

/** Newest first: minutes apart at first, most of a day apart months ago. */
function createTimes(now: Micros, random: Random): Micros[] {
  let time = now - 4 * MINUTE;
  return Array.from({ length: STORIES }, (_, i) => {
    const at = time;
    time -= Math.ceil(20 * MINUTE * (1 + i / 20) ** 1.6 * random.between(0.5, 1.5));
    return at;
  });
}
