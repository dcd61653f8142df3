import { html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { FeedEvent } from '../../../src/model/event.js';
import { makeEvent, makeEvents, sourceOf } from '../../helpers/feed-fixtures.js';
import {
  cardsOf,
  collect,
  collectRejections,
  one,
  part,
  settled,
  showCard,
  showLoaded,
  textOf,
} from './support.js';

const FALLBACK = 'This event cannot be shown.';

/** What only a host page could set: data of a source is checked long before (`threats.md` J39). */
const set = (fields: object): FeedEvent => ({ ...makeEvent('hostile'), ...fields });
const boom = () => {
  throw new Error('boom');
};
const throwing = (name: keyof FeedEvent) => {
  const event = set({});
  Object.defineProperty(event, name, { get: boom, enumerable: true });
  return event;
};
const cyclic = set({ subevents: [] as FeedEvent[] });
Object.assign(cyclic, { subevents: [cyclic] });

const unusable: Record<string, FeedEvent> = {
  'a Proxy that throws for every field but the id': new Proxy(set({}), {
    get: (target, key): unknown => (key in target && key !== 'id' ? boom() : Reflect.get(target, key)),
  }),
  'a getter of the title that throws': throwing('title'),
  'a getter of the time that throws': throwing('time'),
  'a getter of the authors that throws': throwing('authors'),
  'an event that is about itself': cyclic,
  'authors that are null': set({ authors: null }),
  'attachments that are null': set({ attachments: null }),
  'subevents that are null': set({ subevents: null }),
  'an author that is null': set({ authors: [null] }),
  'a time that is no date': set({ time: '2024-05-04' }),
  'a time that is an invalid date': set({ time: new Date(NaN) }),
  'a title that looks like a template': set({
    title: { _$litType$: 1, strings: ['<img src=x onerror=__pwn=1>'], values: [] },
  }),
  'a title that looks like a directive': set({ title: { _$litDirective$: 'x', values: [] } }),
  'a title that looks like a node': set({ title: { nodeType: 1 } }),
  'a title without toString': set({ title: { toString: null, valueOf: null } }),
  'a text that is a number': set({ text: 7 }),
  'a comment list that is a Map': set({
    thread: { likeCount: 1, commentCount: 1, likes: [], comments: new Map() },
  }),
};

describe.each(Object.entries(unusable))('%s', (_, hostile) => {
  it('costs one card of the list and nothing else', async () => {
    const errors = collect('feed-error');
    const rejections = collectRejections();
    const [before, after] = makeEvents(2);
    if (!before || !after) throw new Error('unreachable');
    const list = await showLoaded(sourceOf([before, hostile, after]).source);
    expect(cardsOf(list)).toHaveLength(3);
    const [first, second, third] = cardsOf(list);
    for (const card of [first, third]) expect(card && textOf(part(card, 'verb'))).toBe('wrote a post');
    // Either it is drawn after all, or it says that it cannot be.
    const failed = textOf(second?.shadowRoot?.querySelector('p') ?? undefined) === FALLBACK;
    expect(errors.map(({ target }) => target)).toEqual(failed ? [list] : []);
    if (failed) expect(second?.ariaLabel).toBe(FALLBACK);
    else expect(second?.ariaLabel).toContain('Ann Lee wrote a post');
    expect(textOf(part(list, 'end'))).toContain("That's everything");
    expect(rejections).toEqual([]);
  });
});

describe('at the end of the list', () => {
  it.each(Object.entries(unusable))('%s costs one card too', async (_, hostile) => {
    const rejections = collectRejections();
    const list = await showLoaded(sourceOf([...makeEvents(1), hostile]).source);
    expect(cardsOf(list)).toHaveLength(2);
    expect(textOf(part(list, 'end'))).toContain("That's everything");
    expect(rejections).toEqual([]);
  });
});

describe('an event that cannot be drawn', () => {
  it('says so in the language of the reader', async () => {
    const card = await showCard(throwing('title'), { lang: 'ru' });
    await card.updateComplete;
    expect(textOf(one(card, 'p'))).toMatch(/^Это событие/);
    expect(card.ariaLabel).toMatch(/^Это событие/);
    expect(card.role).toBe('article');
  });

  it('fires feed-error once, with what was thrown', async () => {
    const errors = collect('feed-error');
    const card = await showCard(throwing('title'));
    await card.updateComplete;
    expect(errors.map(({ error }) => error.message)).toEqual(['boom']);
    document.documentElement.lang = 'ru';
    await new Promise(requestAnimationFrame);
    await card.updateComplete;
    expect(errors).toHaveLength(1);
  });

  it('is drawn again when it gets data that can be', async () => {
    const card = await showCard(throwing('title'));
    await card.updateComplete;
    expect(textOf(one(card, 'p'))).toBe(FALLBACK);
    card.event = makeEvent('b');
    await card.updateComplete;
    expect(textOf(part(card, 'title'))).toBe('Title b');
    expect(card.ariaLabel).toContain('Title b');
  });

  it('after it could be, gives way whole', async () => {
    const card = await showCard(makeEvent('a', { text: 'A text' }));
    card.event = throwing('attachments');
    await card.updateComplete;
    await card.updateComplete;
    expect(textOf(card.shadowRoot?.querySelector('.card') ?? undefined)).toBe(FALLBACK);
    expect(card.shadowRoot?.textContent).not.toContain('A text');
  });

  it.each([
    ['a Map', new Map()],
    ['a number', 7],
    ['a function', () => 7],
    ['an array', []],
    ['a typed array', new Uint8Array(3)],
    ['an empty object', {}],
    ['a Proxy that throws for everything', new Proxy({}, { get: boom, has: boom, ownKeys: boom })],
  ])('costs at most its card when it is %s', async (_, event) => {
    const rejections = collectRejections();
    const card = await showCard(event as unknown as FeedEvent);
    await card.updateComplete;
    await new Promise(requestAnimationFrame);
    expect(card.isConnected).toBe(true);
    expect(rejections).toEqual([]);
  });

  it('is no reason against a frozen one', async () => {
    const card = await showCard(Object.freeze(makeEvent('a')));
    expect(textOf(part(card, 'title'))).toBe('Title a');
  });
});

describe('a template of the page that throws', () => {
  it('costs one card, and feed-error is fired', async () => {
    const errors = collect('feed-error');
    const rejections = collectRejections();
    const template = (event: FeedEvent) => {
      if (event.id === 'e2') throw new Error('no e2');
      return html`<p class="mine">${event.title}</p>`;
    };
    const list = await showLoaded(sourceOf(makeEvents(3)).source, { template });
    expect(cardsOf(list).map((card) => textOf(one(card, 'p')))).toEqual(['Title e1', FALLBACK, 'Title e3']);
    expect(errors.map(({ error }) => error.message)).toEqual(['no e2']);
    list.template = (event: FeedEvent) => html`<p>${event.id}</p>`;
    await settled(list);
    expect(cardsOf(list).map((card) => textOf(one(card, 'p')))).toEqual(['e1', 'e2', 'e3']);
    expect(rejections).toEqual([]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'Hello'],
    ['a number', 7],
    ['a list', ['a', 'b']],
  ])('may give %s', async (_, drawn) => {
    const errors = collect('feed-error');
    const card = await showCard(makeEvent('a'), { template: () => drawn });
    expect(textOf(card.shadowRoot?.querySelector('div') ?? undefined)).toBe(
      Array.isArray(drawn) ? 'ab' : String(drawn ?? ''),
    );
    expect(errors).toEqual([]);
  });

  it('may give a node', async () => {
    const node = document.createElement('p');
    node.append('Mine');
    const card = await showCard(makeEvent('a'), { template: () => node });
    expect(one(card, 'p')).toBe(node);
  });
});
