import { expect, it } from 'vitest';
import { cdp, server } from 'vitest/browser';
import { makeAuthors, makeEvent } from '../../helpers/feed-fixtures.js';
import { part, showCard } from './support.js';

interface Frame {
  readonly frame: { readonly id: string };
  readonly childFrames?: readonly Frame[];
}
interface Named {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
}

const idsOf = ({ frame, childFrames = [] }: Frame): string[] => [frame.id, ...childFrames.flatMap(idsOf)];

/** The names of all headings, as Chromium gives them to assistive technology. */
async function headingNames(): Promise<(string | undefined)[]> {
  const { frameTree } = (await cdp().send('Page.getFrameTree')) as { frameTree: Frame };
  const trees = await Promise.all(
    idsOf(frameTree).map((frameId) => cdp().send('Accessibility.getFullAXTree', { frameId })),
  );
  return (trees as { nodes: readonly Named[] }[])
    .flatMap(({ nodes }) => nodes)
    .filter(({ role }) => role?.value === 'heading')
    .map(({ name }) => name?.value);
}

// Only Chromium tells what it makes of a page.
it.runIf(server.browser === 'chromium')('a heading keeps its words apart', async () => {
  await showCard(makeEvent('a', { authors: makeAuthors(1) }));
  await showCard(makeEvent('b', { authors: [{ id: '1', name: 'Bob' }] }), { lang: 'ru' });
  await showCard(makeEvent('c', { authors: makeAuthors(2) }));
  const names = await headingNames();
  expect(names).toContain('Ann 1 wrote a post');
  expect(names).toContain('Bob написал запись');
  expect(names).toContain('Ann 1 and Ann 2 wrote a post');
});

it.each(['ltr', 'rtl'])('one blank is seen between a name and what was done: %s', async (dir) => {
  document.documentElement.dir = dir;
  const card = await showCard(makeEvent('a', { authors: makeAuthors(1) }));
  const [name, did] = [part(card, 'author'), part(card, 'verb')].map((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return range.getBoundingClientRect();
  });
  if (!name || !did) throw new Error('unreachable');
  const gap = dir === 'ltr' ? did.left - name.right : name.left - did.right;
  const blank = document.createElement('canvas').getContext('2d');
  if (!blank) throw new Error('unreachable');
  blank.font = getComputedStyle(part(card, 'headline')).font;
  expect(Math.abs(gap - blank.measureText(' ').width)).toBeLessThan(1);
});
