import { type Answer, type Call, type FeedCall, isOn, readCount, readLimit } from './call.js';
import { fieldError } from './api-error.js';
import { readFeedId } from './feed-groups.js';
import { needList, needRecord } from './json.js';
import { writeTime } from './micro-time.js';

export async function follow({ feed, site, visitor, body, checkToken }: FeedCall): Promise<Answer> {
  visitor.need('write', 'follower', feed);
  const { target, target_token, activity_copy_limit } = needRecord(body);
  if (target === undefined) throw fieldError('target', 'This field is required.');
  const followed = readFeedId(target);
  await checkToken(followed, typeof target_token === 'string' ? target_token : undefined);
  site.feeds.follow(feed, followed, readCopyLimit(activity_copy_limit));
  return { status: 201, body: {} };
}

export const readCopyLimit = (value: unknown) =>
  typeof value === 'number' ? Math.min(value, 1000) : undefined;

export function unfollow({ feed, site, visitor, path, query }: FeedCall): Answer {
  visitor.need('delete', 'follower', feed);
  site.feeds.unfollow(feed.id, readFeedId(path['target']).id, isOn(query.get('keep_history')));
  return { body: {} };
}

export const following = (call: FeedCall) => answerFollows(call, 'feed', 'target');
export const followers = (call: FeedCall) => answerFollows(call, 'target', 'feed');

function answerFollows(
  { feed, site, visitor, query }: FeedCall,
  here: 'feed' | 'target',
  there: 'feed' | 'target',
) {
  visitor.need('read', 'follower', feed);
  const filter = query.get('filter')?.split(',').filter(Boolean) ?? [];
  const offset = readCount(query, 'offset', 0);
  const found = site.feeds
    .followsOf(here, feed.id)
    .filter((each) => filter.length === 0 || filter.includes(each[there]))
    .slice(offset, offset + readLimit(query));
  const results = found.map(({ feed: feed_id, target: target_id, at }) => ({
    feed_id,
    target_id,
    created_at: `${writeTime(at)}Z`,
    updated_at: `${writeTime(at)}Z`,
  }));
  return { body: { results } };
}

/** `[{ source, target }]`: servers only. */
export function followMany(call: Call): Answer {
  const limit = call.query.has('activity_copy_limit')
    ? readCount(call.query, 'activity_copy_limit', 0)
    : undefined;
  for (const { source, target, activity_copy_limit } of readPairs(call)) {
    const copies = readCopyLimit(activity_copy_limit) ?? limit;
    call.site.feeds.follow(readFeedId(source), readFeedId(target), copies);
  }
  return { status: 201, body: {} };
}

export function unfollowMany(call: Call): Answer {
  for (const { source, target, keep_history } of readPairs(call)) {
    call.site.feeds.unfollow(readFeedId(source).id, readFeedId(target).id, keep_history === true);
  }
  return { status: 201, body: {} };
}

function readPairs({ visitor, body }: Call) {
  visitor.need('write', 'follower');
  visitor.needServer();
  return needList(body, 'body').map((pair) => needRecord(pair, 'relation'));
}

export function followStats({ site, visitor, query }: Call): Answer {
  const count = (name: 'followers' | 'following', side: 'target' | 'feed') => {
    const feed = readFeedId(query.get(name));
    visitor.need('read', 'follower', feed);
    const slugs = query.get(`${name}_slugs`)?.split(',');
    const other = side === 'feed' ? 'target' : 'feed';
    const found = site.feeds
      .followsOf(side, feed.id)
      .filter((each) => !slugs || slugs.includes(each[other].split(':')[0] ?? ''));
    return { count: found.length, feed: feed.id };
  };
  const results = { followers: count('followers', 'target'), following: count('following', 'feed') };
  return { body: { results } };
}
