import * as activities from './activity-routes.js';
import type { Answer, Call, FeedCall } from './call.js';
import * as feeds from './feed-routes.js';
import * as follows from './follow-routes.js';
import * as objects from './object-routes.js';
import * as reactions from './reaction-routes.js';

type Handler = (call: Call) => Answer | Promise<Answer>;

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  readonly handle: Handler;
}

// `:name` is one part of the path; all paths end with a slash.
const route = (method: string, path: string, handle: Handler): Route => ({
  method,
  pattern: new RegExp(`^${path.replace(/\/:(\w+)/g, '/(?<$1>[^/]+)')}$`),
  handle,
});

const feedRoute = (method: string, path: string, handle: (call: FeedCall) => Answer | Promise<Answer>) =>
  route(method, path, (call) => {
    if (!call.feed) throw new Error('The path names no feed.');
    return handle({ ...call, feed: call.feed });
  });

const REACTIONS_BY = 'reaction/(?<by>activity_id|reaction_id|user_id)';

/** What the API answers, below `/api/v1.0/`. Python says `follows`, JavaScript `following`. */
export const routes: readonly Route[] = [
  feedRoute('GET', 'feed/:slug/:user/', feeds.readFeed),
  feedRoute('POST', 'feed/:slug/:user/', feeds.addToFeed),
  feedRoute('GET', 'enrich/feed/:slug/:user/', feeds.readEnrichedFeed),
  feedRoute('GET', 'feed/:slug/:user/follow(?:s|ing)/', follows.following),
  feedRoute('POST', 'feed/:slug/:user/follow(?:s|ing)/', follows.follow),
  feedRoute('DELETE', 'feed/:slug/:user/follow(?:s|ing)/:target/', follows.unfollow),
  feedRoute('GET', 'feed/:slug/:user/followers/', follows.followers),
  feedRoute('DELETE', 'feed/:slug/:user/:id/', feeds.removeFromFeed),
  route('POST', 'feed/add_to_many/', activities.addToMany),
  route('POST', 'follow_many/', follows.followMany),
  route('POST', 'unfollow_many/', follows.unfollowMany),
  route('GET', 'stats/follow/', follows.followStats),
  route('GET', 'activities/', activities.getActivities),
  route('POST', 'activities/', activities.updateActivities),
  route('GET', 'enrich/activities/', activities.getEnrichedActivities),
  route('POST', 'reaction/', reactions.addReaction),
  route('GET', 'reaction/:id/', reactions.getReaction),
  route('PUT', 'reaction/:id/', reactions.updateReaction),
  route('DELETE', 'reaction/:id/', reactions.removeReaction),
  route('GET', `${REACTIONS_BY}/:value/`, reactions.listReactions),
  route('GET', `${REACTIONS_BY}/:value/:kind/`, reactions.listReactions),
  route('POST', 'user/', objects.addRecord),
  route('GET', 'user/:id/', objects.getRecord),
  route('PUT', 'user/:id/', objects.updateRecord),
  route('DELETE', 'user/:id/', objects.removeRecord),
  route('POST', 'collections/', objects.upsertObjects),
  route('GET', 'collections/', objects.selectObjects),
  route('POST', 'collections/:collection/', objects.addRecord),
  route('GET', 'collections/:collection/:id/', objects.getRecord),
  route('PUT', 'collections/:collection/:id/', objects.updateRecord),
  route('DELETE', 'collections/:collection/:id/', objects.removeRecord),
];
