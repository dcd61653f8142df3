import { beforeEach, describe, expect, it } from 'vitest';
import { makeAuthors, makeEvent, makePage } from '../../helpers/feed-fixtures.js';
import { one, showCard, showLoaded } from './support.js';

beforeEach(() => {
  document.documentElement.dir = 'rtl';
});

/** Where the first and the last letter of a text stand. */
function ends(root: Element, text: string): readonly [number, number] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const start = (node.textContent ?? '').indexOf(text);
    if (start < 0) continue;
    const left = (at: number) => {
      const range = new Range();
      range.setStart(node, start + at);
      range.setEnd(node, start + at + 1);
      return range.getBoundingClientRect().left;
    };
    return [left(0), left(text.length - 1)];
  }
  throw new Error(`There is no ${text}.`);
}

describe('in a page from right to left, an English number stands before what it counts', () => {
  const event = makeEvent('a', { authors: makeAuthors(5) });

  it('in a headline', async () => {
    const [first, last] = ends(one(await showCard(event), '.headline'), '3 others');
    expect(first).toBeLessThan(last);
  });

  it('above the cards', async () => {
    const page = { ...makePage([event]), info: { total: 7 } };
    const list = await showLoaded({ name: 'test', page: () => Promise.resolve(page) });
    const [first, last] = ends(one(list, '.info'), '7 events');
    expect(first).toBeLessThan(last);
  });
});
