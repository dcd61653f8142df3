import { fixture, html } from '@open-wc/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { AuthError, NetworkError } from '../../../src/http/errors.js';
import { livingSource } from './living-source.js';
import { collect, one, parts, showList, textOf } from './support.js';

const MINUTE = 60_000;

/** Observers of the browser had their say: they know no fake clock. */
async function frames(list: FeedList): Promise<void> {
  for (let frame = 0; frame < 3; frame++) {
    await list.updateComplete;
    await new Promise(requestAnimationFrame);
  }
}

async function showPolling(fields: Partial<FeedList> = {}) {
  const living = livingSource(12);
  const list = await showList(living.source, { autoPages: 1, ...fields });
  await frames(list);
  return { ...living, list };
}

const hide = async (hidden: boolean) => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.advanceTimersByTimeAsync(0);
};

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(async () => {
  await page.viewport(800, 600);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('looking for newer events', () => {
  it('happens once a minute, and shows what came behind a button', async () => {
    const { list, requests, insert } = await showPolling();
    insert('n1');
    await later(MINUTE - 1);
    expect(requests).toHaveLength(1);
    await later(1);
    expect(requests).toHaveLength(2);
    await list.updateComplete;
    expect(textOf(parts(list, 'newer')[0])).toBe('1 new event');
    await later(3 * MINUTE);
    expect(requests).toHaveLength(5);
  });

  it('happens as often as poll says, with a tenth of jitter', async () => {
    const { requests } = await showPolling({ poll: 10 });
    vi.mocked(Math.random).mockReturnValue(0);
    await later(10_000);
    expect(requests).toHaveLength(2);
    vi.mocked(Math.random).mockReturnValue(0.999_999);
    await later(9000);
    expect(requests).toHaveLength(3);
    await later(10_999);
    expect(requests).toHaveLength(3);
    await later(1);
    expect(requests).toHaveLength(4);
  });

  it.each([0, -1, NaN])('never happens with poll %d', async (poll) => {
    const { requests } = await showPolling({ poll });
    await later(60 * MINUTE);
    expect(requests).toHaveLength(1);
  });

  it('waits for ever without asking at once', async () => {
    const { requests } = await showPolling({ poll: Infinity });
    await later(60 * MINUTE);
    expect(requests).toHaveLength(1);
  });

  it('never happens in a hidden tab, and once when it is seen after three hours: C13', async () => {
    const { requests } = await showPolling();
    await hide(true);
    await later(180 * MINUTE);
    expect(requests).toHaveLength(1);
    await hide(false);
    expect(requests).toHaveLength(2);
    await later(MINUTE - 1);
    expect(requests).toHaveLength(2);
  });

  it('does not happen when a tab is seen again soon', async () => {
    const { requests } = await showPolling();
    await hide(true);
    await later(MINUTE / 2);
    await hide(false);
    await later(MINUTE / 2 - 1);
    expect(requests).toHaveLength(1);
    await later(1);
    expect(requests).toHaveLength(2);
  });

  it('never happens off the screen, and once when the list is scrolled to', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <div style="block-size: 3000px"></div>
        <feed-list></feed-list>
      </div>`,
    );
    const { source, requests } = livingSource(12);
    const list = one<FeedList>(box, 'feed-list');
    Object.assign(list, { source, autoPages: 1 });
    await frames(list);
    await later(5 * MINUTE);
    expect(requests).toHaveLength(1);
    scrollTo(0, 3000);
    await frames(list);
    await later(0);
    expect(requests).toHaveLength(2);
  });

  it('does not heed a clock that is set: C14', async () => {
    const { requests } = await showPolling();
    vi.setSystemTime(Date.now() - 86_400_000);
    await later(MINUTE);
    expect(requests).toHaveLength(2);
    vi.setSystemTime(Date.now() + 10 * 86_400_000);
    await later(MINUTE / 2);
    expect(requests).toHaveLength(2);
  });

  it('ends with the list: nothing is left running', async () => {
    const { list, requests } = await showPolling();
    list.remove();
    expect(vi.getTimerCount()).toBe(0);
    await later(5 * MINUTE);
    expect(requests).toHaveLength(1);
  });

  it('goes on after a failure that may pass, and says it only to the page', async () => {
    const errors = collect('feed-error');
    const { list, requests, faults } = await showPolling();
    faults.push(new NetworkError('No answer.'));
    await later(MINUTE);
    await later(MINUTE);
    expect(requests).toHaveLength(3);
    expect(errors).toHaveLength(1);
    expect([list.status, textOf(one(list, '[role="status"]'))]).toEqual(['ready', '']);
  });

  it('ends when the session has, until a load succeeds', async () => {
    const { list, requests, faults } = await showPolling();
    faults.push(new AuthError('Sign in again.'));
    await later(10 * MINUTE);
    expect(requests).toHaveLength(2);
    await list.refresh();
    await list.updateComplete;
    await later(MINUTE);
    expect(requests).toHaveLength(4);
  });

  it('happens once for two lists that show one feed', async () => {
    const { source, requests } = await showPolling();
    const second = await showList(source, { autoPages: 1 });
    await frames(second);
    scrollTo(0, 0);
    await later(MINUTE);
    await later(MINUTE);
    expect(requests).toHaveLength(3);
  });
});
