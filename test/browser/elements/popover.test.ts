import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { makeEvent } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { cardsOf, collect, one, settled } from './support.js';

/** A bell's popover that is closed, with events nobody has seen in it. */
async function showClosed(count: number) {
  const told: string[] = [];
  const living = livingSource(
    count,
    {
      markSeen: (events) => {
        told.push(...(events ?? []).map(({ id }) => id));
        return Promise.resolve();
      },
    },
    (id) => makeEvent(id, { seen: false, text: 'word\n'.repeat(4) }),
  );
  const source = {
    ...living.source,
    page: async (request: Parameters<typeof living.source.page>[0]) => ({
      ...(await living.source.page(request)),
      unseen: living.count() - told.length,
    }),
  };
  const popover = await fixture(
    html`<div popover style="block-size: 400px; inline-size: 360px; overflow: auto; padding: 0; border: 0">
      <feed-list .source=${source}></feed-list>
    </div>`,
  );
  const list = one<FeedList>(popover, 'feed-list');
  await settled(list);
  return { ...living, told, popover: popover as HTMLElement, list };
}

const later = async (list: FeedList, ms: number) => {
  await settled(list);
  await vi.advanceTimersByTimeAsync(ms);
  await settled(list);
};

beforeEach(async () => {
  await page.viewport(800, 700);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a feed in a popover that is closed', () => {
  it('tells its counts, loads no page but the first, and nothing of it is seen', async () => {
    const counts = collect('feed-counts');
    const { list, told, requests } = await showClosed(60);
    await later(list, 5000);
    expect(counts.map(({ unseen }) => unseen)).toEqual([60]);
    expect(requests).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('counts what is new, as a badge elsewhere shows it', async () => {
    const { list, insert } = await showClosed(5);
    insert('n1', 'n2');
    await later(list, 70_000);
    expect(list.unseen).toBe(7);
  });

  it('asks for nothing once it is taken out of the page, though something in it changes then', async () => {
    const { list, requests } = await showClosed(5);
    list.remove();
    list.label = 'Yours';
    await later(list, 130_000);
    expect(requests).toHaveLength(1);
  });
});

describe('a feed in a popover that is opened', () => {
  it('has seen what stands in the box, and not what only begins at its edge', async () => {
    const { list, popover, told } = await showClosed(20);
    popover.showPopover();
    await settled(list);
    const third = cardsOf(list)[2];
    if (!third) throw new Error('There is no card.');
    popover.scrollTop += third.getBoundingClientRect().top + 10 - popover.getBoundingClientRect().bottom;
    await later(list, 2000);
    expect(told).toEqual(['e1', 'e2']);
    popover.scrollTop += 30;
    await later(list, 2000);
    expect(told).toEqual(['e1', 'e2', 'e3']);
  });

  it('loads pages as the reader scrolls in it', async () => {
    const { list, popover, requests } = await showClosed(60);
    popover.showPopover();
    await settled(list);
    expect(requests).toHaveLength(1);
    popover.scrollTop = popover.scrollHeight;
    await settled(list);
    expect(requests).toHaveLength(2);
    popover.hidePopover();
    await later(list, 5000);
    expect(requests).toHaveLength(2);
  });
});
