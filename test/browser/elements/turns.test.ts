import { html } from 'lit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { makeEvent, makePage } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { button, cardsOf, collectRejections, focused, settled, showList, until } from './support.js';

type Turn = () => unknown;

const native = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
let turns: Turn[] = [];

const setScheduler = (value: unknown) =>
  Object.defineProperty(globalThis, 'scheduler', { value, configurable: true, writable: true });

/** A browser that is so busy that nothing has its turn before {@link rest}. */
function busy(): void {
  setScheduler({ postTask: (turn: Turn) => Promise.resolve(turns.push(turn)) });
}

async function rest(): Promise<void> {
  while (turns.length > 0) for (const turn of turns.splice(0)) await turn();
}

beforeEach(() => {
  turns = [];
});

afterEach(async () => {
  await rest();
  if (native) Object.defineProperty(globalThis, 'scheduler', native);
  else Reflect.deleteProperty(globalThis, 'scheduler');
});

const template = ({ id }: FeedEvent) => html`<div .style=${'block-size:200px'}>${id}</div>`;
const fields = { autoPages: 1, poll: 0, template };

const frames = async (count = 3) => {
  for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
};

const loaded = async (list: FeedList, count: number) => {
  await until(() => list.events.length >= count && list.status === 'ready');
  await frames();
};

const isBlank = (root: ParentNode | null) => !root?.textContent?.trim();

/** Cards on the screen without anything in them. */
const blanks = (list: FeedList) =>
  cardsOf(list).filter((card) => {
    const { top, bottom } = card.getBoundingClientRect();
    return bottom > 1 && top < innerHeight - 1 && isBlank(card.shadowRoot);
  });

describe('in a browser that is busy', () => {
  it('what comes into view is drawn at once, on every page', async () => {
    busy();
    const list = await showList(livingSource(40).source, { ...fields, limit: 10 });
    await loaded(list, 10);
    for (const count of [20, 30, 40]) {
      await list.loadMore();
      await loaded(list, count);
    }
    for (const top of [1000, 2500, 5000, 8000]) {
      scrollTo(0, top);
      await frames();
      expect(blanks(list)).toEqual([]);
    }
    expect(turns.length).toBeGreaterThan(0);
  });

  it('newer events on top do not pull a reader back who scrolls on', async () => {
    busy();
    const { source, insert } = livingSource(40);
    const list = await showList(source, { ...fields, limit: 20 });
    await loaded(list, 20);
    insert('n1', 'n2');
    await list.checkNewer();
    await frames();
    list.client?.showNewer();
    await frames();
    scrollTo(0, 1500);
    await frames();
    const before = scrollY;
    await rest();
    await frames();
    expect(Math.abs(scrollY - before)).toBeLessThan(50);
  });

  it('the focus moves to what “Load more” brought', async () => {
    busy();
    const list = await showList(livingSource(40).source, { ...fields, limit: 20 });
    await loaded(list, 20);
    await userEvent.click(button(list, 'Load more'));
    await loaded(list, 40);
    expect(focused()).toBe(cardsOf(list)[20]);
  });

  it('a card has its name before anything is in it', async () => {
    busy();
    const list = await showList(livingSource(20).source, { autoPages: 1, poll: 0, limit: 20 });
    await loaded(list, 20);
    const last = cardsOf(list)[19];
    expect(isBlank(last?.shadowRoot ?? null)).toBe(true);
    expect(last?.ariaLabel).toContain('e20');
  });

  it('all is drawn in a list that is taken out and put back meanwhile', async () => {
    busy();
    const list = await showList(livingSource(20).source, { ...fields, limit: 20 });
    await loaded(list, 20);
    const { parentElement } = list;
    list.remove();
    await rest();
    parentElement?.append(list);
    await frames();
    await rest();
    await frames();
    expect(cardsOf(list).filter((card) => isBlank(card.shadowRoot))).toEqual([]);
  });

  it('whoever waits for all is not left waiting when another feed begins', async () => {
    busy();
    const events = Array.from({ length: 120 }, (_, index) => makeEvent(`m${index}`));
    const whole = { name: 'whole', page: () => Promise.resolve(makePage(events)) };
    const list = await showList(whole, fields);
    await loaded(list, 120);
    const all = list.updateComplete;
    // The first sections have their turn, the others are still to come back.
    while (cardsOf(list).some((card) => card.hasAttribute('later'))) {
      await turns.shift()?.();
      await Promise.resolve();
    }
    await frames();
    list.source = livingSource(3).source;
    await loaded(list, 3);
    for (let pause = 0; pause < 3; pause++) {
      await rest();
      await frames();
    }
    await expect(all).resolves.toBeDefined();
  });
});

describe('a page with a scheduler of its own', () => {
  it.each([[{ init: () => undefined }], [undefined]])('has all cards drawn: %o', async (own) => {
    const rejections = collectRejections();
    setScheduler(own);
    const list = await showList(livingSource(20).source, { ...fields, limit: 20 });
    await loaded(list, 20);
    await settled(list);
    expect(cardsOf(list).filter((card) => isBlank(card.shadowRoot))).toEqual([]);
    expect(rejections).toEqual([]);
  });
});

describe('a list that is hidden', () => {
  it('has its cards when it joins a long feed and is shown', async () => {
    const { source } = livingSource(60);
    const first = await showList(source, { ...fields, limit: 3 });
    await until(() => first.status === 'ready');
    for (let page = 1; page < 16; page++) await first.loadMore();
    const list = await showList(undefined, { ...fields, limit: 3 });
    list.style.display = 'none';
    list.source = source;
    await loaded(list, 48);
    first.style.display = 'none';
    list.style.display = '';
    await frames(10);
    const pages = [...(list.shadowRoot?.querySelectorAll('.page') ?? [])];
    const seen = pages.filter((page) => page.getBoundingClientRect().top < innerHeight);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((page) => !page.querySelector('event-card'))).toEqual([]);
  });
});

describe('an answer of fifty events', () => {
  it('keeps a draft in the last ones over a refresh', async () => {
    const events = Array.from({ length: 50 }, (_, index) => ({
      ...makeEvent(`e${index}`),
      thread: {
        id: `t${index}`,
        likes: [],
        likeCount: 0,
        liked: false,
        likeable: false,
        comments: [],
        commentCount: 0,
        commentable: true,
      },
    }));
    const source = {
      name: 'talk',
      page: () => Promise.resolve(makePage(events)),
      comment: () => Promise.resolve(undefined),
    };
    const list = await showList(source, { limit: 50, poll: 0 });
    await loaded(list, 50);
    await settled(list);
    const fieldOf = () => cardsOf(list)[40]?.shadowRoot?.querySelector('textarea');
    cardsOf(list)[40]?.shadowRoot?.querySelector<HTMLElement>('[part~=comment-action]')?.click();
    await settled(list);
    const field = fieldOf();
    if (!field) throw new Error('There is no field.');
    field.value = 'A draft';
    await list.refresh();
    await settled(list);
    expect(fieldOf()?.value).toBe('A draft');
  });
});
