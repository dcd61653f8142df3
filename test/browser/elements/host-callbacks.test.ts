import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import type { TokenProvider } from '../../../src/http/token.js';
import type { FeedSource } from '../../../src/sources/source.js';
import {
  makeEvent,
  makeEvents,
  makeImage,
  makePage,
  makeThread,
  sourceOf,
  url,
} from '../../helpers/feed-fixtures.js';
import {
  all,
  cardsOf,
  collect,
  collectRejections,
  idsOf,
  part,
  settled,
  showList,
  showLoaded,
  textOf,
  until,
} from './support.js';

let rejections: unknown[];
beforeEach(() => {
  rejections = collectRejections();
});
afterEach(() => {
  expect(rejections).toEqual([]);
});

/** What the page's own handlers threw: the browser reports it, as for any listener. */
function collectThrown(): string[] {
  const thrown: string[] = [];
  // The test runner writes there what it finds uncaught.
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const handle = (event: ErrorEvent) => {
    event.preventDefault();
    thrown.push(event.message);
  };
  addEventListener('error', handle);
  onTestFinished(() => {
    removeEventListener('error', handle);
    silent.mockRestore();
  });
  return thrown;
}

describe('a listener of the page that throws', () => {
  const boom = () => {
    throw new Error('boom');
  };

  it('costs the feed nothing, whatever it listens to', async () => {
    const thrown = collectThrown();
    const list = await fixture<FeedList>(html`<feed-list .limit=${2}></feed-list>`);
    for (const type of [
      'feed-load',
      'feed-error',
      'feed-warning',
      'feed-counts',
      'event-open',
      'attachment-open',
    ])
      list.addEventListener(type, boom);
    const pages = [
      {
        ...makePage([makeEvent('a', { url: url('https://a.example/'), attachments: [makeImage()] })], '1'),
        unread: 3,
      },
      new Error('offline'),
      { ...makePage(makeEvents(1)), warnings: [{ path: 'x', code: 'bad-id' }] },
    ];
    let next = 0;
    const page = () => {
      const answer = pages[next++];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    };
    list.source = { name: 'own', page } as FeedSource;
    await until(() => list.status === 'error');
    expect(idsOf(list)).toEqual(['a']);
    await list.retry();
    await settled(list);
    expect(idsOf(list)).toEqual(['a', 'e1']);
    expect(textOf(part(list, 'end'))).toMatch(/everything/);
    const links = all<HTMLAnchorElement>(list, 'a[href^="https://a.example"], .picture');
    for (const link of links) link.addEventListener('click', (click) => click.preventDefault());
    for (const link of links) await userEvent.click(link);
    expect(links.length).toBeGreaterThan(1);
    expect(thrown.length).toBeGreaterThanOrEqual(5);
    expect(thrown.filter((message) => !message.includes('boom'))).toEqual([]);
  });
});

describe('a callback of the page that calls back into the feed', () => {
  it.each<[string, (list: FeedList) => unknown]>([
    ['loads anew', (list) => list.refresh()],
    ['loads on', (list) => list.loadMore()],
    ['takes the feed away', (list) => list.remove()],
    ['gives it another source', (list) => (list.source = sourceOf(makeEvents(2, 'other')).source)],
    ['gives it none', (list) => Reflect.deleteProperty(list, 'source')],
  ])('from feed-load, from its source and from its template, and %s, throws nothing', async (_, act) => {
    const thrown = collectThrown();
    for (const from of ['feed-load', 'source', 'template']) {
      let left = 3;
      const callBack = () => {
        if (left-- > 0) void act(list);
      };
      const { source } = sourceOf(makeEvents(4));
      const list = await showList(undefined, { limit: 2 });
      if (from === 'feed-load') list.addEventListener('feed-load', callBack);
      if (from === 'template')
        list.template = (event) => {
          callBack();
          return event.id;
        };
      const page: FeedSource['page'] = (request) => {
        if (from === 'source') callBack();
        return source.page(request);
      };
      list.source = { ...source, page };
      await until(() => left < 3);
      await settled(list);
      const ids = idsOf(list);
      expect(new Set(ids).size, `${from}: ${ids.join()}`).toBe(ids.length);
      for (const card of cardsOf(list)) expect(card.shadowRoot?.textContent).toMatch(/\S/);
      list.remove();
    }
    expect(thrown).toEqual([]);
  });
});

