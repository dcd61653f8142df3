import { fixture, html } from '@open-wc/testing';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import {
  ApiError,
  AuthError,
  FormatError,
  HttpError,
  NetworkError,
  TimeoutError,
  TooLargeError,
} from '../../../src/http/errors.js';
import { heldSource, makeEvent, makeEvents, makePage, sourceOf } from '../../helpers/feed-fixtures.js';
import {
  all,
  at,
  button,
  cardsOf,
  collect,
  idsOf,
  part,
  parts,
  settled,
  showList,
  showLoaded,
  textOf,
  until,
} from './support.js';

const failure = new NetworkError('No answer.');
const alerts = (list: FeedList) => all(list, '[role="alert"]');

describe('while the first page loads', () => {
  it('shows the shape of the cards to come, but only after 150 ms', async () => {
    const { source, request } = heldSource();
    const list = await showList(source);
    const skeleton = part(list, 'skeleton');
    const [animation] = skeleton.getAnimations();
    expect(animation?.effect?.getTiming()).toMatchObject({ delay: 150, fill: 'both' });
    expect(getComputedStyle(skeleton).opacity).toBe('0');
    animation?.finish();
    expect(getComputedStyle(skeleton).opacity).toBe('1');
    expect(skeleton).toHaveAttribute('aria-hidden', 'true');
    request(1).resolve(makePage(makeEvents(1)));
    await settled(list);
    expect(parts(list, 'skeleton')).toEqual([]);
  });

  it('is a busy feed, and no longer busy when the page is there', async () => {
    const { source, request } = heldSource();
    const list = await showList(source);
    expect(list.status).toBe('loading');
    expect(at(list).getByRole('feed').element()).toHaveAttribute('aria-busy', 'true');
    request(1).resolve(makePage(makeEvents(1)));
    await settled(list);
    expect(list.status).toBe('ready');
    expect(at(list).getByRole('feed').element()).not.toHaveAttribute('aria-busy', 'true');
  });

  it('makes a browser load what it needs for dates, which would hold up the first cards', async () => {
    const { source } = heldSource();
    const list = await showList(source);
    const formatDate = vi.spyOn(list.words, 'formatDate');
    await until(() => formatDate.mock.calls.length > 0);
    expect(list.status).toBe('loading');
  });
});

describe('a feed without events', () => {
  it('says so, and has neither a feed nor a button', async () => {
    const list = await showLoaded(sourceOf([]).source);
    expect(textOf(part(list, 'empty'))).toBe('Nothing new yet');
    expect(at(list).getByRole('feed').query()).toBeNull();
    expect(at(list).getByRole('button').query()).toBeNull();
  });
});

describe('when the first page fails', () => {
  it('says what happened and loads it again when the reader asks', async () => {
    const { source, requests, request } = heldSource();
    const list = await showList(source);
    request(1).reject(failure);
    await settled(list);
    expect(list.status).toBe('error');
    expect(list.error).toBe(failure);
    expect(textOf(at(list).getByRole('alert').element() as HTMLElement)).toContain('Could not load the feed');
    await userEvent.click(button(list, 'Try again'));
    await until(() => requests.length === 2);
    expect(request(2).urgent).toBe(true);
    expect(alerts(list)).toEqual([]);
    request(2).resolve(makePage(makeEvents(2)));
    await settled(list);
    expect(idsOf(list)).toEqual(['e1', 'e2']);
    expect(list.error).toBeUndefined();
  });

  it.each([
    ['no network', new NetworkError('x'), 'Could not load the feed'],
    ['no answer in time', new TimeoutError('x'), 'Could not load the feed'],
    ['a server error', new HttpError('x', { status: 500 }), 'Could not load the feed'],
    ['an error of the API', new ApiError('x', { code: 1 }), 'Could not load the feed'],
    ['an answer that is no feed', new FormatError('x'), 'Could not load the feed'],
    ['an answer without end', new TooLargeError('x'), 'Could not load the feed'],
    ['an ended session', new AuthError('x', { advice: 'sign-in' }), 'Sign in again'],
    [
      'a feed of others',
      new HttpError('x', { status: 403, advice: 'forbidden' }),
      'You do not have access to this feed',
    ],
    [
      'a wrong signature',
      new ApiError('The signature is wrong.', { advice: 'setup' }),
      'The signature is wrong.',
    ],
    ['a source that throws something else', new TypeError('secret words'), 'Could not load the feed'],
  ])('names %s in words for a reader', async (_, error, words) => {
    const { source, request } = heldSource();
    const list = await showList(source);
    request(1).reject(error);
    await settled(list);
    expect(textOf(part(list, 'error'))).toContain(words);
    expect(textOf(part(list, 'error'))).not.toContain('secret words');
  });

  it('fires feed-error once, with the error', async () => {
    const errors = collect('feed-error');
    const { source, request } = heldSource();
    const list = await showList(source);
    request(1).reject(failure);
    await settled(list);
    expect(errors.map(({ error }) => error)).toEqual([failure]);
  });
});

