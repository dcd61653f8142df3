import { type Answer, type FeedCall, isOn } from './call.js';
import { writeActivity } from './activity.js';
import { ApiError } from './api-error.js';
import { Enricher } from './enrich.js';
import type { Entry } from './feed.js';
import { type ActivityGroup, groupEntries } from './feed-grouping.js';
import { rankings, readFeedId } from './feed-groups.js';
import { cutPage } from './feed-page.js';
import { isRecord, type Json, needList } from './json.js';
import { writeTime } from './micro-time.js';

const MAX_IN_GROUP = 15;

export const readFeed = (call: FeedCall) =>
  answerFeed(call, ({ activity, origin }) => writeActivity(activity, origin));

export function readEnrichedFeed(call: FeedCall): Answer {
  const enricher = new Enricher(call);
  return answerFeed(call, ({ activity, origin }) => enricher.activity(activity, origin));
}

function answerFeed(call: FeedCall, write: (entry: Entry) => Json): Answer {
  const { feed, site, visitor, url } = call;
  visitor.need('read', 'feed', feed);
  const { entries } = site.feeds.get(feed.id);
  if (feed.group.kind === 'flat') {
    const ranking = call.query.get('ranking') ?? feed.group.ranking;
    const placed = entries.map((entry) => ({ ...entry, id: entry.activity.id, order: entry.activity.order }));
    const list = ranking ? ranked(call, ranking, placed) : placed;
    const { items, next } = cutPage(list, url, ranking ? 'offset' : 'id');
    return { body: { results: items.map(write), next } };
  }
  const groups = groupEntries(entries);
  const { items, next } = cutPage(groups, url, 'id');
  if (feed.group.kind === 'aggregated') {
    return { body: { results: items.map((group) => writeGroup(group, write)), next } };
  }
  return { body: { ...answerNotifications(call, groups, items, write), next } };
}

/** Most reactions first. */
function ranked<T extends Entry>({ site }: FeedCall, ranking: string, entries: readonly T[]): readonly T[] {
  if (!rankings.includes(ranking)) throw new ApiError(11, `The ranking method '${ranking}' is not set up.`);
  const scored = entries.map((entry) => ({ entry, score: site.reactions.about(entry.activity.id).length }));
  return scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
}

function writeGroup({ id, name, verb, entries }: ActivityGroup, write: (entry: Entry) => Json): Json {
  const times = entries.map(({ activity }) => activity.time);
  return {
    activities: entries.slice(0, MAX_IN_GROUP).map(write),
    activity_count: entries.length,
    actor_count: new Set(entries.map(({ activity }) => activity.fields['actor'])).size,
    created_at: writeTime(Math.min(...times)),
    group: name,
    id,
    updated_at: writeTime(Math.max(...times)),
    verb,
  };
}

/** Tells what was read and seen before this request, and then marks. */
function answerNotifications(
  { feed, site, query }: FeedCall,
  groups: readonly ActivityGroup[],
  page: readonly ActivityGroup[],
  write: (entry: Entry) => Json,
): Json {
  const state = site.feeds.get(feed.id);
  const body = {
    results: page.map((group) => ({
      ...writeGroup(group, write),
      id: notificationId(group),
      is_read: state.read.has(group.name),
      is_seen: state.seen.has(group.name),
    })),
    unseen: groups.filter(({ name }) => !state.seen.has(name)).length,
    unread: groups.filter(({ name }) => !state.read.has(name)).length,
  };
  for (const mark of ['read', 'seen'] as const) {
    for (const { name } of marked(query.get(`mark_${mark}`), groups, page)) state[mark].add(name);
  }
  return body;
}

const notificationId = ({ id, name }: ActivityGroup) => `${id}.${name}`;

/** `true`, `current` for this page, or a list of ids with commas: of a group as answered, or without its name. */
function marked(mark: string | null, groups: readonly ActivityGroup[], page: readonly ActivityGroup[]) {
  if (isOn(mark)) return groups;
  if (mark === 'current') return page;
  const ids = new Set(mark?.split(','));
  return groups.filter((group) => ids.has(group.id) || ids.has(notificationId(group)));
}

/** One activity, or `{ activities }`. */
export async function addToFeed(call: FeedCall): Promise<Answer> {
  const { feed, site, visitor, body } = call;
  visitor.need('write', 'feed', feed);
  const many = isRecord(body) && body['activities'] !== undefined;
  const raw = many ? needList(body['activities'], 'activities') : [body];
  for (const each of raw) await checkTargets(call, each);
  const added = site.feeds.add(feed.id, ...raw).map((each) => writeActivity(each, null));
  return { status: 201, body: many ? { activities: added } : (added[0] ?? {}) };
}

/** A target may bring its token, `flat:33 <token>`; then it must be right. */
async function checkTargets({ checkToken }: FeedCall, raw: unknown): Promise<void> {
  const to: unknown = isRecord(raw) ? raw['to'] : undefined;
  if (!Array.isArray(to)) return;
  for (const target of to) {
    const [id, token] = String(target).split(' ');
    await checkToken(readFeedId(id), token);
  }
}

export function removeFromFeed({ feed, site, visitor, path, query }: FeedCall): Answer {
  visitor.need('delete', 'feed', feed);
  const { id = '' } = path;
  const byForeignId = isOn(query.get('foreign_id'));
  const entries = site.feeds.get(feed.id).entries;
  const found = byForeignId ? entries.filter((entry) => foreignIdOf(entry) === id).map(idOf) : [id];
  // What is not there is no error.
  for (const each of found) site.feeds.remove(feed.id, each);
  return { body: { removed: id } };
}

const foreignIdOf = ({ activity }: Entry) => activity.fields['foreign_id'];
const idOf = ({ activity }: Entry) => activity.id;
