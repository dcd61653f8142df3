import { FeedClient } from '../../../src/client/feed-client.js';
import type { Comment, FeedEvent, Thread } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { event, settled } from './fake-source.js';

const thread: Thread = {
  id: 't',
  likes: [],
  likeCount: 3,
  liked: false,
  comments: [],
  commentCount: 0,
  likeable: true,
  commentable: true,
};

/** An event with a thread of its own id. */
export const threaded = (id: string, fields: Partial<Thread> = {}): FeedEvent => ({
  ...event(id),
  thread: { ...thread, id, ...fields },
});

interface Call {
  /** What was asked for: `page`, `like`, `unlike`, or the text of a comment. */
  readonly what: string;
  readonly event?: FeedEvent;
  resolve(answer?: unknown): void;
  reject(reason: unknown): void;
}

/** A client whose source leaves every request open until the test answers it; the first page is there. */
export async function reacting(...events: FeedEvent[]) {
  const calls: Call[] = [];
  const open = (what: string, of?: FeedEvent) =>
    new Promise<never>((resolve, reject) => {
      calls.push({ what, ...(of && { event: of }), resolve, reject });
    });
  const source: FeedSource = {
    name: 'fake',
    page: () => open('page'),
    like: (of) => open('like', of),
    unlike: (of) => open('unlike', of),
    comment: (of, text) => open(text, of),
  };
  const client = new FeedClient(source);
  /** The request with this number, counted from 0, or the last one of this kind. */
  const call = (which: number | string): Call => {
    const found = typeof which === 'number' ? calls[which] : calls.findLast(({ what }) => what === which);
    if (!found) throw new Error(`There is no request ${String(which)}.`);
    return found;
  };
  const answer = async (...shown: FeedEvent[]) => {
    calls
      .filter(({ what }) => what === 'page')
      .at(-1)
      ?.resolve({ events: shown, warnings: [], skip: 'more' });
    await settled();
  };
  const loading = client.loadMore();
  await settled();
  await answer(...events);
  await loading;
  const sent = () => calls.map(({ what }) => what).filter((what) => what !== 'page');
  const at = (place = 0): FeedEvent => {
    const found = client.events[place];
    if (!found) throw new Error('There is no such event.');
    return found;
  };
  const threadAt = (place = 0): Thread => at(place).thread ?? thread;
  /** What the first thread says, in short: `like 4` or `3`. */
  const likes = (place = 0) => `${threadAt(place).liked ? 'like ' : ''}${String(threadAt(place).likeCount)}`;
  /** The comments of the first thread, in short. */
  const said = (place = 0) =>
    threadAt(place)
      .comments.map(({ id, text, state }: Comment) => [text, state ?? id].join(' '))
      .join(', ');
  return { client, source, calls, call, answer, sent, at, threadAt, likes, said };
}
