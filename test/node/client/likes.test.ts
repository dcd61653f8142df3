import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { HttpError } from '../../../src/http/errors.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { event, log, scripted, settled } from './fake-source.js';
import { reacting, threaded } from './reacting.js';

const error = new HttpError('No.', { status: 503 });

describe('a like', () => {
  it('shows at once, and then the source is told with the event as it was', async () => {
    const { client, call, sent, at, likes } = await reacting(threaded('a'), threaded('b'));
    const [given, other] = client.events;
    const changes = log(client);
    const end = client.like(at());
    expect([likes(), changes]).toEqual(['like 4', ['events']]);
    expect(client.events[1]).toBe(other);
    await settled();
    expect(sent()).toEqual(['like']);
    expect(call(1).event).toBe(given);
    const liked = at();
    call(1).resolve();
    await end;
    expect(at()).toBe(liked);
    expect([changes, client.status]).toEqual([['events'], 'ready']);
  });

  it('is sent nowhere when pressed and taken back at once, or when it is there already', async () => {
    const { client, sent, at, likes } = await reacting(threaded('a'), threaded('b', { liked: true }));
    const shown = at();
    await Promise.all([client.like(at()), client.unlike(at()), client.like(at(1))]);
    expect([sent(), likes(), at() === shown]).toEqual([[], '3', true]);
  });

  it('pressed five times in a row is one request, and four times two: the last wish holds', async () => {
    for (const presses of [5, 4]) {
      const { client, calls, call, sent, at, likes } = await reacting(threaded('a'));
      const ends: Promise<void>[] = [];
      for (let press = 0; press < presses; press++) {
        ends.push(press % 2 ? client.unlike(at()) : client.like(at()));
        await settled();
      }
      expect([likes(), sent()]).toEqual([presses === 5 ? 'like 4' : '3', ['like']]);
      call(1).resolve('own-like');
      await settled();
      call(calls.length - 1).resolve();
      await Promise.all(ends);
      expect([likes(), sent()]).toEqual(presses === 5 ? ['like 4', ['like']] : ['3', ['like', 'unlike']]);
      if (presses === 4) expect(call(2).event?.thread).toMatchObject({ liked: true, likeId: 'own-like' });
      if (presses === 4) expect(at().thread?.likeId).toBeUndefined();
    }
  });

  it('that fails goes back to what was confirmed, the same object, and an error says so', async () => {
    const { client, call, at, likes } = await reacting(threaded('a'));
    const shown = at();
    const changes: unknown[] = [];
    client.subscribe((change) => changes.push(change));
    const end = client.like(at());
    await settled();
    call(1).reject(error);
    await end;
    expect([likes(), at() === shown, client.status, client.error]).toEqual(['3', true, 'ready', undefined]);
    expect(changes).toEqual([
      { type: 'events' },
      { type: 'error', error, doing: 'like', event: shown },
      { type: 'events' },
    ]);
  });

  it('that fails when it is no longer wished is nobody’s loss', async () => {
    const { client, call, sent, at, likes } = await reacting(threaded('a'));
    const changes = log(client);
    void client.like(at());
    await settled();
    const end = client.unlike(at());
    call(1).reject(error);
    await end;
    expect([likes(), sent(), changes.includes('error')]).toEqual(['3', ['like'], false]);
  });

  it('whose taking back fails is there again', async () => {
    const { client, call, at, likes, threadAt } = await reacting(threaded('a'));
    void client.like(at());
    await settled();
    const end = client.unlike(at());
    call(1).resolve('own-like');
    await settled();
    call(2).reject(error);
    await end;
    expect([likes(), threadAt().likeId]).toEqual(['like 4', 'own-like']);
  });

  it('stays over an answer that does not know of it, asked for before or while it is sent', async () => {
    const { client, call, answer, at, likes } = await reacting(threaded('a'));
    void client.checkNewer();
    await settled();
    const end = client.like(at());
    await answer(threaded('a', { likeCount: 7 }));
    expect(likes()).toBe('like 8');
    void client.checkNewer();
    await settled();
    call(2).resolve();
    await end;
    await answer(threaded('a', { likeCount: 7 }));
    expect(likes()).toBe('like 8');
    void client.checkNewer();
    await settled();
    // This one was asked for when all was told: it is the truth, whatever it says.
    await answer(threaded('a', { likeCount: 5 }));
    expect(likes()).toBe('5');
  });

  it('that an answer knows of already is not counted twice, and its failure is none', async () => {
    const { client, call, answer, at, likes } = await reacting(threaded('a'));
    const changes = log(client);
    void client.checkNewer();
    const end = client.like(at());
    await settled();
    await answer(threaded('a', { liked: true, likeCount: 4 }));
    expect(likes()).toBe('like 4');
    call(2).reject(error);
    await end;
    expect([likes(), changes.includes('error')]).toEqual(['like 4', false]);
  });

  it('is that of a thread, wherever it stands', async () => {
    const inner = threaded('t');
    const wrap = (id: string): FeedEvent => ({
      ...event(id),
      kind: 'like',
      subevents: [inner],
      subeventCount: 1,
    });
    const { client, call, at, sent } = await reacting(wrap('a'), wrap('b'), threaded('t'));
    const end = client.like(inner);
    const liked = [at(0).subevents[0], at(1).subevents[0], at(2)].map((some) => some?.thread?.liked);
    expect(liked).toEqual([true, true, true]);
    await settled();
    call(1).resolve();
    await end;
    expect(sent()).toEqual(['like']);
  });

  it('and a mark of the same event do not undo each other, whichever fails', async () => {
    for (const fails of ['like', 'mark']) {
      const { client, source, call, at } = await reacting({ ...threaded('a'), read: false });
      let failMark = (_: unknown): void => undefined;
      source.markRead = () => new Promise((_, reject) => { failMark = reject; }); // prettier-ignore
      void client.markRead();
      void client.like(at());
      await settled();
      expect([at().read, at().thread?.liked]).toEqual([true, true]);
      if (fails === 'like') call('like').reject(error);
      else failMark(error);
      await settled();
      expect([at().read, at().thread?.liked]).toEqual(fails === 'like' ? [true, false] : [false, true]);
    }
  });

  it('changes nothing where it is not possible', async () => {
    const { client, sent, at } = await reacting(event('a'), threaded('b', { likeable: false }));
    const changes = log(client);
    await Promise.all([client.like(at()), client.like(at(1)), client.unlike(at(1))]);
    const plain = new FeedClient(scripted({ events: [threaded('a')], warnings: [] }).source);
    await plain.loadMore();
    await plain.like(threaded('a'));
    expect([sent(), changes, client.canLike, plain.canLike, plain.events[0]?.thread?.liked]).toEqual([
      [],
      [],
      true,
      false,
      false,
    ]);
  });

  it('of an event that is not what the model promises is harmless, and never asked for without end', async () => {
    const odd = { id: 'a', thread: { id: 'a', likeable: true } } as unknown as FeedEvent;
    const { client, call, sent, at } = await reacting(odd, threaded('b'));
    const end = client.like(at());
    await settled();
    call(1).resolve();
    await end;
    expect(sent()).toEqual(['like']);
    void client.like(at(1));
    expect(at(1).thread?.liked).toBe(true);
  });

  it('holds in any order of presses and answers, with one request at a time', async () => {
    const step = fc.constantFrom('like', 'unlike', 'answer', 'fail', 'poll');
    const property = fc.asyncProperty(fc.array(step, { maxLength: 16 }), async (steps) => {
      const { client, calls, answer, at, likes } = await reacting(threaded('a', { likeCount: 0 }));
      const server = { liked: false };
      let answered = 1;
      let wish = false;
      const reply = async (fails: boolean) => {
        const call = calls.slice(answered).find(({ what }) => what !== 'page');
        if (!call) return false;
        answered = calls.indexOf(call) + 1;
        if (!fails) server.liked = call.what === 'like';
        if (fails) call.reject(error);
        else call.resolve();
        await settled();
        if (fails) wish = at().thread?.liked ?? false;
        return true;
      };
      for (const some of steps) {
        if (some === 'answer' || some === 'fail') await reply(some === 'fail');
        else if (some === 'poll') {
          void client.checkNewer();
          await settled();
          await answer(threaded('a', { liked: server.liked, likeCount: Number(server.liked) }));
        } else {
          wish = some === 'like';
          void client[some](at());
          await settled();
        }
        expect(likes()).toBe(wish ? 'like 1' : '0');
        expect(calls.slice(answered).filter(({ what }) => what !== 'page').length).toBeLessThanOrEqual(1);
      }
      while (await reply(false));
      expect([wish, likes()]).toEqual([server.liked, wish ? 'like 1' : '0']);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
