import { attempt } from '../http/attempt.js';
import { FeedError } from '../http/errors.js';
import type { Comment, FeedEvent } from '../model/event.js';
import { askSource } from './ask-source.js';
import type { FeedStore } from './feed-store.js';
import { inThread } from './in-thread.js';
import type { Intent } from './intents.js';

/** A comment that the reader wrote. */
interface Unsent {
  readonly event: FeedEvent;
  readonly comment: Comment;
  /** What shows it. */
  readonly intent?: Intent;
}

/**
 * What the reader writes. It stands in its thread at once, and stays there when it could not be sent; only the reader
 * sends it again, for it may have arrived all the same.
 */
export class Comments {
  readonly #store: FeedStore;
  /** By the ids of the comments. */
  readonly #failed = new Map<string, Unsent>();
  #written = 0;

  constructor(store: FeedStore) {
    this.#store = store;
  }

  get possible(): boolean {
    return !!this.#store.source.comment;
  }

  write(event: FeedEvent, text: string): Promise<void> {
    if (!event.thread?.commentable || !this.possible || !text.trim()) return Promise.resolve();
    return this.#send({ event, comment: { id: `own-${++this.#written}`, text, time: new Date() } });
  }

  async sendAgain({ id }: Comment): Promise<void> {
    const unsent = this.#failed.get(id);
    if (unsent) await this.#send(unsent);
  }

  withdraw({ id }: Comment): void {
    const unsent = this.#failed.get(id);
    this.#failed.delete(id);
    if (unsent) this.#store.replace(unsent.intent);
  }

  async #send({ event, comment, intent }: Unsent): Promise<void> {
    const store = this.#store;
    this.#failed.delete(comment.id);
    const shown = store.find(event, (some) => some).thread;
    const id = event.thread?.id ?? '';
    const isOther = (other: Comment) => other.id !== comment.id && isAlike(other, comment);
    const alike = attempt(() => shown?.comments.filter(isOther).length);
    const sending = commentIntent(id, { ...comment, state: 'sending' }, alike);
    store.replace(intent, sending);
    const answer = await askSource(
      async (signal) => await store.source.comment?.(store.find(event), comment.text, signal),
    );
    if (answer instanceof FeedError) {
      const failed = commentIntent(id, { ...comment, state: 'failed' });
      this.#failed.set(comment.id, { event, comment, intent: failed });
      store.replace(sending, failed, undefined, { type: 'error', error: answer, doing: 'comment' });
    } else {
      const told = attempt(() => typeof answer?.text === 'string' && { ...answer });
      // Without a state it would hide in a long talk as soon as it is told.
      const sent = commentIntent(id, { ...(told || comment), state: 'sent' }, told ? Infinity : alike);
      store.replace(sending, undefined, sent);
    }
  }
}

/**
 * Adds a comment to its thread, unless an answer holds it already: under its id, or as one more of the same text than the
 * `alike` that were there before it.
 */
const commentIntent = (threadId: string, comment: Comment, alike = Infinity): Intent =>
  inThread(threadId, (thread) => {
    const { comments, commentCount } = thread;
    const isThere =
      comments.some(({ id }) => id === comment.id) ||
      comments.filter((other) => isAlike(other, comment)).length > alike;
    return isThere ? thread : { ...thread, comments: [...comments, comment], commentCount: commentCount + 1 };
  });

const isAlike = (one: Comment, other: Comment): boolean => one.text.trim() === other.text.trim();
