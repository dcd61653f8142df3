import { describe, expect, it, onTestFinished } from 'vitest';
import { cdp, server } from 'vitest/browser';
import { makeEvent } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { all, parts, settled, showLoaded } from './support.js';

async function emulate(media: string): Promise<void> {
  await cdp().send('Emulation.setEmulatedMedia', { media });
  await new Promise(requestAnimationFrame);
}

// Only Chromium can be told to draw as for paper.
describe.runIf(server.browser === 'chromium')('on paper', () => {
  it('a page that has given up its cards is its words, and no more room than they need', async () => {
    const { source } = livingSource(800, {}, (id) => makeEvent(id, { text: `Words of ${id}` }));
    const list = await showLoaded(source, { limit: 20, window: 20, autoPages: 0, poll: 0 });
    while (list.events.length < 800) await list.loadMore();
    await settled(list);
    scrollTo(0, document.documentElement.scrollHeight);
    await settled(list);
    const height = () => list.feedElement?.offsetHeight ?? NaN;
    const gone = all(list, '[hidden="until-found"]');
    expect(gone.length).toBeGreaterThan(30);
    expect(gone.every(({ offsetHeight }) => offsetHeight === 0)).toBe(true);
    const onScreen = height();
    await emulate('print');
    onTestFinished(() => emulate(''));
    // A line for each of twenty events at least.
    for (const words of gone) expect(words.offsetHeight).toBeGreaterThan(20 * 15);
    expect(height()).toBeLessThan(onScreen / 3);
    // One below the other.
    const tops = gone.map((words) => words.getBoundingClientRect().top);
    expect(tops).toEqual(tops.toSorted((one, other) => one - other));
    expect(new Set(tops).size).toBe(tops.length);
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
