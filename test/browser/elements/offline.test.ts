import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { HttpError, NetworkError, TimeoutError } from '../../../src/http/errors.js';
import type { FeedEvent } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { heldSource, makeEvent, makeEvents, makePage, makeThread } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import { at, button, cardsOf, collect, part, parts, showList, textOf } from './support.js';

const OFFLINE = 'You are offline. Loaded events stay here.';

let isOnLine = true;

const status = (list: FeedList) => textOf(at(list).getByRole('status').first().element());
const notice = (list: FeedList) => parts(list, 'notice').map(textOf).join();

async function frames(list: FeedList): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await list.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

async function show(source: FeedSource, fields: Partial<FeedList> = {}): Promise<FeedList> {
  const list = await showList(source, { poll: 0, ...fields });
  await frames(list);
  return list;
}

function connect(isOn: boolean): void {
  isOnLine = isOn;
  dispatchEvent(new Event(isOn ? 'online' : 'offline'));
}

/** Until the change has settled. */
async function settle(list: FeedList): Promise<void> {
  await vi.advanceTimersByTimeAsync(1500);
  await frames(list);
}

async function goOffline(list: FeedList): Promise<void> {
  connect(false);
  await settle(list);
}

beforeEach(async () => {
  await page.viewport(800, 600);
  isOnLine = true;
  vi.spyOn(navigator, 'onLine', 'get').mockImplementation(() => isOnLine);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('without a network', () => {
  it('says so, outside of the feed, and keeps what is shown where it is', async () => {
    const list = await show(livingSource(3).source);
    const tops = cardsOf(list).map((card) => card.getBoundingClientRect().top);
    await goOffline(list);
    expect([notice(list), status(list)]).toEqual([OFFLINE, OFFLINE]);
    expect(part(list, 'offline').closest('[role="feed"]')).toBeNull();
    expect(cardsOf(list).map((card) => card.getBoundingClientRect().top)).toEqual(tops);
    connect(true);
    await settle(list);
    expect([notice(list), status(list)]).toEqual(['', '']);
  });

  it('is said once, by the first list that is seen, and shown in each', async () => {
    const lists = [];
    for (const display of ['none', 'block', 'block']) {
      const list = await show(livingSource(3).source);
      list.style.display = display;
      lists.push(list);
    }
    connect(false);
    for (const list of lists) await settle(list);
    expect(lists.map(notice)).toEqual([OFFLINE, OFFLINE, OFFLINE]);
    const said = lists.map((list) => textOf(list.renderRoot.querySelector('[role=status]') ?? undefined));
    expect(said).toEqual(['', OFFLINE, '']);
  });

  it('loads nothing by itself; the reader still may', async () => {
    const { source, requests } = livingSource(60);
    const list = await show(source, { limit: 30, poll: 60 });
    expect(requests).toHaveLength(1);
    await goOffline(list);
    scrollTo(0, document.documentElement.scrollHeight);
    await frames(list);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(requests).toHaveLength(1);
    await userEvent.click(button(list, 'Load more'));
    await frames(list);
    expect(cardsOf(list)).toHaveLength(60);
    // What came is stronger than what the browser says.
    expect(notice(list)).toBe('');
  });

  it.each([
    ['network', new NetworkError('No answer.'), 2],
    ['time', new TimeoutError('No answer.'), 2],
    ['server', new HttpError('500', { status: 500 }), 1],
  ])('a load that failed for want of a %s is done again when it is back', async (_, error, wanted) => {
    const { source, requests, faults } = livingSource(3);
    faults.push(error);
    const list = await show(source);
    expect(list.status).toBe('error');
    await goOffline(list);
    connect(true);
    await settle(list);
    expect(requests).toHaveLength(wanted);
  });

  it('that comes and goes, nothing flickers, and one request is made: C16', async () => {
    const { source, requests, faults } = livingSource(3);
    faults.push(new NetworkError('No answer.'));
    const list = await show(source);
    const seen = new Set<string>();
    for (let turn = 0; turn < 40; turn++) {
      connect(turn % 2 === 1);
      await vi.advanceTimersByTimeAsync(100);
      await list.updateComplete;
      seen.add(notice(list));
    }
    await settle(list);
    expect([...seen]).toEqual(['']);
    expect(requests).toHaveLength(2);
    expect(list.status).toBe('ready');
  });

  it('is known from the start, and forgotten with the list', async () => {
    isOnLine = false;
    const { source, requests, request } = heldSource();
    const list = await show(source);
    expect(notice(list)).toBe(OFFLINE);
    request(1).resolve(makePage(makeEvents(2)));
    await frames(list);
    expect(notice(list)).toBe('');
    connect(false);
    list.remove();
    expect(vi.getTimerCount()).toBe(0);
    expect(requests).toHaveLength(1);
  });

  it('refuses a like and says why; the page never hears of it', async () => {
    const like = vi.fn(() => Promise.resolve(undefined));
    const { source } = livingSource(1, { like, unlike: () => Promise.resolve() }, (id) =>
      makeEvent(id, { thread: makeThread() }),
    );
    const list = await show(source);
    await goOffline(list);
    const told = collect('event-like');
    const heart = () => button(list, 'Like');
    await userEvent.click(heart());
    await frames(list);
    expect(told.map(({ defaultPrevented }) => defaultPrevented)).toEqual([true]);
    expect(like).not.toHaveBeenCalled();
    await expect.element(heart()).toHaveAttribute('aria-pressed', 'false');
    expect(status(list)).toContain(OFFLINE);
  });
});

describe('a like that could not be saved', () => {
  function failingSource(count: number) {
    const faults: Error[] = [];
    const told: string[] = [];
    const like = vi.fn(({ id }: FeedEvent) => {
      told.push(id);
      const fault = faults.shift();
      return fault ? Promise.reject(fault) : Promise.resolve(undefined);
    });
    const { source } = livingSource(count, { like, unlike: () => Promise.resolve() }, (id) =>
      makeEvent(id, { thread: makeThread({ id }) }),
    );
    return { source, faults, told, like };
  }

  async function showFailed() {
    const { source, faults, like } = failingSource(1);
    faults.push(new NetworkError('No answer.'));
    const list = await show(source);
    await userEvent.click(button(list, 'Like'));
    await frames(list);
    return { list, like };
  }

  it('is told in words that are seen and said, and springs back', async () => {
    const { list } = await showFailed();
    expect(status(list)).toBe('Your like could not be saved.');
    expect(notice(list)).toContain('Your like could not be saved.');
    await expect.element(button(list, 'Like')).toHaveAttribute('aria-pressed', 'false');
  });

  it('is tried again on the spot', async () => {
    const { list, like } = await showFailed();
    await userEvent.click(button(list, 'Try again'));
    await frames(list);
    expect(like).toHaveBeenCalledTimes(2);
    expect(notice(list)).toBe('');
    expect(cardsOf(list)[0]?.event?.thread?.liked).toBe(true);
  });

  it('is not tried again by a script of somebody (S22)', async () => {
    const { list, like } = await showFailed();
    (button(list, 'Try again').element() as HTMLElement).click();
    await frames(list);
    expect(like).toHaveBeenCalledTimes(1);
  });

  it('is tried again with every other that failed', async () => {
    const { source, faults, told } = failingSource(2);
    const list = await show(source);
    faults.push(new NetworkError('No answer.'), new NetworkError('No answer.'));
    await userEvent.click(button(list, 'Like').first());
    await userEvent.click(button(list, 'Like').nth(1));
    await frames(list);
    expect(told).toEqual(['e1', 'e2']);
    await userEvent.click(button(list, 'Try again'));
    await frames(list);
    expect(told).toEqual(['e1', 'e2', 'e1', 'e2']);
    expect(cardsOf(list).map(({ event }) => event?.thread?.liked)).toEqual([true, true]);
  });

  it('leaves the focus at the end of the feed when its buttons go', async () => {
    for (const name of ['Try again', 'Hide']) {
      const { list } = await showFailed();
      await userEvent.click(button(list, name));
      await frames(list);
      expect(notice(list)).toBe('');
      expect(list.shadowRoot?.activeElement).toBe(list.shadowRoot?.querySelector('.after'));
      list.remove();
    }
  });

  it('is forgotten when the reader hides it', async () => {
    const { list, like } = await showFailed();
    await userEvent.click(button(list, 'Hide'));
    await frames(list);
    expect(notice(list)).toBe('');
    expect(like).toHaveBeenCalledTimes(1);
  });
});
