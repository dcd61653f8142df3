import { describe, expect, it, onTestFinished } from 'vitest';
import { cdp, server } from 'vitest/browser';
import { makeEvent } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { all, cardsOf, parts, settled, showLoaded } from './support.js';

async function emulate(media: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { media });
  await new Promise(requestAnimationFrame);
}

// Only Chromium can be told to draw as for paper.
describe.runIf(server.browser === 'chromium')('on paper', () => {
  it('a page that has given up its cards is its words, and no more room than they need', async () => {
    const { source } = livingSource(200, {}, (id) => makeEvent(id, { text: `Words of ${id}` }));
    const list = await showLoaded(source, { limit: 20, window: 20, autoPages: 0, poll: 0 });
    while (list.events.length < 200) await list.loadMore();
    await settled(list);
    expect(cardsOf(list).length).toBeLessThan(100);
    const gone = all(list, '[hidden="until-found"]').at(-1);
    const section = gone?.closest<HTMLElement>('.page');
    if (!gone || !section) throw new Error('No page has given up its cards.');
    const onScreen = section.offsetHeight;
    expect(gone.offsetHeight).toBe(0);
    await emulate('print');
    onTestFinished(() => emulate(''));
    // A line for each of twenty events at least.
    expect(gone.offsetHeight).toBeGreaterThan(20 * 15);
    expect(section.offsetHeight).toBeLessThan(gone.offsetHeight + 20);
    expect(section.offsetHeight).toBeLessThan(onScreen / 4);
    expect(gone.checkVisibility({ contentVisibilityAuto: true })).toBe(true);
  });

  it('there are no buttons to load more', async () => {
    const list = await showLoaded(livingSource(60).source, { autoPages: 1, poll: 0 });
    const button = parts(list, 'button').at(-1);
    expect(button?.checkVisibility()).toBe(true);
    await emulate('print');
    onTestFinished(() => emulate(''));
    expect(button?.checkVisibility()).toBe(false);
  });
});
