import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { FeedError, HttpError } from '../../../src/http/errors.js';
import type { FeedEvent, Page } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { event, log, scripted, settled } from './fake-source.js';

/** `news('a b', 'b')`: a and b, neither read nor seen, with counts that are the source's own. */
const news = (ids: string, skip?: string, fields: Partial<Page> = { unread: 5, unseen: 5 }): Page => ({
  events: ids
    .split(' ')
    .filter(Boolean)
    .map((id) => ({ ...event(id), read: false, seen: false })),
  warnings: [],
  ...(skip && { skip }),
  ...fields,
});

type Answer = Page | (() => unknown);
type Flag = 'read' | 'seen';
type Call = { ids: string | undefined; signal: AbortSignal; resolve(): void; reject(reason: unknown): void };

/** A source that leaves every mark open until the test answers it. */
function marking(...answers: Answer[]) {
  const calls: Record<Flag, Call[]> = { read: [], seen: [] };
  const open = (flag: Flag) => (events: readonly FeedEvent[] | undefined, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      calls[flag].push({ ids: events?.map(({ id }) => id).join(' '), signal, resolve, reject });
    });
  const { source, requests } = scripted(...answers);
  const client = new FeedClient({ ...source, markRead: open('read'), markSeen: open('seen') });
  const call = (flag: Flag, number: number): Call => {
    const found = calls[flag][number];
    if (!found) throw new Error(`There were only ${String(calls[flag].length)} requests.`);
    return found;
  };
  const sent = (flag: Flag) => calls[flag].map(({ ids }) => ids ?? 'all');
  return { client, requests, calls, call, sent };
}

async function loaded(...answers: Answer[]) {
  const made = marking(...answers);
  await made.client.loadMore();
  return made;
}

/** Which events have the flag, which have not: `a b | c`. */
const flags = (client: FeedClient, flag: Flag) =>
  [true, false]
    .map((value) =>
      client.events
        .filter((shown) => shown[flag] === value)
        .map(({ id }) => id)
        .join(' '),
    )
    .join('|');

const pick = (client: FeedClient, ids: string) =>
  client.events.filter(({ id }) => ids.split(' ').includes(id));

const kinds = [
  ['read', 'markRead', 'unread', 'marksRead'],
  ['seen', 'markSeen', 'unseen', 'marksSeen'],
] as const;

afterEach(() => {
  vi.useRealTimers();
});

describe('counts and info', () => {
  const info = { text: 'A stream' };

  it('are those of the newest answer that tells them', async () => {
    const { client } = await loaded(
      news('a', 'a', { unread: 5, unseen: 4, info }),
      news('b', 'b', {}),
      news('c', 'c', { unread: 0 }),
    );
    expect([client.unread, client.unseen, client.info]).toEqual([5, 4, info]);
    await client.loadMore();
    expect([client.unread, client.unseen, client.info]).toEqual([5, 4, info]);
    await client.loadMore();
    expect([client.unread, client.unseen, client.info]).toEqual([0, 4, info]);
  });

  it('are undefined where no answer tells them', async () => {
    const { client } = await loaded(news('a', undefined, {}));
    expect([client.unread, client.unseen, client.info]).toEqual([undefined, undefined, undefined]);
  });

  it('are told only when they change, before the state', async () => {
    const { client } = marking(news('a', 'a'), news('b', 'b'), news('c', 'c', { unread: 6, unseen: 5 }));
    const changes = log(client);
    for (let page = 0; page < 3; page++) await client.loadMore();
    expect(changes.join(' ')).toBe('loading counts page ready loading page ready loading counts page ready');
  });

  it('are told of an answer without events, even when the next one fails', async () => {
    const { client } = marking(news('', '1'), () => Promise.reject(new HttpError('No.')));
    const changes = log(client);
    await client.loadMore();
    expect([client.unread, changes.join(' ')]).toEqual([5, 'loading counts error error']);
  });
});

