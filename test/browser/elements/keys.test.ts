import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import type { FeedEvent } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { makeEvents, makePage, sourceOf } from '../../helpers/feed-fixtures.js';
import { at, button, cardsOf, focused, one, settled, showLoaded, until } from './support.js';

/** A list between two buttons of the page. */
async function showBetween(count: number, fields: Partial<FeedList> = {}, methods: Partial<FeedSource> = {}) {
  const box = await fixture<HTMLElement>(
    html`<div>
      <button id="above">Above</button><feed-list></feed-list><button id="below">Below</button>
    </div>`,
  );
  const list = one<FeedList>(box, 'feed-list');
  Object.assign(list, fields, { source: { ...sourceOf(makeEvents(count)).source, ...methods } });
  await settled(list);
  return { list, above: one(box, '#above'), below: one(box, '#below') };
}

/** The card that has the focus, or in which it is, counted from 1; 0 for none. */
function current(list: FeedList): number {
  const { activeElement } = list.shadowRoot ?? document;
  return cardsOf(list).findIndex((card) => card === activeElement) + 1;
}

const press = (key: string) => userEvent.keyboard(key);

describe('Page Down and Page Up', () => {
  it('move the focus from article to article', async () => {
    const { list } = await showBetween(4);
    cardsOf(list)[0]?.focus();
    const visited = [];
    for (const key of ['{PageDown}', '{PageDown}', '{PageUp}', '{PageDown}', '{PageDown}']) {
      await press(key);
      visited.push(current(list));
    }
    expect(visited).toEqual([2, 3, 2, 3, 4]);
  });

  it('stay at the first and the last article, and leave the scrolling there to the browser', async () => {
    const { list } = await showBetween(2);
    const taken: boolean[] = [];
    addEventListener('keydown', (event) => taken.push(event.defaultPrevented), { once: true });
    cardsOf(list)[0]?.focus();
    await press('{PageUp}');
    expect(current(list)).toBe(1);
    addEventListener('keydown', (event) => taken.push(event.defaultPrevented), { once: true });
    cardsOf(list)[1]?.focus();
    await press('{PageDown}');
    expect(current(list)).toBe(2);
    expect(taken).toEqual([false, false]);
  });

  it('work from inside of an article too', async () => {
    const { list } = await showBetween(3);
    const [first, second] = cardsOf(list);
    if (!first || !second) throw new Error('unreachable');
    one(second, 'a').focus();
    await press('{PageDown}');
    expect(current(list)).toBe(3);
    one(second, 'button').focus();
    await press('{PageUp}');
    expect(current(list)).toBe(1);
  });

  it('bring the article into view', async () => {
    const { list } = await showBetween(10);
    cardsOf(list)[0]?.focus();
    for (let turn = 0; turn < 9; turn++) await press('{PageDown}');
    const box = cardsOf(list)[9]?.getBoundingClientRect();
    expect(box?.bottom).toBeLessThanOrEqual(innerHeight);
    expect(box?.top).toBeGreaterThanOrEqual(0);
  });

  it('load the pages that the reader walks to', async () => {
    const { list } = await showBetween(30, { limit: 10 });
    cardsOf(list)[0]?.focus();
    for (let turn = 0; turn < 29; turn++) {
      await press('{PageDown}');
      await settled(list);
    }
    expect(current(list)).toBe(30);
  });

  it('are not taken with Alt, Shift, Ctrl or Meta', async () => {
    const { list } = await showBetween(2);
    for (const key of ['Alt', 'Shift', 'Control', 'Meta']) {
      cardsOf(list)[0]?.focus();
      await press(`{${key}>}{PageDown}{/${key}}`);
      expect(current(list)).toBe(1);
    }
  });
});

describe.each([
  ['an input', () => html`<input />`],
  ['a text area', () => html`<textarea></textarea>`],
  [
    'a choice',
    () =>
      html`<select>
        <option>1</option>
      </select>`,
  ],
  ['an editable text', () => html`<p contenteditable="true">Text</p>`],
])('in %s inside of a card', (_, control) => {
  it('no key is taken', async () => {
    const template = (event: FeedEvent) => html`${event.title}${control()}`;
    const { list } = await showBetween(3, { template });
    const [, second] = cardsOf(list);
    if (!second) throw new Error('unreachable');
    const field = one(second, 'input, textarea, select, p');
    field.focus();
    for (const key of ['{PageDown}', '{PageUp}', '{Control>}{End}{/Control}', '{Control>}{Home}{/Control}'])
      await press(key);
    expect(focused()).toBe(field);
  });
});

describe('outside of the articles', () => {
  it('no key is taken', async () => {
    const { list, above } = await showBetween(2);
    for (const element of [above, button(list, 'Skip the feed').element() as HTMLElement]) {
      element.focus();
      for (const key of ['{PageDown}', '{PageUp}', '{Control>}{End}{/Control}']) await press(key);
      expect(focused()).toBe(element);
    }
  });

  it('nor one that the page has used already', async () => {
    const { list } = await showBetween(2);
    list.addEventListener('keydown', (event) => event.preventDefault(), { capture: true });
    cardsOf(list)[0]?.focus();
    await press('{PageDown}');
    expect(current(list)).toBe(1);
  });
});