describe('a token function of the page', () => {
  const answer = () => Promise.resolve(new Response('[{"id":"a"}]'));
  const show = (token: TokenProvider) => {
    const fetched = vi.spyOn(window, 'fetch').mockImplementation(answer);
    onTestFinished(() => {
      fetched.mockRestore();
      vi.useRealTimers();
    });
    return showList(undefined, { source: 'mailru', endpoint: '/platform/api', appId: '1', limit: 1, token });
  };
  const signed = { sessionKey: 'k', sig: 's' };

  it.each<[string, () => never]>([
    ['throws an error', () => { throw new Error('private'); }], // prettier-ignore
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- host pages do
    ['throws nothing at all', () => { throw undefined; }], // prettier-ignore
  ])('that %s is an error state, from which "Try again" leads out (C06)', async (_, misbehave) => {
    const token = vi.fn<() => typeof signed>(misbehave);
    const list = await show(token);
    await until(() => list.status === 'error');
    expect(textOf(part(list, 'error'))).toMatch(/sign in.*Try again$/i);
    expect(textOf(part(list, 'error'))).not.toContain('private');
    token.mockReturnValue(signed);
    await list.retry();
    expect(list.events[0]?.id).toBe('a');
  });

  it('that never answers is an error state after 10 s (C06)', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const list = await show(() => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(9_900);
    expect(list.status).toBe('loading');
    await vi.advanceTimersByTimeAsync(200);
    expect([list.status, list.error && 'kind' in list.error && list.error.kind]).toEqual(['error', 'auth']);
  });

  it('that loads the feed anew is not asked for ever, and the feed is there (C07)', async () => {
    const token = vi.fn(() => {
      const list = document.querySelector('feed-list');
      void list?.refresh();
      void list?.loadMore();
      return signed;
    });
    const list = await show(token);
    await until(() => idsOf(list).length === 1);
    await settled(list);
    const asked = token.mock.calls.length;
    expect(asked).toBeLessThan(10);
    await settled(list);
    expect(token).toHaveBeenCalledTimes(asked);
  });
});

describe('a source of one’s own', () => {
  it.each<[string, object]>([
    ['page', { get page() { throw new Error('boom'); } }], // prettier-ignore
    ['name', { get name() { throw new Error('boom'); }, page: sourceOf(makeEvents(1)).source.page }], // prettier-ignore
    ['page(), for it throws at once,', { page() { throw new Error('boom'); } }], // prettier-ignore
    ['page, for it is a number,', { page: 7 }],
  ])('whose %s cannot be had costs an error state at most', async (_, source) => {
    const thrown = collectThrown();
    const list = await showLoaded(source as FeedSource);
    expect(list.status).toMatch(/ready|error/);
    if (list.status === 'error') expect(textOf(part(list, 'error'))).toMatch(/Try again$/);
    expect(thrown).toEqual([]);
  });

  it('whose every method throws at once shows its events all the same, and says what failed', async () => {
    const thrown = collectThrown();
    const boom = () => {
      throw new Error('boom');
    };
    const names = ['newer', 'like', 'unlike', 'comment', 'markRead', 'markSeen', 'subscribe'] as const;
    const methods = Object.fromEntries(names.map((name) => [name, vi.fn(boom)]));
    const event = makeEvent('a', { thread: makeThread(), read: false, seen: false });
    const answer = () => Promise.resolve({ ...makePage([event]), newest: 'a', unread: 1, unseen: 1 });
    const errors = collect('feed-error');
    const list = await showLoaded({ name: 'own', page: answer, ...methods });
    await userEvent.click(part(list, 'like'));
    await userEvent.click(part(list, 'comment-action'));
    await userEvent.keyboard('Hello{Control>}{Enter}{/Control}');
    await list.markRead();
    await list.markSeen();
    await list.client?.checkNewer();
    await settled(list);
    expect(idsOf(list)).toEqual(['a']);
    expect(list.status).toBe('ready');
    expect(names.filter((name) => !methods[name]?.mock.calls.length)).toEqual(['unlike']);
    expect(errors.length).toBeGreaterThanOrEqual(4);
    expect(thrown).toEqual([]);
  });
});
