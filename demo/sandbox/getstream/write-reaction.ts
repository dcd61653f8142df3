import type { Json } from './json.js';
import { writeTime } from './micro-time.js';
import type { Reaction } from './reactions.js';

/** As the API answers it, unenriched. */
export function writeReaction(reaction: Reaction): Json {
  const { id, kind, userId, activityId, parent, data, targetFeeds, created, updated } = reaction;
  return {
    created_at: `${writeTime(created)}Z`,
    updated_at: `${writeTime(updated)}Z`,
    id,
    user_id: userId,
    kind,
    activity_id: activityId,
    data,
    parent,
    ...(targetFeeds.length > 0 && { target_feeds: targetFeeds }),
  };
}
