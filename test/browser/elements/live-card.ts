import { vi } from 'vitest';
import type { ReaderActions } from '../../../src/elements/card-element.js';
import type { EventCard } from '../../../src/elements/event-card/event-card.js';
import type { Comment, FeedEvent, Thread } from '../../../src/model/event.js';
import { showCard } from './support.js';

type Update = (thread: Thread) => Partial<Thread>;

/** The event, with another thread for it or for the subevent with this id. */
export function changed(event: FeedEvent, id: string, update: Update): FeedEvent {
  const subevents = event.subevents.map((inner) => changed(inner, id, update));
  if (event.id !== id || !event.thread) return { ...event, subevents };
  return { ...event, subevents, thread: { ...event.thread, ...update(event.thread) } };
}

/**
 * A card whose reader does what a client does: what is wished is in the event at once. The outcome is for the test to
 * tell, by `change`.
 */
export async function showLive(
  event: FeedEvent,
  can: Partial<Pick<ReaderActions, 'canLike' | 'canComment'>> = {},
) {
  const shown: EventCard[] = [];
  const change = (id: string, update: Update) => {
    for (const card of shown) if (card.event) card.event = changed(card.event, id, update);
  };
  const like = (liked: boolean) =>
    vi.fn(({ id }: FeedEvent) => {
      change(id, ({ likeCount }) => ({ liked, likeCount: likeCount + (liked ? 1 : -1) }));
      return Promise.resolve();
    });
  const reader = {
    canLike: true,
    canComment: true,
    like: like(true),
    unlike: like(false),
    comment: vi.fn(({ id }: FeedEvent, text: string) => {
      change(id, ({ comments, commentCount }) => ({
        comments: [...comments, { id: `own ${comments.length}`, text, state: 'sending' }],
        commentCount: commentCount + 1,
      }));
      return Promise.resolve();
    }),
    sendAgain: vi.fn(({ id }: FeedEvent, again: Comment) => {
      setState(id, again.id, 'sending');
      return Promise.resolve();
    }),
    withdraw: vi.fn(({ id }: FeedEvent, { id: gone }: Comment) => {
      change(id, ({ comments, commentCount }) => ({
        comments: comments.filter((comment) => comment.id !== gone),
        commentCount: commentCount - 1,
      }));
    }),
    ...can,
  } satisfies ReaderActions;
  /** What became of a comment. */
  const setState = (id: string, commentId: string, state: Comment['state']) => {
    change(id, ({ comments }) => ({
      comments: comments.map((comment) => (comment.id === commentId ? { ...comment, state } : comment)),
    }));
  };
  const card = await showCard(event, { reader });
  shown.push(card);
  return { card, reader, change, setState };
}
