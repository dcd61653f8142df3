import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { NetworkError } from '../../../src/http/errors.js';
import type { TokenProvider } from '../../../src/http/token.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { registerSource } from '../../../src/sources/registry.js';
import {
  heldSource,
  makeEvent,
  makeEvents,
  makePage,
  makeThread,
  sourceOf,
} from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import {
  all,
  button,
  collect,
  idsOf,
  one,
  parts,
  settled,
  showList,
  showLoaded,
  textOf,
  until,
} from './support.js';

const tick = () => new Promise(requestAnimationFrame);

describe('lists of one source', () => {
  it('ask once, and show the same: C18', async () => {
    const { source, requests } = sourceOf(makeEvents(25));
    const lists = await Promise.all(Array.from({ length: 10 }, () => showLoaded(source, { autoPages: 1 })));
    expect(requests).toHaveLength(1);
    await lists[3]?.loadMore();
    await settled(lists[9] as FeedList);
    expect(requests).toHaveLength(2);
    for (const list of lists) expect(idsOf(list)).toHaveLength(20);
  });

  it('need one token', async () => {
    let tokens = 0;
    const token: TokenProvider = () => {
      tokens += 1;
      return { token: 'x' };
    };
    registerSource('tokened', (attributes) => ({
      name: 'tokened',
      page: async () => {
        const { token } = attributes;
        if (typeof token === 'function') await token({ source: 'tokened', params: {}, reason: 'first' });
        return makePage(makeEvents(1));
      },
    }));
    const lists = await Promise.all(
      [1, 2, 3].map(() => showLoaded(undefined as never, { source: 'tokened', token })),
    );
    expect(tokens).toBe(1);
    expect(lists.map((list) => idsOf(list))).toEqual([['e1'], ['e1'], ['e1']]);
  });

  it.each<[string, Partial<FeedList>]>([
    ['limit', { limit: 5 }],
    ['token', { token: 'another reader' }],
    ['token-url', { tokenUrl: '/another' }],
    ['attribute', { uid: '7' }],
  ])('but of another %s have a feed of their own', async (_, fields) => {
    const { source, requests } = sourceOf(makeEvents(3));
    registerSource('apart', () => source);
    await showLoaded(undefined as never, { source: 'apart', token: 'a reader' });
    await showLoaded(undefined as never, { source: 'apart', token: 'a reader', ...fields });
    expect(requests).toHaveLength(2);
  });

  it('show what is there at once, and tell it', async () => {
    const { source, requests } = sourceOf(makeEvents(25));
    const first = await showLoaded(source, { autoPages: 1 });
    await first.loadMore();
    const loads = collect('feed-load');
    const second = await showList(source, { autoPages: 1 });
    await settled(second);
    expect(idsOf(second)).toHaveLength(20);
    expect(loads.map(({ events, total, target }) => [events.length, total, target])).toEqual([
      [20, 20, second],
    ]);
    expect(requests).toHaveLength(2);
  });

  it('go on loading when one of them leaves', async () => {
    const { source, request } = heldSource();
    const first = await showList(source);
    const second = await showList(source);
    first.remove();
    await tick();
    expect(request(1).signal.aborted).toBe(false);
    request(1).resolve(makePage(makeEvents(2)));
    await settled(second);
    expect(idsOf(second)).toEqual(['e1', 'e2']);
    expect(idsOf(first)).toEqual([]);
  });

  it('stop with the last one; whoever comes later begins anew', async () => {
    const { source, requests, request } = heldSource();
    const lists = [await showList(source), await showList(source)];
    for (const list of lists) list.remove();
    await until(() => request(1).signal.aborted);
    const next = await showList(source);
    await until(() => requests.length === 2);
    request(2).resolve(makePage(makeEvents(1)));
    await settled(next);
    expect(idsOf(next)).toEqual(['e1']);
  });

  it('are one feed again when one comes back to the other', async () => {
    const { source, requests } = sourceOf(makeEvents(25));
    const [first, second] = [
      await showLoaded(source, { autoPages: 1 }),
      await showLoaded(source, { autoPages: 1 }),
    ];
    const home = first.parentElement;
    first.remove();
    await tick();
    await second.loadMore();
    home?.append(first);
    await settled(first);
    expect(idsOf(first)).toHaveLength(20);
    expect(requests).toHaveLength(2);
  });

  it('keep their places when newer events are shown in one of them', async () => {
    const { source, insert } = livingSource(5);
    const [first, second] = [await showLoaded(source), await showLoaded(source)];
    insert('n1');
    await first.client?.checkNewer();
    await first.moves.newer();
    await settled(second);
    expect(idsOf(second)).toEqual(idsOf(first));
    expect(idsOf(second)[0]).toBe('n1');
  });

  it('tell once what could not be liked: in the one in which the reader did it', async () => {
    const like = vi.fn((_: FeedEvent) => Promise.reject(new NetworkError('No answer.')));
    const { source } = livingSource(2, { like, unlike: () => Promise.resolve() }, (id) =>
      makeEvent(id, { thread: makeThread({ id }) }),
    );
    const lists = [await showLoaded(source), await showLoaded(source)] as const;
    const notices = async () => {
      for (const list of lists) await settled(list);
      return lists.map((list) => [parts(list, 'notice').length, textOf(one(list, '[role=status]'))]);
    };
    const silent = [0, ''];
    const told = [1, 'Your like could not be saved.'];
    const heart = (list: FeedList, at: number) => all(list, '[part~=like]')[at] as HTMLElement;

    await userEvent.click(heart(lists[1], 0));
    expect(await notices()).toEqual([silent, told]);
    await userEvent.click(button(lists[1], 'Hide'));
    await userEvent.click(heart(lists[0], 0));
    expect((await notices())[0]).toEqual(told);
    expect(parts(lists[1], 'notice')).toEqual([]);

    await userEvent.click(heart(lists[0], 1));
    await notices();
    await userEvent.click(button(lists[0], 'Try again'));
    await notices();
    expect(like.mock.calls.map(([{ id }]) => id)).toEqual(['e1', 'e1', 'e2', 'e1', 'e2']);
    expect(parts(lists[1], 'notice')).toEqual([]);
  });
});