describe.each(kinds)('what is %s', (flag, mark, count, can) => {
  it('holds at once, and then the source is told', async () => {
    const { client, call, sent } = await loaded(news('a b c'));
    const changes = log(client);
    const end = client[mark](pick(client, 'a c'));
    expect([flags(client, flag), client[count]]).toEqual(['a c|b', 3]);
    expect(changes).toEqual(['counts']);
    await settled();
    expect(sent(flag)).toEqual(['a c']);
    call(flag, 0).resolve();
    await end;
    expect([flags(client, flag), client[count], client.status]).toEqual(['a c|b', 3, 'ready']);
    expect(changes).toEqual(['counts']);
  });

  it('is given to the source as it was before', async () => {
    const given: unknown[] = [];
    const source: FeedSource = {
      ...scripted(news('a')).source,
      [mark]: (events: unknown) => {
        given.push(events);
        return Promise.resolve();
      },
    };
    const client = new FeedClient(source);
    await client.loadMore();
    const shown = client.events;
    await client[mark](shown);
    expect(given).toEqual([shown]);
    expect(shown[0]?.[flag]).toBe(false);
  });

  it('renews only the pages in which something changed', async () => {
    const { client } = await loaded(news('a b', 'b'), news('c d'));
    await client.loadMore();
    const [first, second] = client.pages;
    void client[mark](pick(client, 'd'));
    expect(client.pages[0]).toBe(first);
    expect(client.pages[1]).not.toBe(second);
    expect(client.pages[1]?.events[0]).toBe(second?.events[0]);
  });

  it('leaves the other flag and its count alone', async () => {
    const { client } = await loaded(news('a b'));
    const other = flag === 'read' ? 'seen' : 'read';
    void client[mark]();
    expect([flags(client, other), client.unread, client.unseen]).toEqual(
      flag === 'read' ? ['|a b', 0, 5] : ['|a b', 5, 0],
    );
  });

  it('of all there are makes the count 0 and asks without events', async () => {
    const { client, sent } = await loaded(news('a b'));
    void client[mark]();
    expect([flags(client, flag), client[count]]).toEqual(['a b|', 0]);
    await settled();
    expect(sent(flag)).toEqual(['all']);
  });

  it('does not make the count fall below 0', async () => {
    const { client } = await loaded(news('a b c', undefined, { [count]: 2 }));
    void client[mark](client.events);
    expect(client[count]).toBe(0);
  });

  it.each([
    ['is already', { [flag]: true }],
    ['knows no such flag', { [flag]: undefined }],
  ])('is not sent where an event %s', async (_, fields) => {
    const answer = news('a');
    const { client, sent } = await loaded({
      ...answer,
      events: answer.events.map((e) => ({ ...e, ...fields })),
    });
    const changes = log(client);
    const { pages } = client;
    await client[mark](client.events);
    expect([sent(flag), changes, client[count]]).toEqual([[], [], 5]);
    expect(client.pages).toBe(pages);
  });

  it('is not sent for events that are not shown, and nothing is sent for none', async () => {
    const { client, sent } = await loaded(news('a'));
    await client[mark](news('x').events);
    await client[mark]([]);
    expect([sent(flag), client[count]]).toEqual([[], 5]);
  });

  it('of all is not sent when the source says that there are none, and is where it does not say', async () => {
    const none = await loaded(news('', undefined, { [count]: 0 }));
    await none.client[mark]();
    expect(none.sent(flag)).toEqual([]);
    const unknown = await loaded(news('', undefined, {}));
    void unknown.client[mark]();
    await settled();
    expect(unknown.sent(flag)).toEqual(['all']);
  });

  it('cannot be told to a source without the method: nothing changes', async () => {
    const client = new FeedClient(scripted(news('a')).source);
    await client.loadMore();
    await client[mark]();
    await client[mark](client.events);
    expect([client[can], flags(client, flag), client[count]]).toEqual([false, '|a', 5]);
    expect(marking(news('a')).client[can]).toBe(true);
  });

  it('is told one request after the other, and what comes meanwhile goes into one', async () => {
    const { client, call, sent } = await loaded(news('a b c d'));
    void client[mark](pick(client, 'a'));
    void client[mark](pick(client, 'b'));
    await settled();
    void client[mark](pick(client, 'a c'));
    const end = client[mark](pick(client, 'd'));
    await settled();
    expect(sent(flag)).toEqual(['a b']);
    call(flag, 0).resolve();
    await settled();
    expect(sent(flag)).toEqual(['a b', 'c d']);
    call(flag, 1).resolve();
    await end;
    expect(client[count]).toBe(1);
  });

  it('asks for all when all and some come together', async () => {
    const { client, sent } = await loaded(news('a b'));
    void client[mark](pick(client, 'a'));
    void client[mark]();
    await settled();
    expect(sent(flag)).toEqual(['all']);
  });

  it('is told even after a stop, which the opening of an event may cause', async () => {
    const { client, call, sent } = await loaded(news('a b', 'b'));
    void client.loadMore();
    const end = client[mark](pick(client, 'a'));
    client.stop();
    await settled();
    expect([sent(flag), call(flag, 0).signal.aborted]).toEqual([['a'], false]);
    call(flag, 0).resolve();
    await end;
    expect(flags(client, flag)).toBe('a|b');
  });
});

