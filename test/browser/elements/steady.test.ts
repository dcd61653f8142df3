import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, server } from 'vitest/browser';
import { heldSource, makeEvents, makePage } from '../../helpers/feed-fixtures.js';
import { part, settled, showList } from './support.js';

beforeEach(() => page.viewport(700, 800));

/** How far what was seen has moved without the reader's doing, as browsers count it for the owner of a page. */
function layoutShift(): () => number {
  let sum = 0;
  const count = (entries: readonly PerformanceEntry[]) => {
    for (const entry of entries) sum += 'value' in entry ? Number(entry.value) : 0;
  };
  const observer = new PerformanceObserver((list) => {
    count(list.getEntries());
  });
  observer.observe({ type: 'layout-shift' });
  onTestFinished(() => {
    observer.disconnect();
  });
  return () => {
    count(observer.takeRecords());
    return sum;
  };
}

// Only Chromium counts it.
describe.runIf(server.browser === 'chromium')('in place of the grey cards', () => {
  const ends = {
    'the end': makePage(makeEvents(8)),
    'a button for more': makePage(makeEvents(8), '8'),
  };
  it.each(Object.entries(ends))('come the real ones and, far below, %s: nothing moves', async (_, answer) => {
    const shift = layoutShift();
    const { source, request } = heldSource();
    const list = await showList(source, { autoPages: 1 });
    part(list, 'skeleton').getAnimations()[0]?.finish();
    await settledFrames();
    request(1).resolve(answer);
    await settled(list);
    await settledFrames();
    expect(shift()).toBeLessThan(0.01);
  });
});

async function settledFrames(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
}
