import { type Activity, createActivity, writeActivity } from './activity.js';
import { ApiError } from './api-error.js';
import type { Answer, Call } from './call.js';
import { Enricher } from './enrich.js';
import { readFeedId } from './feed-groups.js';
import { type Json, needList, needRecord } from './json.js';
import { readTime } from './micro-time.js';

export const getActivities = (call: Call) => answer(call, (activity) => writeActivity(activity, null));

export function getEnrichedActivities(call: Call): Answer {
  const enricher = new Enricher(call);
  return answer(call, (activity) => enricher.activity(activity, null));
}

/** By `ids`, or by `foreign_ids` and `timestamps`; what is not there is left out. */
function answer({ site, visitor, query }: Call, write: (activity: Activity) => Json): Answer {
  visitor.need('read', 'activities');
  const list = (name: string) => query.get(name)?.split(',') ?? [];
  const times = list('timestamps');
  const found = query.has('ids')
    ? list('ids').map((id) => site.feeds.activity(id))
    : list('foreign_ids').map((id, i) => site.feeds.find(id, readTime(times[i] ?? '') ?? 0));
  return { body: { results: found.filter((activity) => activity !== undefined).map(write) } };
}

/** `{ activities }`, each with foreign_id and time: what is stored is replaced. */
export function updateActivities({ site, visitor, body }: Call): Answer {
  visitor.need('write', 'activities');
  visitor.needServer();
  const activities = needList(needRecord(body)['activities'], 'activities').map((raw) => {
    const { foreign_id, time } = needRecord(raw, 'activity');
    if (!foreign_id || !time) throw new ApiError(4, 'An update needs foreign_id and time.');
    return createActivity(raw, () => 0);
  });
  for (const activity of activities) site.feeds.overwrite(activity);
  return { status: 201, body: {} };
}

export function addToMany({ site, visitor, body }: Call): Answer {
  visitor.need('write', 'feed');
  visitor.needServer();
  const { activity, feeds } = needRecord(body);
  const ids = needList(feeds, 'feeds').map((feed) => readFeedId(feed).id);
  const [first, ...rest] = ids;
  if (first === undefined) throw new ApiError(4, 'Name at least one feed.');
  for (const { id } of site.feeds.add(first, activity)) for (const feed of rest) site.feeds.share(id, feed);
  return { status: 201, body: {} };
}
