import { FeedError } from '../http/errors.js';
import type { FeedEvent } from '../model/event.js';
import { askSource } from './ask-source.js';
import type { FeedStore } from './feed-store.js';
import { inThread } from './in-thread.js';
import type { Intent } from './intents.js';

/** What the reader wants of one thread, while the source is not told all of it. */
interface PendingLike {
  event: FeedEvent;
  liked: boolean;
  intent: Intent;
  /** When all is told. */
  end: Promise<void>;
}

/**
 * What the reader likes. It shows at once; then the source is told, one request after the other and only what was
 * wanted last. When one fails, the thread is as the source last confirmed it.
 */
export class Likes {
  readonly #store: FeedStore;
  /** By the ids of the threads. */
  readonly #pending = new Map<string, PendingLike>();

  constructor(store: FeedStore) {
    this.#store = store;
  }

  get possible(): boolean {
    const { source } = this.#store;
    return !!(source.like && source.unlike);
  }

  set(event: FeedEvent, liked: boolean): Promise<void> {
    const { thread } = event;
    if (!thread?.likeable || !this.possible) return Promise.resolve();
    const running = this.#pending.get(thread.id);
    const intent = likeIntent(thread.id, liked);
    const before = running?.intent;
    const pending = Object.assign(running ?? { end: Promise.resolve() }, { event, liked, intent });
    if (!running) {
      this.#pending.set(thread.id, pending);
      pending.end = this.#send(event, thread.id, pending);
    }
    this.#store.replace(before, intent);
    return pending.end;
  }

  async #send(event: FeedEvent, id: string, pending: PendingLike): Promise<void> {
    // What is pressed in one go is one request.
    await Promise.resolve();
    const store = this.#store;
    const { source } = store;
    let confirmed = store.find(event);
    let error: FeedError | undefined;
    let known = confirmed.thread?.liked;
    while (!error && known !== pending.liked) {
      const { liked } = pending;
      const told = confirmed;
      const answer = await askSource(async (signal) =>
        liked ? await source.like?.(told, signal) : await source.unlike?.(told, signal),
      );
      if (answer instanceof FeedError) error = answer;
      else {
        known = liked;
        const accepted = likeIntent(id, liked, typeof answer === 'string' ? answer : undefined);
        store.replace(undefined, undefined, accepted);
        confirmed = accepted.apply(store.find(event));
      }
    }
    this.#pending.delete(id);
    // Meanwhile the reader, or the source, may have made it what is wanted: then nothing failed.
    const failure = store.find(event).thread?.liked === pending.liked ? undefined : error;
    store.replace(
      pending.intent,
      undefined,
      undefined,
      ...(failure ? [{ type: 'error', error: failure, doing: 'like', event: pending.event } as const] : []),
    );
  }
}

const likeIntent = (id: string, liked: boolean, likeId?: string): Intent =>
  inThread(id, (thread) => {
    if (thread.liked === liked) return likeId && !thread.likeId ? { ...thread, likeId } : thread;
    const likeCount = Math.max(0, thread.likeCount + (liked ? 1 : -1));
    return { ...thread, liked, likeCount, likeId };
  });
