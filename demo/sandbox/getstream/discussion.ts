import type { PersonKey } from '../people.js';
import type { Random } from '../random.js';
import { replies } from '../stories/posts.js';
import type { Story } from '../stories/story.js';
import type { Activity } from './activity.js';
import type { Json } from './json.js';
import type { Micros } from './micro-time.js';
import type { Site } from './site.js';

export interface DiscussionOptions {
  readonly now: Micros;
  readonly random: Random;
  readonly idOf: (key: PersonKey) => string;
  readonly humans: readonly PersonKey[];
}

const THREE_DAYS = 3 * 86_400e6;

/** Likes and comments, as the story tells them or as they come, within three days and before now. */
export function createDiscussion(site: Site, { now, random, idOf, humans }: DiscussionOptions) {
  const reply = ({ title = '', text = '' }: Story) =>
    random.pick(/[а-яё]/i.test(title + text) ? replies.ru : replies.en);

  const comments = (story: Story): readonly (readonly [PersonKey, string])[] => {
    if (story.comments || !random.chance(0.3)) return story.comments ?? [];
    return random.some(humans, random.int(1, 7)).map((key) => [key, reply(story)] as const);
  };

  return ({ id, time }: Activity, story: Story): void => {
    const span = Math.min(now - time, THREE_DAYS);
    const say = (kind: string, key: PersonKey, data: Json, share: number) => {
      const made = { kind, userId: idOf(key), activityId: id, parent: '', data, targetFeeds: [] };
      site.reactions.add(made, Math.round(time + span * share));
    };
    const fans = random.some(humans, story.likes ?? (random.chance(0.5) ? 0 : random.int(1, 4) ** 2));
    for (const [i, key] of fans.entries()) say('like', key, {}, (i + 1) / (fans.length + 2));
    const said = comments(story);
    for (const [i, [key, text]] of said.entries()) say('comment', key, { text }, (i + 1) / (said.length + 1));
  };
}
