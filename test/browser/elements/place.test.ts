import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { makeEvent } from '../../helpers/feed-fixtures.js';
import { heldSource, makeEvents, makePage } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import {
  cardsOf,
  focused,
  idsOf,
  one,
  parts,
  settled,
  showList,
  showLoaded,
  textOf,
  until,
} from './support.js';

const cardOf = (list: FeedList, id: string) => cardsOf(list).find((card) => card.event?.id === id);
const topOf = (list: FeedList, id: string) => cardOf(list, id)?.getBoundingClientRect().top ?? NaN;
const kept = () => Object.entries<string>({ ...sessionStorage });
const tall = (id: string) => makeEvent(id, { text: 'Words. '.repeat(id.length * 40) });
const living = (count: number) => livingSource(count, {}, tall);

/** Lets what is kept come from a page that was there before this one, left in this way. */
function comeBack(type: string): void {
  for (const [key, value] of kept()) sessionStorage.setItem(key, value.replace(/[\d.]+\]$/, '1]'));
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([
    Object.create(PerformanceNavigationTiming.prototype) as PerformanceNavigationTiming,
  ]);
  vi.spyOn(PerformanceNavigationTiming.prototype, 'type', 'get').mockReturnValue(
    type as NavigationTimingType,
  );
}

/** A reader has read so many pages, and is at this event. */
async function readTo(
  source: FeedList['source'],
  id: string,
  fields: Partial<FeedList> = {},
): Promise<number> {
  const list = await showList(source as never, { autoPages: 1, ...fields });
  await settled(list);
  while (!cardOf(list, id)) await list.loadMore();
  await settled(list);
  cardOf(list, id)?.scrollIntoView();
  scrollBy(0, 31);
  await settled(list);
  const top = topOf(list, id);
  dispatchEvent(new PageTransitionEvent('pagehide'));
  list.remove();
  scrollTo(0, 0);
  return top;
}

beforeEach(async () => {
  await page.viewport(800, 600);
});

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname + location.search);
});

describe('a reader who comes back', () => {
  it.each(['reload', 'back_forward'])('is where they were after a %s', async (type) => {
    const { source, requests } = living(60);
    const top = await readTo(source, 'e34');
    requests.length = 0;
    comeBack(type);
    const list = await showList(source, { autoPages: 1 });
    await until(() => Math.abs(topOf(list, 'e34') - top) < 2);
    await settled(list);
    expect(Math.abs(topOf(list, 'e34') - top)).toBeLessThan(2);
    expect(requests).toHaveLength(4);
    expect(focused()).toBe(document.body);
  });

  it('is where they were on a page whose body scrolls', async () => {
    for (const { style } of [document.documentElement, document.body])
      style.cssText = 'block-size: 100%; overflow-x: hidden';
    onTestFinished(() => document.body.removeAttribute('style'));
    const { source } = living(60);
    const top = await readTo(source, 'e34');
    expect(document.body.scrollTop).toBe(0);
    comeBack('reload');
    const list = await showList(source, { autoPages: 1 });
    await until(() => Math.abs(topOf(list, 'e34') - top) < 2);
    expect(document.body.scrollTop).toBeGreaterThan(1000);
  });

  it('is there when the element is made anew within the page', async () => {
    const { source } = living(60);
    const top = await readTo(source, 'e34');
    const list = await showList(source, { autoPages: 1 });
    await until(() => Math.abs(topOf(list, 'e34') - top) < 2);
  });

  it('is at the top of a page that was opened anew', async () => {
    const { source } = living(60);
    await readTo(source, 'e34');
    comeBack('navigate');
    const list = await showLoaded(source, { autoPages: 1 });
    expect([scrollY, cardsOf(list).length]).toEqual([0, 10]);
    expect(kept()).toEqual([]);
  });

  it('is at the top where the host wishes that, and nothing is kept', async () => {
    const { source } = living(60);
    await readTo(source, 'e34', { noRestore: true });
    expect(kept()).toEqual([]);
  });

  it('is near, where the event was deleted meanwhile', async () => {
    const { source } = living(60);
    await readTo(source, 'e34');
    comeBack('reload');
    const list = await showList(
      {
        name: 'living',
        page: async (request) => {
          const answer = await source.page(request);
          return { ...answer, events: answer.events.filter(({ id }) => id !== 'e34') };
        },
      },
      { autoPages: 1 },
    );
    await until(() => Math.abs(topOf(list, 'e35')) < 100);
  });

  it('is not carried off when they scroll by hand meanwhile', async () => {
    const { source } = living(60);
    await readTo(source, 'e34');
    comeBack('reload');
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const list = await showList(
      {
        name: 'living',
        page: async (request) => {
          if (request.skip) await held;
          return source.page(request);
        },
      },
      { autoPages: 1 },
    );
    await until(() => cardsOf(list).length === 10);
    await userEvent.wheel(list, { delta: { y: 50 } });
    await until(() => scrollY === 50);
    go();
    await settled(list);
    await settled(list);
    expect(scrollY).toBe(50);
    expect(cardsOf(list)).toHaveLength(20);
  });

  it('leaves behind an id and two numbers: no text, no token', async () => {
    const { source } = living(30);
    await readTo(source, 'e14', { token: 'geheim', tokenUrl: '/geheim' });
    expect(kept()).toHaveLength(1);
    expect(JSON.parse(kept()[0]?.[1] ?? '')).toEqual(['e14', 13, expect.any(Number), performance.timeOrigin]);
    expect(kept().join()).not.toMatch(/geheim|Words/);
  });

  it('needs none of it on the first screen, nor where there is no storage', async () => {
    const list = await showLoaded(living(30).source);
    scrollTo(0, 100);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(kept()).toEqual([]);
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('No storage.', 'SecurityError');
    });
    scrollTo(0, 2000);
    await settled(list);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(idsOf(await showLoaded(living(3).source))).toHaveLength(3);
  });
});

