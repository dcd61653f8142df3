import { beforeEach, describe, expect, it } from 'vitest';
import {
  makeAudio,
  makeAuthor,
  makeAuthors,
  makeEvent,
  makeImages,
  makeLink,
  makePage,
  makeVideo,
} from '../../helpers/feed-fixtures.js';
import { all, button, one, showAttachment, showCard, showLoaded } from './support.js';

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

/** How far a text begins from the right edge of the box that it is a line of. */
function gap(line: Element): number {
  const range = new Range();
  range.selectNodeContents(line);
  const box = line.parentElement?.closest('.about, li span')?.getBoundingClientRect();
  const style = getComputedStyle(line.parentElement?.closest('.about, li span') ?? line);
  return (box?.right ?? NaN) - parseFloat(style.paddingRight) - range.getBoundingClientRect().right;
}

describe('in a page from right to left, lines of one box begin at one edge, whatever their script', () => {
  it.each([
    ['a link', makeLink({ title: 'Where we walked', description: 'By the river' })],
    ['a sound', makeAudio({ title: 'Slow Weather', artist: 'Ann' })],
    ['a video', makeVideo({ title: 'Swifts' })],
    ['a person', { kind: 'user', user: makeAuthor('Ann with a name that is long', { location: 'Oslo' }) }],
  ] as const)('%s', async (_, attachment) => {
    const view = await showAttachment(attachment);
    const lines = all(view, '.title, .line, li small');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(gap(line)).toBeCloseTo(0, 0);
  });
});

it.each([
  ['ltr', 'שלום לכולם', 'right'],
  ['rtl', 'Hello all', 'left'],
] as const)(
  'in a page that is %s, the title "%s" stands at the side of its text: %s',
  async (dir, words, side) => {
    document.documentElement.dir = dir;
    const card = await showCard(makeEvent('a', { title: words, text: words }));
    const edge = (selector: string) => {
      const range = new Range();
      range.selectNodeContents(one(card, selector));
      return range.getBoundingClientRect()[side];
    };
    expect(edge('.event-title bdi')).toBeCloseTo(edge('.lines'), 0);
  },
);

it('in a page from right to left, "+1" is no "1+"', async () => {
  const card = await showCard(makeEvent('a', { attachments: makeImages(4) }));
  const [plus, one] = ends(button(card, 'Pictures: +1').element(), '+1');
  expect(plus).toBeLessThan(one);
});
