import { type Activity, createActivity } from './activity.js';
import { fieldError } from './api-error.js';
import { Feed } from './feed.js';
import { type FeedAddress, readFeedId } from './feed-groups.js';
import { groupNameOf } from './feed-grouping.js';
import type { Micros } from './micro-time.js';

interface Follow {
  readonly feed: string;
  readonly target: string;
  readonly at: Micros;
}

/** Hears that an activity has come to a feed, or has gone from it. */
export type Watcher = (feed: string, activity: Activity, origin: string | null, has: 'come' | 'gone') => void;

const COPY_LIMIT = 100;

/** All feeds and who follows whom. What is added to a feed is copied to its followers, but not to theirs. */
export class Feeds {
  readonly #now: () => Micros;
  readonly #activities = new Map<string, Activity>();
  readonly #feeds = new Map<string, Feed>();
  readonly #follows = new Map<string, Follow>();
  #watch: Watcher = () => {};

  constructor(now: () => Micros) {
    this.#now = now;
  }

  /** From now on; there is one watcher. What comes or goes by following is not told. */
  watch(watcher: Watcher): void {
    this.#watch = watcher;
  }

  /** Every feed of a known group is there, be it empty. */
  get(id: string): Feed {
    const feed = this.#feeds.get(id) ?? new Feed(this.#activities);
    this.#feeds.set(id, feed);
    return feed;
  }

  activity(id: string): Activity | undefined {
    return this.#activities.get(id);
  }

  find(foreignId: string, time: Micros): Activity | undefined {
    return [...this.#activities.values()].find(
      (activity) => activity.time === time && activity.fields['foreign_id'] === foreignId,
    );
  }

  /** Also overwrites what has the same foreign_id and time. One that is wrong keeps all out. */
  add(feed: string, ...raw: readonly unknown[]): Activity[] {
    const activities = raw.map((each) => createActivity(each, this.#now));
    for (const target of activities.flatMap(({ to }) => to)) readFeedId(target);
    for (const activity of activities) {
      this.overwrite(activity);
      this.#deliver(activity, feed, 'own', null);
      for (const target of activity.to) this.#deliver(activity, target, 'to', feed);
    }
    return activities;
  }

  /** Adds what is stored to one more feed. */
  share(id: string, feed: string): void {
    const activity = this.#activities.get(id);
    if (activity) this.#deliver(activity, feed, 'own', null);
  }

  overwrite(activity: Activity): void {
    const known = this.#activities.has(activity.id);
    this.#activities.set(activity.id, activity);
    if (known) for (const feed of this.#feeds.values()) feed.refresh();
  }

  /** From here, from whom it was sent to, and from all who follow. */
  remove(feedId: string, id: string): void {
    const feed = this.get(feedId);
    const targets = feed.came(id, 'own') ? (this.#activities.get(id)?.to ?? []) : [];
    if (feed.isOwn(id)) for (const each of [feedId, ...targets]) this.#withdraw(id, each);
    else this.#drop(id, feedId);
    if (![...this.#feeds.values()].some((other) => other.has(id))) this.#activities.delete(id);
  }

  follow(feed: FeedAddress, target: FeedAddress, copyLimit = COPY_LIMIT): void {
    if (target.group.kind !== 'flat') throw fieldError('target', 'Only flat feeds can be followed.');
    if (target.id === feed.id) throw fieldError('target', 'A feed cannot follow itself.');
    const key = `${feed.id}>${target.id}`;
    if (this.#follows.has(key)) return;
    this.#follows.set(key, { feed: feed.id, target: target.id, at: this.#now() });
    const copied = this.get(target.id).ownIds.slice(0, copyLimit);
    for (const id of copied) this.get(feed.id).put(id, target.id, target.id);
  }

  unfollow(feed: string, target: string, keepHistory: boolean): void {
    this.#follows.delete(`${feed}>${target}`);
    if (!keepHistory) this.get(feed).dropWay(target);
  }

  /** Newest first. */
  followsOf(side: 'feed' | 'target', id: string): Follow[] {
    return [...this.#follows.values()].filter((follow) => follow[side] === id).reverse();
  }

  #deliver(activity: Activity, feedId: string, way: 'own' | 'to', origin: string | null): void {
    this.#put(activity, feedId, way, origin);
    for (const { feed } of this.followsOf('target', feedId)) this.#put(activity, feed, feedId, feedId);
  }

  #put(activity: Activity, feedId: string, way: string, origin: string | null): void {
    const feed = this.get(feedId);
    if (!feed.put(activity.id, way, origin)) return;
    // A group that grows is news again.
    const group = groupNameOf(activity);
    feed.read.delete(group);
    feed.seen.delete(group);
    this.#watch(feedId, activity, origin, 'come');
  }

  #withdraw(id: string, feedId: string): void {
    this.#drop(id, feedId);
    for (const { feed } of this.followsOf('target', feedId)) this.#drop(id, feed, feedId);
  }

  #drop(id: string, feedId: string, way?: string): void {
    const feed = this.get(feedId);
    const activity = feed.has(id) ? this.#activities.get(id) : undefined;
    feed.drop(id, way);
    if (activity && !feed.has(id)) this.#watch(feedId, activity, null, 'gone');
  }
}
