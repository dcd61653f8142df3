import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { HttpError, type FeedErrorOptions } from '../../../src/http/errors.js';
import { livingSource } from './living-source.js';
import { all, button, focused, idsOf, one, showList, textOf } from './support.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const busy = (retryInMs: number | undefined, more: FeedErrorOptions = {}) =>
  new HttpError('Busy.', { status: 429, advice: 'retry', retryInMs, ...more });

async function later(list: FeedList, ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await list.updateComplete;
}

/** A list whose requests fail with these, in turn. */
async function showFailed(...faults: Error[]) {
  const living = livingSource(2);
  living.faults.push(...faults);
  const list = await showList(living.source, { poll: 0 });
  await later(list);
  return { ...living, list };
}

const again = (list: FeedList) => textOf(one(list, '.again'));

describe('a server that says when to come back (H10)', () => {
  it('is told by a countdown', async () => {
    const { list } = await showFailed(busy(7000));
    expect(again(list)).toBe('Try again in 7 sec.');
    await later(list, 999);
    expect(again(list)).toBe('Try again in 7 sec.');
    await later(list, 1);
    expect(again(list)).toBe('Try again in 6 sec.');
    await later(list, 5000);
    expect(again(list)).toBe('Try again in 1 sec.');
  });

  it('is asked then, by itself', async () => {
    const { list, requests } = await showFailed(busy(7000));
    await later(list, 6999);
    expect(requests).toHaveLength(1);
    await later(list, 1);
    expect(requests).toHaveLength(2);
    expect(idsOf(list)).toEqual(['e1', 'e2']);
  });

  it('is asked by itself once, however many lists show the feed', async () => {
    const { list, requests, source } = await showFailed(...Array.from({ length: 5 }, () => busy(5000)));
    const others = [await showList(source, { poll: 0 }), await showList(source, { poll: 0 })];
    for (let second = 0; second < 40; second++)
      for (const one of [list, ...others]) await later(one, one === list ? 1000 : 0);
    expect(requests).toHaveLength(2);
  });

  it('is not asked for a page of the feed that took the place of the one that failed', async () => {
    const other = livingSource(40);
    await later(await showList(other.source, { poll: 0, autoPages: 1 }));
    const { list } = await showFailed(busy(5000));
    list.source = other.source;
    await later(list);
    const asked = other.requests.length;
    await later(list, 10_000);
    expect(other.requests).toHaveLength(asked);
  });

  it('is asked by itself once; after that it is the reader who asks', async () => {
    const { list, requests } = await showFailed(busy(7000), busy(3000), busy(5000));
    await later(list, 7000);
    expect(requests).toHaveLength(2);
    expect(again(list)).toBe('Try again in 3 sec.');
    await later(list, 3000);
    expect(again(list)).toBe('Try again');
    await later(list, 600_000);
    expect(requests).toHaveLength(2);
    await userEvent.click(button(list, 'Try again'));
    await later(list, 600_000);
    expect(requests).toHaveLength(3);
    await list.retry();
    expect(requests).toHaveLength(4);
  });

  it('is asked by itself again when a page has come in between', async () => {
    const { list, requests, faults } = await showFailed(busy(1000));
    await later(list, 1000);
    faults.push(busy(2000));
    await list.refresh();
    await later(list, 2000);
    expect(requests).toHaveLength(4);
    expect(list.error).toBeUndefined();
  });

  it('is asked at once when the reader does not wish to wait, and not a second time', async () => {
    const { list, requests } = await showFailed(busy(7000));
    await userEvent.click(button(list, 'Try again'));
    await later(list, 60_000);
    expect(requests).toHaveLength(2);
  });

  it('is not announced every second: the name of the button and the alert stay as they are', async () => {
    const { list } = await showFailed(busy(7000));
    const [alert] = all(list, '[role=alert]');
    const told: Node[] = [];
    const observer = new MutationObserver((records) => told.push(...records.map(({ target }) => target)));
    observer.observe(alert as Node, { subtree: true, childList: true, characterData: true });
    await later(list, 3000);
    told.push(...observer.takeRecords().map(({ target }) => target));
    observer.disconnect();
    expect(told.length).toBeGreaterThan(0);
    for (const { parentElement } of told) expect(parentElement).toHaveAttribute('aria-hidden', 'true');
    await expect.element(button(list, 'Try again')).toBeInTheDocument();
  });

  it('leaves the focus in the feed when the button with the focus goes', async () => {
    const { list } = await showFailed(busy(2000));
    one(list, '.again').focus();
    await later(list, 2000);
    await later(list);
    expect(focused()).toMatchObject({ ariaPosInSet: '1' });
  });

  it('is left alone when the list is gone', async () => {
    const { list, requests } = await showFailed(busy(7000));
    list.remove();
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['says nothing of it', busy(undefined)],
    ['says no number', busy(NaN)],
    ['says that it would be of no use', busy(7000, { advice: 'setup' })],
  ])('is asked only by the reader when it %s', async (_, fault) => {
    const { list, requests } = await showFailed(fault);
    expect(again(list)).toBe('Try again');
    await later(list, 600_000);
    expect(requests).toHaveLength(1);
  });

  it('is waited for no longer than five minutes, whatever a source says', async () => {
    const { list, requests } = await showFailed(busy(Infinity));
    expect(again(list)).toBe('Try again in 300 sec.');
    await later(list, 300_000);
    expect(requests).toHaveLength(2);
  });
});
