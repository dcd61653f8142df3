import { FeedError } from '../http/errors.js';
import type { FeedEvent } from '../model/event.js';
import { askSource } from './ask-source.js';
import type { FeedStore } from './feed-store.js';
import { inThread } from './in-thread.js';
import type { Intent } from './intents.js';

/** What the reader wants of one thread, while the source is not told all of it. */
interface Wish {
  event: FeedEvent;
  liked: boolean;
  intent: Intent;
  /** When all is told. */
  end: Promise<void>;
}

/**
 * What the reader likes. It shows at once; then the source is told, one request after the other and only what was
 * wished last. When one fails, the thread is as the source last confirmed it.
 */
export class Likes {
  readonly #store: FeedStore;
  readonly #wishes = new Map<string, Wish>();

  constructor(store: FeedStore) {
    this.#store = store;
  }

  get possible(): boolean {
    const { source } = this.#store;
    return !!(source.like && source.unlike);
  }

  wish(event: FeedEvent, liked: boolean): Promise<void> {
    const { thread } = event;
    if (!thread?.likeable || !this.possible) return Promise.resolve();
    const old = this.#wishes.get(thread.id);
    const intent = liking(thread.id, liked);
    const wish = old ?? { event, liked, intent, end: Promise.resolve() };
    const before = old?.intent;
    wish.event = event;
    wish.liked = liked;
    wish.intent = intent;
    if (!old) {
      this.#wishes.set(thread.id, wish);
      wish.end = this.#send(event, thread.id, wish);
    }
    this.#store.replace(before, intent);
    return wish.end;
  }

  async #send(event: FeedEvent, id: string, wish: Wish): Promise<void> {
    // What is pressed in one go is one wish.
    await Promise.resolve();
    const store = this.#store;
    const { source } = store;
    let given = store.find(event);
    let error: FeedError | undefined;
    let known = given.thread?.liked;
    while (!error && known !== wish.liked) {
      const { liked } = wish;
      const told = given;
      const answer = await askSource(async (signal) =>
        liked ? await source.like?.(told, signal) : await source.unlike?.(told, signal),
      );
      if (answer instanceof FeedError) error = answer;
      else {
        known = liked;
        const accepted = liking(id, liked, typeof answer === 'string' ? answer : undefined);
        store.replace(undefined, undefined, accepted);
        given = accepted.apply(store.find(event));
      }
    }
    this.#wishes.delete(id);
    // Meanwhile the wish, or what the source says, may be another.
    const missed = store.find(event).thread?.liked === wish.liked ? undefined : error;
    store.replace(
      wish.intent,
      undefined,
      undefined,
      ...(missed ? [{ type: 'error', error: missed, doing: 'like', event: wish.event } as const] : []),
    );
  }
}

const liking = (id: string, liked: boolean, likeId?: string): Intent =>
  inThread(id, (thread) => {
    if (thread.liked === liked) return likeId && !thread.likeId ? { ...thread, likeId } : thread;
    const likeCount = Math.max(0, thread.likeCount + (liked ? 1 : -1));
    return { ...thread, liked, likeCount, likeId };
  });
