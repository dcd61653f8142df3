import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import type { Comment, FeedEvent } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { settled } from './fake-source.js';
import { threaded } from './reacting.js';

it('in whatever order answers come, a like is as last wanted, a comment is there once, and the end is what the server knows', async () => {
  const deed = fc.constantFrom('like', 'unlike', 'comment', 'look', 'refresh', 'wait');
  const property = fc.asyncProperty(
    fc.scheduler(),
    fc.array(deed, { maxLength: 10 }),
    fc.boolean(),
    async (s, deeds, tells) => {
      const server = { liked: false, comments: [] as Comment[] };
      let number = 0;
      /** The server does something sooner or later, and its answer comes sooner or later after that. */
      const served = async <T>(what: string, act: () => T): Promise<T> => {
        await s.schedule(Promise.resolve(), `${what} ${String(++number)}`);
        const answer = act();
        await s.schedule(Promise.resolve(), `answer to ${what}`);
        return answer;
      };
      const event = (): FeedEvent =>
        threaded('a', {
          liked: server.liked,
          likeCount: Number(server.liked),
          comments: [...server.comments],
          commentCount: server.comments.length,
        });
      const source: FeedSource = {
        name: 'races',
        page: () => served('page', () => ({ events: [event()], warnings: [] })),
        like: () =>
          served('like', () => {
            server.liked = true;
            return undefined;
          }),
        unlike: () => served('unlike', () => void (server.liked = false)),
        comment: (_, text) =>
          served('comment', () => {
            const comment = { id: `c${String(server.comments.length)}`, text };
            server.comments.push(comment);
            return tells ? comment : undefined;
          }),
      };
      const client = new FeedClient(source);
      const first = client.loadMore();
      await s.waitFor(first);
      let wish = false;
      const texts: string[] = [];
      const check = () => {
        const thread = client.events[0]?.thread;
        expect([thread?.liked, thread?.likeCount]).toEqual([wish, Number(wish)]);
        expect(thread?.comments.map(({ text }) => text).sort()).toEqual([...texts].sort());
        expect(thread?.commentCount).toBe(texts.length);
      };
      client.subscribe(check);
      const ends: Promise<void>[] = [];
      for (const some of deeds) {
        const [shown] = client.events;
        if (!shown) throw new Error('The event is gone.');
        if (some === 'like' || some === 'unlike') {
          wish = some === 'like';
          ends.push(client[some](shown));
        } else if (some === 'comment') {
          texts.push(`text ${String(texts.length)}`);
          ends.push(client.comment(shown, texts.at(-1) ?? ''));
        } else if (some === 'look') ends.push(client.checkNewer());
        else if (some === 'refresh') ends.push(client.refresh());
        else if (s.count() > 0) await s.waitOne();
        await settled();
        check();
      }
      await s.waitFor(Promise.all(ends));
      check();
      await s.waitFor(client.checkNewer());
      check();
      expect([server.liked, client.events]).toEqual([wish, [event()]]);
    },
  );
  await fc.assert(property, { numRuns: 100 });
});