describe('Ctrl+End and Ctrl+Home', () => {
  it('leave the feed: the next Tab is at what stands after it', async () => {
    const { list, below } = await showBetween(3);
    cardsOf(list)[1]?.focus();
    await press('{Control>}{End}{/Control}');
    expect(current(list)).toBe(0);
    await userEvent.tab();
    expect(focused()).toBe(below);
  });

  it('leave the feed at its beginning', async () => {
    const { list, above } = await showBetween(3);
    cardsOf(list)[1]?.focus();
    await press('{Control>}{Home}{/Control}');
    expect(current(list)).toBe(0);
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(above);
  });

  it('stop at "Load more", which stands after the feed', async () => {
    const { list } = await showBetween(30, { autoPages: 1 });
    cardsOf(list)[1]?.focus();
    await press('{Control>}{End}{/Control}');
    await userEvent.tab();
    expect(focused()).toBe(button(list, 'Load more').element());
  });
});

describe('the way past the feed', () => {
  it('is a button that appears with the focus and leads behind the last card', async () => {
    const { list, above, below } = await showBetween(3);
    const skip = button(list, 'Skip the feed').element() as HTMLElement;
    expect(skip.getBoundingClientRect().width).toBeLessThan(2);
    above.focus();
    await userEvent.tab();
    expect(focused()).toBe(skip);
    expect(skip.getBoundingClientRect().width).toBeGreaterThan(40);
    await press('{Enter}');
    await userEvent.tab();
    expect(focused()).toBe(below);
  });

  it('comes before every other button of the feed', async () => {
    const page = () => Promise.resolve({ ...makePage(makeEvents(3)), unread: 3 });
    const { list, above } = await showBetween(3, {}, { page, markRead: () => Promise.resolve() });
    above.focus();
    await userEvent.tab();
    expect(focused()).toBe(button(list, 'Skip the feed').element());
    await userEvent.tab();
    expect(focused()).toBe(button(list, 'Mark all as read').element());
  });

  it('is not needed by a feed without cards', async () => {
    const { list } = await showBetween(0);
    expect(button(list, 'Skip the feed').query()).toBeNull();
  });
});

describe('Tab', () => {
  /** How many presses it takes from here to there; more than `most` is a trap. */
  async function presses(target: Element, most: number): Promise<number> {
    for (let count = 1; count <= most; count++) {
      await userEvent.tab();
      if (focused() === target) return count;
    }
    return Infinity;
  }

  it('walks through a short feed to what stands after it', async () => {
    const { list, below } = await showBetween(3);
    cardsOf(list)[0]?.focus();
    // Face and name in each card, and the card.
    expect(await presses(below, 20)).toBeLessThan(12);
  });

  it('reaches what stands after a feed without end, also after the reader asked for more', async () => {
    const { list, below } = await showBetween(200, { limit: 3, autoPages: 1 });
    const more = button(list, 'Load more');
    await userEvent.click(more);
    await until(() => cardsOf(list).length === 6);
    await settled(list);
    cardsOf(list)[4]?.focus();
    // Tab is no scrolling: it must not call for the next page again and again.
    expect(await presses(below, 30)).toBeLessThan(12);
    expect(cardsOf(list)).toHaveLength(6);
  });

  it('shows where the focus is: on a card, a link and a button', async () => {
    const { list } = await showBetween(2);
    button(list, 'Skip the feed').element();
    (button(list, 'Skip the feed').element() as HTMLElement).focus();
    const seen = [];
    for (let turn = 0; turn < 3; turn++) {
      await userEvent.tab();
      const element = focused();
      if (!element) throw new Error('unreachable');
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      seen.push([element.localName, outlineStyle, outlineWidth]);
    }
    expect(seen).toEqual([
      ['event-card', 'solid', '2px'],
      ['button', 'solid', '2px'],
      ['a', 'solid', '2px'],
    ]);
  });

  it('the way is shown after Page Down too', async () => {
    const { list } = await showBetween(2);
    cardsOf(list)[0]?.focus();
    await press('{PageDown}');
    const [, second] = cardsOf(list);
    expect(second && getComputedStyle(second).outlineWidth).toBe('2px');
    expect(second && getComputedStyle(second).outlineStyle).toBe('solid');
  });
});

describe('the focus', () => {
  it('stays in its card when pages are added below', async () => {
    const list = await showLoaded(sourceOf(makeEvents(30)).source, { autoPages: 1 });
    const link = one(at(list).getByRole('article').first().element(), 'a');
    link.focus();
    await list.loadMore();
    await settled(list);
    expect(cardsOf(list)).toHaveLength(20);
    expect(focused()).toBe(link);
  });
});
