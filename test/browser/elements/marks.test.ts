import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { html } from 'lit';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { HttpError } from '../../../src/http/errors.js';
import type { FeedEvent, Page } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { makeAuthor, makeEvent, makeLink, makePage, makeVideo, url } from '../../helpers/feed-fixtures.js';
import {
  at,
  button,
  cardsOf,
  collect,
  collectRejections,
  focused,
  one,
  part,
  parts,
  playButton,
  settled,
  showLoaded,
  textOf,
  until,
} from './support.js';

const fresh = (id: string, fields: Partial<FeedEvent> = {}) =>
  makeEvent(id, { read: false, seen: false, ...fields });

/** A source that can be told, and what it was told: ids, or `all`. */
function marking(
  events: readonly FeedEvent[],
  fields: Partial<Page> = {},
  methods: Partial<FeedSource> = {},
) {
  const told: { read: string[]; seen: string[] } = { read: [], seen: [] };
  const tell = (kind: 'read' | 'seen') => (marked: readonly FeedEvent[] | undefined) => {
    told[kind].push(marked?.map(({ id }) => id).join(' ') ?? 'all');
    return Promise.resolve();
  };
  const source: FeedSource = {
    name: 'fake',
    page: () => Promise.resolve({ ...makePage(events), ...fields }),
    markRead: tell('read'),
    markSeen: tell('seen'),
    ...methods,
  };
  return { source, told };
}

const dots = (list: FeedList) => cardsOf(list).map((card) => parts(card, 'unread').length);
const readAll = (list: FeedList) => button(list, 'Mark all as read');
const badge = (list: FeedList) => parts(list, 'badge').map(textOf).join();