describe('when a later page fails', () => {
  const failingOnce = () =>
    sourceOf(makeEvents(15), (_, number) => {
      if (number === 2) throw failure;
    });

  it('keeps every card, says so below them, and goes on when the reader asks', async () => {
    const list = await showLoaded(failingOnce().source);
    await until(() => list.status === 'error');
    const before = cardsOf(list);
    expect(before).toHaveLength(10);
    expect(textOf(part(list, 'error'))).toContain('Loaded events are still here');
    const below = part(list, 'error').getBoundingClientRect().top;
    expect(below).toBeGreaterThan(before.at(-1)?.getBoundingClientRect().bottom ?? Infinity);
    await userEvent.click(button(list, 'Try again'));
    await until(() => cardsOf(list).length === 15);
    expect(cardsOf(list).slice(0, 10)).toEqual(before);
    expect(alerts(list)).toEqual([]);
  });

  it('says that the session has ended when that is why, and keeps the cards', async () => {
    const { source } = sourceOf(makeEvents(15), (_, number) => {
      if (number === 2) throw new AuthError('x', { advice: 'sign-in' });
    });
    const list = await showLoaded(source);
    await until(() => list.status === 'error');
    expect(textOf(part(list, 'error'))).toContain('Sign in again');
    expect(cardsOf(list)).toHaveLength(10);
  });

  it('asks for nothing by itself until the reader does', async () => {
    const { source, requests } = failingOnce();
    const list = await showLoaded(source);
    await until(() => list.status === 'error');
    await userEvent.wheel(list, { delta: { y: 5000 } });
    await settled(list);
    expect(requests).toHaveLength(2);
  });
});

describe('the end of the feed', () => {
  it('is said below the last card, with the date of the oldest event', async () => {
    const list = await showLoaded(sourceOf(makeEvents(3)).source);
    expect(textOf(part(list, 'end'))).toBe("That's everything since May 4, 2024");
    expect(button(list, 'Load more').query()).toBeNull();
  });

  it('tells that date also where the last event is not the oldest, as in a feed by likes', async () => {
    const [first, second, third] = makeEvents(3);
    if (!first || !second || !third) throw new Error('There are three.');
    const list = await showLoaded(
      sourceOf([first, { ...third, time: new Date(2010, 7, 19) }, second]).source,
    );
    expect(textOf(part(list, 'end'))).toBe("That's everything since Aug 19, 2010");
  });

  it('needs no date', async () => {
    const { time: _, ...timeless } = makeEvent('a');
    const list = await showLoaded(sourceOf([timeless]).source);
    expect(textOf(part(list, 'end'))).toBe("That's everything");
  });
});