describe.each(kinds)('what could not be told as %s', (flag, mark, count) => {
  const error = new HttpError('No.', { status: 500 });

  it('goes back to what it was, the very same objects, and only an error change says so', async () => {
    const { client, call } = await loaded(news('a b', 'b'));
    const shown = client.events;
    const changes: unknown[] = [];
    client.subscribe((change) => changes.push(change));
    const end = client[mark](pick(client, 'a'));
    await settled();
    call(flag, 0).reject(error);
    await end;
    expect(changes).toEqual([
      { type: 'counts' },
      { type: 'error', error, doing: 'mark' },
      { type: 'counts' },
    ]);
    expect([client.status, client.error, client[count], client.hasMore]).toEqual([
      'ready',
      undefined,
      5,
      true,
    ]);
    expect(client.events.map((now, index) => now === shown[index])).toEqual([true, true]);
  });

  it('leaves the next request alone', async () => {
    const { client, call, sent } = await loaded(news('a b'));
    void client[mark](pick(client, 'a'));
    await settled();
    const end = client[mark](pick(client, 'b'));
    call(flag, 0).reject(error);
    await settled();
    expect([flags(client, flag), client[count], sent(flag)]).toEqual(['b|a', 4, ['a', 'b']]);
    call(flag, 1).resolve();
    await end;
    expect([flags(client, flag), client[count]]).toEqual(['b|a', 4]);
  });

  it('is told again with "all" when that waits, and goes back only when that fails too', async () => {
    for (const fails of [false, true]) {
      const { client, call } = await loaded(news('a b'));
      void client[mark](pick(client, 'a'));
      await settled();
      const end = client[mark]();
      call(flag, 0).reject(error);
      await settled();
      expect([flags(client, flag), client[count]]).toEqual(['a b|', 0]);
      if (fails) call(flag, 1).reject(error);
      else call(flag, 1).resolve();
      await end;
      expect([flags(client, flag), client[count]]).toEqual(fails ? ['|a b', 5] : ['a b|', 0]);
    }
  });

  it('does not take back what was marked in the other way meanwhile, whichever fails first', async () => {
    const [other, markOther] =
      flag === 'read' ? (['seen', 'markSeen'] as const) : (['read', 'markRead'] as const);
    const { client, call } = await loaded(news('a'));
    void client[mark](client.events);
    void client[markOther](client.events);
    await settled();
    call(flag, 0).reject(error);
    await settled();
    expect([flags(client, flag), flags(client, other)]).toEqual(['|a', 'a|']);
    call(other, 0).reject(error);
    await settled();
    expect([flags(client, flag), flags(client, other)]).toEqual(['|a', '|a']);
  });

  it('does not overrule a newer answer', async () => {
    const fresh = news('a', undefined, {});
    const { client, call } = await loaded(news('a'), {
      ...fresh,
      events: fresh.events.map((e) => ({ ...e, [flag]: true })),
    });
    const end = client[mark](client.events);
    await client.refresh();
    call(flag, 0).reject(error);
    await end;
    expect(flags(client, flag)).toBe('a|');
  });

  const broken: readonly (readonly [string, () => unknown])[] = [
    ['throws', () => { throw new TypeError('boom'); }], // prettier-ignore
    ['rejects with nothing', () => Promise.reject(undefined)],
    ['gives an unreadable promise', () => ({ get then() { throw new TypeError('boom'); } })], // prettier-ignore
  ];
  it.each(broken)(
    'by a source of one’s own that %s reaches nobody but as an error change',
    async (_, answer) => {
      const source = { ...scripted(news('a')).source, [mark]: answer };
      const client = new FeedClient(source);
      await client.loadMore();
      const errors: FeedError[] = [];
      client.subscribe((change) => change.type === 'error' && errors.push(change.error));
      await expect(client[mark](client.events)).resolves.toBeUndefined();
      expect(errors.map(({ kind, message }) => [kind, message.includes('boom')])).toEqual([
        ['network', false],
      ]);
      expect([client.status, flags(client, flag)]).toEqual(['ready', '|a']);
    },
  );

  it('because the source hangs is given up after a minute', async () => {
    const { client, call } = await loaded(news('a'));
    vi.useFakeTimers();
    const changes = log(client);
    const end = client[mark](client.events);
    await vi.advanceTimersByTimeAsync(60_000);
    await end;
    expect(changes).toEqual(['counts', 'error', 'counts']);
    expect(call(flag, 0).signal.aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe.each(kinds)('an answer that comes while something is being told as %s', (flag, mark, count) => {
  it('does not undo it, for the events that were shown and its own', async () => {
    const { client, call } = await loaded(news('a b'), news('a b', undefined, { [count]: 9 }));
    const end = client[mark](pick(client, 'a'));
    await client.refresh();
    // What the answer counts, but for the mark that it may not know of.
    expect([flags(client, flag), client[count]]).toEqual(['a|b', 8]);
    call(flag, 0).resolve();
    await end;
    expect([flags(client, flag), client[count]]).toEqual(['a|b', 8]);
  });

  it('and was asked for before, does not undo it either', async () => {
    const page = news('a b', undefined, { [count]: 2 });
    let answer = (_page: Page): void => undefined;
    let asked = 0;
    const told = () => Promise.resolve();
    const client = new FeedClient({
      name: 'slow',
      page: () =>
        asked++ === 0
          ? Promise.resolve(page)
          : new Promise((resolve) => {
              answer = resolve;
            }),
      markRead: told,
      markSeen: told,
    });
    await client.loadMore();
    const refresh = client.refresh();
    await settled();
    await client[mark]();
    answer(page);
    await refresh;
    expect([flags(client, flag), client[count]]).toEqual(['a b|', 0]);
  });

  it('holds what is new in it for marked too while all is being told, and gives it back on a failure', async () => {
    const { client, call } = await loaded(news('a', 'a'), news('b'));
    const end = client[mark]();
    await client.loadMore();
    expect(flags(client, flag)).toBe('a b|');
    call(flag, 0).reject(new HttpError('No.'));
    await end;
    expect([flags(client, flag), client[count]]).toEqual(['|a b', 5]);
  });

  it('is taken as it is afterwards: a group that grew is new again', async () => {
    const { client, call } = await loaded(news('a'), news('a', undefined, { [count]: 1 }));
    const end = client[mark]();
    await settled();
    call(flag, 0).resolve();
    await end;
    await client.refresh();
    expect([flags(client, flag), client[count]]).toEqual(['|a', 1]);
  });
});

it('whatever is marked and fails in whatever order, the reader ends with what the source knows', async () => {
  const ids = ['a', 'b', 'c', 'd'];
  const flag = fc.constantFrom<Flag>('read', 'seen');
  const step = fc.oneof(
    fc.record({ flag, mark: fc.option(fc.subarray(ids)) }),
    fc.record({ flag, answer: fc.boolean() }),
  );
  const property = fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
    const { client, calls } = await loaded(news(ids.join(' '), undefined, { unread: 4, unseen: 4 }));
    const known = { read: new Set<string>(), seen: new Set<string>() };
    /** The source does, or does not do, what it was asked for longest ago. */
    const answer = async (kind: Flag, succeeds: boolean) => {
      const call = calls[kind].shift();
      if (!call) return false;
      if (succeeds) for (const id of call.ids?.split(' ') ?? ids) known[kind].add(id);
      if (succeeds) call.resolve();
      else call.reject(new HttpError('No.'));
      await settled();
      return true;
    };
    for (const { flag: kind, ...what } of steps) {
      if ('answer' in what) await answer(kind, what.answer);
      else {
        const events = what.mark ? pick(client, what.mark.join(' ')) : undefined;
        void client[kind === 'read' ? 'markRead' : 'markSeen'](events);
        await settled();
      }
      expect(client.unread).toBeGreaterThanOrEqual(0);
    }
    for (const kind of ['read', 'seen'] as const) while (await answer(kind, true));
    for (const [kind, , count] of kinds) {
      const marked = client.events.filter((shown) => shown[kind]).map(({ id }) => id);
      expect([marked, client[count]]).toEqual([[...known[kind]].sort(), 4 - known[kind].size]);
    }
  });
  await fc.assert(property, { numRuns: 200 });
});
