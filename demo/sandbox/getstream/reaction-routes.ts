import { ApiError, fieldError } from './api-error.js';
import { type Answer, type Call, isOn, readLimit } from './call.js';
import { writeActivity } from './activity.js';
import { Enricher } from './enrich.js';
import { readFeedId } from './feed-groups.js';
import { isRecord, needRecord, readText } from './json.js';
import type { Reaction } from './reactions.js';

export function addReaction(call: Call): Answer {
  const { site, visitor } = call;
  visitor.need('write', 'reactions');
  const body = needRecord(call.body);
  const userId = readText(body['user_id']) ?? visitor.userId;
  if (userId === undefined) throw new ApiError(10, 'Missing user: send user_id, or the token of a user.');
  visitor.needUser(userId);
  const kind = readText(body['kind']);
  if (!kind) throw fieldError('kind', 'This field is required.');
  const parent = readText(body['parent']) ?? '';
  const activityId = parent ? site.reactions.get(parent).activityId : readText(body['activity_id']);
  if (!activityId) throw fieldError('activity_id', 'This field is required.');
  if (!site.feeds.activity(activityId)) throw new ApiError(16, 'Activity with this id does not exist.');
  const feeds: unknown = body['target_feeds'];
  const targetFeeds = Array.isArray(feeds) ? feeds.map((feed) => readFeedId(feed).id) : [];
  const id = readText(body['id']);
  const data = isRecord(body['data']) ? body['data'] : {};
  const reaction = site.reactions.add({ id, kind, userId, activityId, parent, data, targetFeeds });
  for (const feed of targetFeeds) tell(call, reaction, feed);
  return { status: 201, body: new Enricher(call).reaction(reaction) };
}

/** A reaction is told in other feeds as an activity of its own. */
function tell({ site, body }: Call, reaction: Reaction, feed: string): void {
  const extra = isRecord(body) ? body['target_feeds_extra_data'] : undefined;
  site.feeds.add(feed, {
    ...(isRecord(extra) && extra),
    actor: `SU:${reaction.userId}`,
    verb: reaction.kind,
    object: `SA:${reaction.activityId}`,
    reaction: `SR:${reaction.id}`,
    foreign_id: `reaction:${reaction.id}`,
  });
}

export function getReaction(call: Call): Answer {
  call.visitor.need('read', 'reactions');
  return { body: new Enricher(call).reaction(call.site.reactions.get(call.path['id'] ?? '')) };
}

export function updateReaction(call: Call): Answer {
  const { id } = needOwn(call, 'write');
  const { data } = needRecord(call.body);
  const updated = call.site.reactions.update(id, isRecord(data) ? data : {});
  return { status: 201, body: new Enricher(call).reaction(updated) };
}

export function removeReaction(call: Call): Answer {
  const { id, targetFeeds } = needOwn(call, 'delete');
  const { feeds, reactions } = call.site;
  reactions.remove(id);
  for (const feed of targetFeeds) {
    for (const { activity } of feeds.get(feed).entries) {
      if (activity.fields['reaction'] === `SR:${id}`) feeds.remove(feed, activity.id);
    }
  }
  return { body: {} };
}

function needOwn({ site, visitor, path }: Call, action: 'write' | 'delete'): Reaction {
  visitor.need(action, 'reactions');
  const reaction = site.reactions.get(path['id'] ?? '');
  visitor.needUser(reaction.userId);
  return reaction;
}

/** By activity, by the reaction that they are about, or by user; newest first. */
export function listReactions(call: Call): Answer {
  const { site, visitor, path, query, url } = call;
  visitor.need('read', 'reactions');
  const { by, value = '', kind } = path;
  const all = by === 'user_id' ? site.reactions.by(value) : site.reactions.about(value);
  const found = between(
    all.filter((reaction) => kind === undefined || reaction.kind === kind),
    query,
  );
  const limit = readLimit(query);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const next = new URLSearchParams(query);
  if (last) next.set('id_lt', last.id);
  const enricher = new Enricher(call);
  const activity = isOn(query.get('with_activity_data')) ? site.feeds.activity(value) : undefined;
  return {
    body: {
      results: page.map((reaction) => enricher.reaction(reaction)),
      next: last && found.length > limit ? `${url.pathname}?${next.toString()}` : '',
      ...(activity && { activity: writeActivity(activity, null) }),
    },
  };
}

// Their ids say nothing about time: a cursor is a place in the list.
function between(all: readonly Reaction[], query: URLSearchParams): readonly Reaction[] {
  const at = (name: string) => {
    const id = query.get(name);
    if (!id) return undefined;
    const index = all.findIndex((reaction) => reaction.id === id);
    if (index < 0) throw new ApiError(4, `Invalid ${name}: it must be the id of a reaction in this list.`);
    return index;
  };
  const [lt, lte, gt, gte] = [at('id_lt'), at('id_lte'), at('id_gt'), at('id_gte')];
  const start = lt === undefined ? (lte ?? 0) : lt + 1;
  return all.slice(start, gt ?? (gte === undefined ? undefined : gte + 1));
}