beforeEach(async () => {
  await page.viewport(800, 900);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('counts', () => {
  it('stand beside the heading and on the list, and feed-counts tells them once for each change', async () => {
    const counts = collect('feed-counts');
    const { source } = marking([fresh('a', { seen: true })], { unread: 4, unseen: 3 });
    const list = await showLoaded(source);
    expect([list.unread, list.unseen, badge(list)]).toEqual([4, 3, '3 new']);
    await expect.element(at(list).getByRole('heading', { name: "What's new 3 new" })).toBeVisible();
    await list.refresh();
    await list.markRead();
    expect(counts.map(({ unread, unseen }) => [unread, unseen])).toEqual([
      [4, 3],
      [0, 3],
    ]);
  });

  it('are nowhere where a source has none', async () => {
    const counts = collect('feed-counts');
    const list = await showLoaded(marking([makeEvent('a')]).source);
    expect([list.unread, list.unseen, badge(list)]).toEqual([undefined, undefined, '']);
    expect(readAll(list).query()).toBeNull();
    expect(counts).toEqual([]);
  });

  it('have no badge at 0', async () => {
    expect(badge(await showLoaded(marking([], { unseen: 0 }).source))).toBe('');
  });

  it('are forgotten with their source', async () => {
    const list = await showLoaded(marking([], { unread: 4, unseen: 3 }).source);
    const counts = collect('feed-counts');
    list.source = marking([]).source;
    await settled(list);
    expect([list.unread, badge(list)]).toEqual([undefined, '']);
    expect(counts.map(({ unread, unseen }) => [unread, unseen])).toEqual([[undefined, undefined]]);
  });

  it.each([
    [1, '1 новое'],
    [2, '2 новых'],
    [5, '5 новых'],
    [21, '21 новое'],
  ])('agree with their noun in Russian: %i', async (unseen, text) => {
    expect(badge(await showLoaded(marking([], { unseen }).source, { lang: 'ru' }))).toBe(text);
  });
});

describe('an unread event', () => {
  it('has a dot and says so in its name; a read one, and one that cannot be, do not', async () => {
    const list = await showLoaded(
      marking([fresh('a'), makeEvent('b', { read: true }), makeEvent('c')]).source,
    );
    expect(dots(list)).toEqual([1, 0, 0]);
    const [unread, read, plain] = cardsOf(list);
    expect(unread?.ariaLabel).toMatch(/^unread, Ann Lee wrote a post, Title a/);
    for (const card of [read, plain]) expect(card?.ariaLabel).toMatch(/^Ann Lee wrote a post/);
    expect(unread && at(unread).getByRole('img', { name: 'unread' }).query()).not.toBeNull();
  });

  it('is told by a shape that stays in forced colours', async () => {
    const dot = part(await showLoaded(marking([fresh('a')]).source), 'unread');
    const { width, height } = dot.getBoundingClientRect();
    expect([width, height, getComputedStyle(dot).borderTopWidth]).toEqual([8, 8, '4px']);
  });

  it('keeps its dot inside of the card, also from right to left', async () => {
    const list = await showLoaded(marking([fresh('a')]).source);
    for (const dir of ['ltr', 'rtl']) {
      document.documentElement.dir = dir;
      const [card] = cardsOf(list);
      const box = card?.getBoundingClientRect();
      const dot = part(list, 'unread').getBoundingClientRect();
      const face = part(list, 'avatar').getBoundingClientRect();
      const edge = dir === 'ltr' ? dot.left - (box?.left ?? 0) : (box?.right ?? 0) - dot.right;
      expect(edge).toBeGreaterThan(0);
      expect(edge).toBeLessThan(8);
      expect(dir === 'ltr' ? face.left - dot.right : dot.left - face.right).toBeGreaterThan(0);
    }
  });
});

describe('"Mark all as read"', () => {
  it('marks all, goes away, and leaves the focus above the feed', async () => {
    const { source, told } = marking([fresh('a'), fresh('b')], { unread: 7 });
    const list = await showLoaded(source);
    await userEvent.click(readAll(list));
    await list.updateComplete;
    expect([list.unread, dots(list), readAll(list).query()]).toEqual([0, [0, 0], null]);
    expect(focused()?.className).toBe('before');
    await until(() => told.read.length === 1);
    expect(told.read).toEqual(['all']);
    await userEvent.keyboard('{Tab}');
    expect(textOf(focused() ?? undefined)).toBe('Skip the feed');
  });

  it('is there for an unread event that is shown, even where nothing is counted', async () => {
    await expect.element(readAll(await showLoaded(marking([fresh('a')]).source))).toBeVisible();
  });

  it.each([
    ['everything is read', [makeEvent('a', { read: true })], { unread: 0 }, {}],
    ['nothing can be read', [makeEvent('a')], {}, {}],
    ['the source cannot be told', [fresh('a')], { unread: 3 }, { markRead: undefined }],
  ] as const)('is not there when %s', async (_, events, fields, methods) => {
    const { source } = marking(events, fields, methods as unknown as Partial<FeedSource>);
    expect(readAll(await showLoaded(source)).query()).toBeNull();
  });

  it('comes back when it failed; the feed stays as it is and feed-error says why', async () => {
    const errors = collect('feed-error');
    const error = new HttpError('No.');
    const { source } = marking([fresh('a')], { unread: 7 }, { markRead: () => Promise.reject(error) });
    const list = await showLoaded(source);
    await userEvent.click(readAll(list));
    await until(() => errors.length > 0);
    await list.updateComplete;
    expect(errors.map((event) => event.error)).toEqual([error]);
    expect([list.status, list.error, list.unread, dots(list)]).toEqual(['ready', undefined, 7, [1]]);
    await expect.element(readAll(list)).toBeVisible();
    expect(parts(list, 'error')).toEqual([]);
  });

  it('stays when the page has a header of its own', async () => {
    const list = await showLoaded(marking([fresh('a')]).source);
    list.innerHTML = '<h2 slot="header">Mine</h2>';
    await expect.element(readAll(list)).toBeVisible();
  });
});

describe('what the reader opens', () => {
  beforeEach(() => {
    addEventListener('event-open', cancel);
    addEventListener('attachment-open', cancel);
  });
  afterEach(() => {
    removeEventListener('event-open', cancel);
    removeEventListener('attachment-open', cancel);
  });
  /** The host takes over; no tab opens. */
  const cancel = (event: Event) => {
    event.preventDefault();
  };

  const member = (id: string) => makeEvent(id, { authors: [makeAuthor(`Bob ${id}`)] });
  const cases: Record<string, [Partial<FeedEvent>, (list: FeedList) => Promise<unknown>]> = {
    'a link to a person': [{}, (list) => userEvent.click(part(list, 'author'))],
    'its title': [
      { url: url('https://a.example/') },
      (list) => userEvent.click(one(part(list, 'title'), 'a')),
    ],
    'an attachment': [{ attachments: [makeLink()] }, (list) => userEvent.click(part(list, 'link'))],
    'a film': [{ attachments: [makeVideo()] }, (list) => userEvent.click(playButton(list, 'A film'))],
    'a group': [
      { subevents: [member('1'), member('2')] },
      (list) => userEvent.click(button(list, 'Show 2 events')),
    ],
    'what it is about': [
      { kind: 'like', subevents: [member('1')] },
      (list) => userEvent.click(part(part(list, 'subevent'), 'author')),
    ],
  };

  it.each(Object.entries(cases))('is read: %s', async (_, [fields, press]) => {
    const { source, told } = marking([fresh('a'), fresh('b', fields)].reverse(), { unread: 2 });
    const list = await showLoaded(source);
    await press(list);
    await list.updateComplete;
    expect([dots(list), list.unread]).toEqual([[0, 1], 1]);
    await until(() => told.read.length > 0);
    expect(told.read).toEqual(['b']);
  });

  it('is read too in a card that the page draws', async () => {
    const { source, told } = marking([fresh('a')]);
    const template = () =>
      html`<p>Text</p>
        <button>Mine</button>`;
    const list = await showLoaded(source, { template });
    await userEvent.click(one(cardsOf(list)[0] ?? list, 'p'));
    await userEvent.click(button(list, 'Mine'));
    await until(() => told.read.length > 0);
    expect(told.read).toEqual(['a']);
  });

  it('is not what is only pressed on, or was read before', async () => {
    const { source, told } = marking([fresh('a', { text: 'Text' }), makeEvent('b', { read: true })]);
    const list = await showLoaded(source);
    await userEvent.click(part(list, 'text'));
    await userEvent.click(parts(list, 'author')[1] ?? list);
    await settled(list);
    expect(told.read).toEqual([]);
  });

  it('is still told when the page takes the feed away because of it', async () => {
    const { source, told } = marking([fresh('a')]);
    const list = await showLoaded(source);
    list.addEventListener('event-open', () => {
      list.remove();
    });
    await userEvent.click(part(list, 'author'));
    await until(() => told.read.length > 0);
    expect(told.read).toEqual(['a']);
  });
});

describe('what no reader pressed', () => {
  it('opens nothing: a script of the page has a method for that', async () => {
    const { source, told } = marking([fresh('a')]);
    const list = await showLoaded(source);
    list.addEventListener('event-open', (event) => event.preventDefault());
    part(list, 'author').click();
    await settled(list);
    expect(told.read).toEqual([]);
    expect(dots(list)).toEqual([1]);
  });

  it('marks not all as read', async () => {
    const { source, told } = marking([fresh('a')], { unread: 1 });
    const list = await showLoaded(source);
    (readAll(list).element() as HTMLElement).click();
    await settled(list);
    expect(told.read).toEqual([]);
    expect(list.unread).toBe(1);
  });
});

describe('what the reader is shown', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A second passes, and what comes of it is drawn. */
  const second = async (list: FeedList) => {
    await vi.advanceTimersByTimeAsync(1000);
    await settled(list);
  };

  /** So high that two or three of them fill the window. */
  const tall = (id: string) => fresh(id, { text: 'word\n'.repeat(7).trim(), attachments: [makeVideo()] });

  it('is told in one go within a second, and only what is in the window', async () => {
    const events = Array.from({ length: 12 }, (_, index) => tall(`e${index + 1}`));
    const { source, told } = marking(events, { unseen: 12 });
    const list = await showLoaded(source);
    // Waiting for the list may have taken some of it.
    await vi.advanceTimersByTimeAsync(900);
    expect(told.seen).toEqual([]);
    await second(list);
    expect(told.seen).toEqual([expect.stringMatching(/^e1( e2)?( e3)?$/)]);
    const shown = (told.seen[0] ?? '').split(' ').length;
    expect([list.unseen, list.events.findIndex(({ seen }) => !seen)]).toEqual([12 - shown, shown]);
    cardsOf(list).at(-1)?.scrollIntoView();
    await settled(list);
    await second(list);
    expect(told.seen).toHaveLength(2);
    expect(told.seen[1]).toMatch(/(^| )e12$/);
    expect(told.seen[1]).not.toMatch(/(^| )e[1-4]( |$)/);
  });

  it('is not told to another feed that comes within the second', async () => {
    const list = await showLoaded(marking([fresh('a')]).source);
    expect(secondsWaiting()).toBe(1);
    const other = marking([fresh('a')]);
    list.style.marginBlockStart = '5000px';
    list.source = other.source;
    await settled(list);
    await second(list);
    expect(other.told.seen).toEqual([]);
  });

  it('is nothing where all is seen, where nothing can be, or where nobody wants to know', async () => {
    await showLoaded(marking([makeEvent('a', { seen: true }), makeEvent('b')]).source);
    await showLoaded(marking([fresh('a')], {}, { markSeen: undefined } as unknown as FeedSource).source);
    expect(secondsWaiting()).toBe(0);
    await showLoaded(marking([fresh('a')]).source);
    expect(secondsWaiting()).toBe(1);
  });

  /** The clock of the times in the cards has a timer too, for a day at most. */
  function secondsWaiting(): number {
    const before = vi.getTimerCount();
    vi.advanceTimersByTime(1000);
    return before - vi.getTimerCount();
  }

  it('is nothing while the page is hidden, and all that is in the window once it is not', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const { source, told } = marking([fresh('a')]);
    const list = await showLoaded(source);
    await second(list);
    expect(told.seen).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await settled(list);
    await second(list);
    expect(told.seen).toEqual(['a']);
  });

  it('is not told when the list leaves the page first, but when it is back', async () => {
    const { source, told } = marking([fresh('a')]);
    const list = await showLoaded(source);
    list.remove();
    expect(vi.getTimerCount()).toBe(0);
    await second(list);
    expect(told.seen).toEqual([]);
    document.body.append(list);
    await settled(list);
    await second(list);
    expect(told.seen).toEqual(['a']);
    list.remove();
  });

  it('and could not be told reaches nobody but feed-error, and is not tried again for ever', async () => {
    const rejections = collectRejections();
    const errors = collect('feed-error');
    const markSeen = vi.fn(() => {
      throw new TypeError('boom');
    });
    const answer = () => Promise.resolve({ ...makePage([fresh('a')]), unseen: 1 });
    const list = await showLoaded(marking([], {}, { page: answer, markSeen }).source);
    for (let passed = 0; passed < 5; passed++) await second(list);
    expect(errors.map(({ error }) => error.cause)).toEqual([new TypeError('boom')]);
    expect([list.status, list.unseen, list.events[0]?.seen]).toEqual(['ready', 1, false]);
    expect(markSeen).toHaveBeenCalledTimes(1);
    expect([cardsOf(list).length, rejections]).toEqual([1, []]);
    await list.refresh();
    await settled(list);
    await second(list);
    expect(markSeen).toHaveBeenCalledTimes(2);
  });

  it('is told once for a group, and again when the group has grown', async () => {
    const answer = () => Promise.resolve(makePage([fresh('group')]));
    const { source, told } = marking([], {}, { page: answer });
    const list = await showLoaded(source);
    for (let passed = 0; passed < 3; passed++) await second(list);
    expect(told.seen).toEqual(['group']);
    await list.refresh();
    await settled(list);
    await second(list);
    expect(told.seen).toEqual(['group', 'group']);
  });
});