describe('a page that the browser keeps for the way back', () => {
  it('asks for nothing more while it is kept, and goes on afterwards: C15', async () => {
    const { source, requests, request } = heldSource();
    const list = await showList(source);
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(request(1).signal.aborted).toBe(true);
    await settled(list);
    expect(requests).toHaveLength(1);
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await until(() => requests.length === 2);
    request(2).resolve(makePage(makeEvents(2)));
    await settled(list);
    expect(idsOf(list)).toEqual(['e1', 'e2']);
  });
});

describe('#event-<id>', () => {
  const address = (id: string) => `#event-${encodeURIComponent(id)}`;
  /** As the page was opened with it. */
  const name = (id: string) => {
    history.replaceState(null, '', address(id));
  };

  it('loads as far as it must, and shows, names and marks that event', async () => {
    const { source, requests } = living(60);
    name('e34');
    const list = await showList(source, { autoPages: 1 });
    await until(() => focused() === cardOf(list, 'e34') && focused());
    await settled(list);
    expect(requests).toHaveLength(4);
    expect(cardOf(list, 'e34')?.part.contains('target')).toBe(true);
    expect(topOf(list, 'e34')).toBeGreaterThanOrEqual(0);
    expect(topOf(list, 'e34')).toBeLessThan(60);
  });

  it('works while the page is open, and for any id; the last one is marked', async () => {
    const odd = 'a/б?#%&"\u00a0 1';
    const list = await showLoaded(
      livingSource(0, {
        page: () => Promise.resolve(makePage([...makeEvents(9), makeEvent(odd)])),
      }).source,
    );
    for (const id of ['e2', odd]) {
      location.hash = address(id);
      await until(() => focused() === cardOf(list, id));
      await settled(list);
      expect(parts(list, 'target')).toEqual([cardOf(list, id)]);
    }
  });

  it('says when the event is not there, after ten pages', async () => {
    const { source, requests } = living(200);
    name('e150');
    const list = await showList(source, { autoPages: 1 });
    await until(() => parts(list, 'notice').length > 0);
    expect(requests).toHaveLength(10);
    expect(textOf(parts(list, 'notice')[0])).toContain('could not be found');
    expect(textOf(one(list, '[role="status"]'))).toContain('could not be found');
  });

  it.each(['#event-', '#event-%E0%A4%A', '#else', ''])('is not %s', async (hash) => {
    history.replaceState(null, '', location.pathname + hash);
    const { source, requests } = living(60);
    const list = await showLoaded(source, { autoPages: 1 });
    expect(requests).toHaveLength(1);
    expect(parts(list, 'notice')).toEqual([]);
  });

  it('wins over the place where the reader was', async () => {
    const { source } = living(60);
    await readTo(source, 'e34');
    comeBack('reload');
    name('e3');
    const list = await showList(source, { autoPages: 1 });
    await until(() => focused() === cardOf(list, 'e3') && focused());
    await settled(list);
    expect(topOf(list, 'e3')).toBeLessThan(60);
    expect(cardsOf(list)).toHaveLength(10);
  });

  it('is asked of every list, and missed by none that another has found', async () => {
    name('n3');
    const box = await fixture<HTMLElement>(html`<div><feed-list></feed-list><feed-list></feed-list></div>`);
    const [first, second] = [...box.children] as [FeedList, FeedList];
    first.source = { name: 'n', page: () => Promise.resolve(makePage(makeEvents(5, 'n'))) };
    second.source = {
      name: 'm',
      page: async () => {
        await new Promise(requestAnimationFrame);
        return makePage(makeEvents(5, 'm'));
      },
    };
    await until(() => focused() === cardOf(first, 'n3') && focused());
    await settled(second);
    expect(parts(second, 'notice')).toEqual([]);
  });

  it('is shown by one of two lists that have it', async () => {
    name('e2');
    const { source } = living(3);
    const lists = [await showList(source), await showList(source)];
    await until(() => parts(document.body, 'target').length > 0);
    for (const list of lists) await settled(list);
    expect(parts(document.body, 'target')).toEqual([focused()]);
  });

  it('is marked for two seconds', async () => {
    name('e2');
    const list = await showLoaded(living(3).source);
    await until(() => cardOf(list, 'e2')?.part.contains('target'));
    const [animation] = cardOf(list, 'e2')?.getAnimations() ?? [];
    expect(animation?.effect?.getTiming().duration).toBe(2000);
  });
});