describe('slots replace what the list says', () => {
  const show = (slot: string) => fixture<FeedList>(html`<feed-list><em slot=${slot}>Mine</em></feed-list>`);
  const shown = (list: FeedList) => list.querySelector('em')?.checkVisibility() === true;

  it('header: the heading', async () => {
    const list = await show('header');
    expect(shown(list)).toBe(true);
    expect(part(list, 'heading').checkVisibility()).toBe(false);
  });

  it('empty, and only then', async () => {
    const { source, request } = heldSource();
    const list = await show('empty');
    list.source = source;
    await list.updateComplete;
    expect(shown(list)).toBe(false);
    request(1).resolve(makePage([]));
    await settled(list);
    expect(shown(list)).toBe(true);
  });

  it('error, and keeps the button', async () => {
    const { source, request } = heldSource();
    const list = await show('error');
    list.source = source;
    await list.updateComplete;
    expect(shown(list)).toBe(false);
    request(1).reject(failure);
    await settled(list);
    expect(shown(list)).toBe(true);
    await expect.element(button(list, 'Try again')).toBeVisible();
  });

  it('end, and only then', async () => {
    const { source, request } = heldSource();
    const list = await show('end');
    list.source = source;
    await list.updateComplete;
    expect(shown(list)).toBe(false);
    request(1).resolve(makePage(makeEvents(1)));
    await settled(list);
    expect(shown(list)).toBe(true);
  });
});

describe('events for the page around it', () => {
  it('feed-load brings the new events and how many there are in all', async () => {
    const loads = collect('feed-load');
    await showLoaded(sourceOf(makeEvents(15)).source);
    await until(() => loads.length === 2);
    expect(loads.map(({ events, total }) => [events.length, events[0]?.id, total])).toEqual([
      [10, 'e1', 10],
      [5, 'e11', 15],
    ]);
  });

  it('feed-warning brings what a source left out', async () => {
    const warnings = collect('feed-warning');
    const { source, request } = heldSource();
    const list = await showList(source);
    const warning = { path: '[0].url', code: 'bad-url' } as const;
    request(1).resolve({ ...makePage(makeEvents(1)), warnings: [warning] });
    await settled(list);
    expect(warnings.map((event) => event.warnings)).toEqual([[warning]]);
  });

  it('refresh() replaces what is shown only when the new page is there', async () => {
    const loads = collect('feed-load');
    const { source, request } = heldSource();
    const list = await showList(source);
    request(1).resolve(makePage(makeEvents(2)));
    await settled(list);
    const done = list.refresh();
    await until(() => list.status === 'loading');
    expect(idsOf(list)).toEqual(['e1', 'e2']);
    request(2).resolve(makePage(makeEvents(1, 'new')));
    await done;
    await settled(list);
    expect(idsOf(list)).toEqual(['new1']);
    expect(loads.map(({ total }) => total)).toEqual([2, 1]);
  });
});

describe('what a page says about its changes to assistive technology', () => {
  const status = (list: FeedList) => {
    const [only, ...others] = all(list, '[role="status"]');
    if (!only || others.length > 0) throw new Error('There must be one status.');
    return only;
  };

  it('is nothing on the first page, and how many events came with a later one', async () => {
    const list = await showLoaded(sourceOf(makeEvents(11)).source, { autoPages: 1 });
    expect(textOf(status(list))).toBe('');
    await list.loadMore();
    await settled(list);
    expect(textOf(status(list))).toBe('1 more event');
  });

  it('is said again for a page with as many events as the one before', async () => {
    const list = await showLoaded(sourceOf(makeEvents(40)).source, { autoPages: 1 });
    await list.loadMore();
    await settled(list);
    expect(textOf(status(list))).toBe('10 more events');
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(status(list), { characterData: true, childList: true, subtree: true });
    await list.loadMore();
    await settled(list);
    observer.disconnect();
    expect(textOf(status(list))).toBe('10 more events');
    // A region whose text stays the same is not read out.
    expect(changes).toBeGreaterThan(0);
  });
});
