import { html } from 'lit';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { NetworkError } from '../../../src/http/errors.js';
import { livingSource } from './living-source.js';
import {
  all,
  at,
  button,
  cardsOf,
  focused,
  idsOf,
  one,
  part,
  parts,
  settled,
  showLoaded,
  textOf,
  until,
} from './support.js';

const pill = (list: FeedList) => textOf(parts(list, 'newer')[0]);
const status = (list: FeedList) => textOf(at(list).getByRole('status').first().element());
const top = (element: Element | undefined) => element?.getBoundingClientRect().top ?? NaN;
const focusedId = () =>
  cardsOf(one<FeedList>(document.body, 'feed-list')).find((card) => card === focused())?.event?.id;

/** Looks for newer events now. */
async function look(list: FeedList): Promise<void> {
  await list.client?.checkNewer();
  await settled(list);
}

beforeEach(async () => {
  await page.viewport(800, 600);
});

describe('newer events', () => {
  it('wait behind a button, and move nothing that is read: C23', async () => {
    const { source, insert } = livingSource(30);
    const list = await showLoaded(source, { autoPages: 1 });
    const cards = cardsOf(list);
    const before = cards.map(top);
    insert('n1', 'n2', 'n3');
    await look(list);
    expect(pill(list)).toBe('3 new events');
    expect(status(list)).toBe('3 new events');
    expect(cardsOf(list)).toEqual(cards);
    expect(cards.map(top)).toEqual(before);
    expect(part(list, 'newer').closest('[role="feed"]')).toBeNull();
  });

  it('are shown on top when the reader asks, who then reads the first of them', async () => {
    const { source, insert } = livingSource(30);
    const list = await showLoaded(source, { autoPages: 1 });
    insert('n1', 'n2');
    await look(list);
    scrollTo(0, 900);
    await userEvent.click(button(list, '2 new events'));
    await settled(list);
    expect(idsOf(list).slice(0, 3)).toEqual(['n2', 'n1', 'e1']);
    expect(focusedId()).toBe('n2');
    const y = top(cardsOf(list)[0]);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(100);
    expect(
      cardsOf(list)
        .map((card) => card.ariaPosInSet)
        .slice(0, 4),
    ).toEqual(['1', '2', '3', '4']);
    expect([pill(list), status(list)]).toEqual(['', '']);
  });

  it('do not take the heading out of sight of a reader who sees it', async () => {
    const { source, insert } = livingSource(3);
    const list = await showLoaded(source);
    insert('n1');
    await look(list);
    await userEvent.click(button(list, '1 new event'));
    await settled(list);
    expect(scrollY).toBe(0);
    expect(focusedId()).toBe('n1');
  });

  it('draw no card that was there, and keep the line of a reader below: also without scroll anchoring', async () => {
    for (const anchor of ['auto', 'none']) {
      document.documentElement.style.cssText = `overflow-anchor: ${anchor}`;
      let drawn: string[] = [];
      const { source, insert } = livingSource(60);
      const list = await showLoaded(source, {
        autoPages: 1,
        template: (event) => {
          drawn.push(event.id);
          return html`<div .style=${`block-size: ${80 + 17 * event.id.length}px`}>${event.title}</div>`;
        },
      });
      for (let turn = 0; turn < 3; turn++) await list.loadMore();
      await settled(list);
      const read = cardsOf(list)[20];
      read?.scrollIntoView();
      await settled(list);
      const before = top(read);
      drawn = [];
      insert('newest1', 'newest2', 'newest3');
      await look(list);
      list.client?.showNewer();
      await settled(list);
      expect(idsOf(list).slice(0, 4)).toEqual(['newest3', 'newest2', 'newest1', 'e1']);
      expect(Math.abs(top(read) - before)).toBeLessThanOrEqual(1);
      expect(drawn).toEqual(['newest3', 'newest2', 'newest1']);
      list.remove();
    }
  });

  it('keep the focus and the cards of pages that are in the document', async () => {
    const { source, insert } = livingSource(20);
    const list = await showLoaded(source, { autoPages: 2 });
    const cards = cardsOf(list);
    cards[3]?.focus();
    insert('n1');
    await look(list);
    list.client?.showNewer();
    await settled(list);
    expect(cardsOf(list).slice(1)).toEqual(cards);
    expect(focused()).toBe(cards[3]);
  });

  it('are on top of a feed that was empty', async () => {
    const { source, insert } = livingSource(0);
    const list = await showLoaded(source);
    insert('n1');
    await look(list);
    await userEvent.click(button(list, '1 new event'));
    await settled(list);
    expect(focusedId()).toBe('n1');
  });

  it('are said once, and not again within 5 s', async () => {
    const { source, insert } = livingSource(3);
    const list = await showLoaded(source);
    const said: string[] = [];
    const observer = new MutationObserver(() => said.push(status(list)));
    observer.observe(one(list, '[role="status"]'), { childList: true, characterData: true, subtree: true });
    onTestFinished(() => {
      observer.disconnect();
    });
    for (const id of ['n1', 'n2']) {
      insert(id);
      await look(list);
    }
    expect(pill(list)).toBe('2 new events');
    expect(said).toEqual(['1 new event']);
  });

  it('are led to from the end of a feed of which only a part can be laid out', async () => {
    const { source, insert } = livingSource(300);
    const list = await showLoaded(source, {
      limit: 25,
      window: 50,
      autoPages: 1,
      template: () => html`<div .style=${'block-size: 60000px'}></div>`,
    });
    while (list.client?.hasMore) await list.loadMore();
    for (let turn = 0; turn < 3; turn++) {
      scrollTo(0, document.documentElement.scrollHeight);
      await settled(list);
    }
    const read = cardsOf(list).find((card) => card.getBoundingClientRect().bottom > 300);
    const before = top(read);
    expect(idsOf(list)).not.toContain('e1');
    insert('n1');
    await look(list);
    list.client?.showNewer();
    await settled(list);
    expect([read?.isConnected, Math.abs(top(read) - before) <= 1]).toEqual([true, true]);
    insert('n2');
    await look(list);
    await userEvent.click(button(list, '1 new event'));
    await settled(list);
    expect(focusedId()).toBe('n2');
    expect(Math.abs(top(cardsOf(list)[0]))).toBeLessThan(100);
  }, 20_000);

  it('stay below a sticky header of the page', async () => {
    const { source, insert } = livingSource(20);
    const list = await showLoaded(source, { autoPages: 1 });
    list.style.setProperty('--feed-sticky-top', '70px');
    insert('n1');
    await look(list);
    scrollTo(0, 700);
    await settled(list);
    expect(top(part(list, 'newer'))).toBeGreaterThanOrEqual(70);
    expect(top(part(list, 'newer'))).toBeLessThan(90);
  });
});

describe('where more came than one page', () => {
  /** Twelve of fifteen new events are missing. */
  async function showGap(methods: Partial<FeedList> = {}) {
    const living = livingSource(6);
    const list = await showLoaded(living.source, { limit: 3, autoPages: 1, ...methods });
    living.insert(...Array.from({ length: 5 }, (_, index) => `n${index + 1}`));
    await look(list);
    return { ...living, list };
  }

  it('the button says that there are more', async () => {
    const { list } = await showGap();
    expect(pill(list)).toBe('3+ new events');
  });

  it('a button stands between, loads what is missing, and leads to the first of it', async () => {
    const { list } = await showGap();
    await userEvent.click(button(list, '3+ new events'));
    await settled(list);
    expect(idsOf(list)).toEqual(['n5', 'n4', 'n3', 'e1', 'e2', 'e3']);
    const places = all(list, '[role="article"]').map((node) => node.getAttribute('part'));
    expect(places).toEqual(['card', 'card', 'card', 'gap', 'card', 'card', 'card']);
    const cards = cardsOf(list);
    const y = top(cards[2]);
    await userEvent.click(button(list, 'Load missing events'));
    await until(() => cardsOf(list).length === 8);
    await settled(list);
    expect(idsOf(list)).toEqual(['n5', 'n4', 'n3', 'n2', 'n1', 'e1', 'e2', 'e3']);
    expect(parts(list, 'gap')).toEqual([]);
    expect(focusedId()).toBe('n2');
    expect(cardsOf(list).filter((card) => cards.includes(card))).toEqual(cards);
    expect(Math.abs(top(cards[2]) - y)).toBeLessThan(600);
  });

  it('says that it could not, stays, and tries again', async () => {
    const { list, faults } = await showGap();
    list.client?.showNewer();
    await settled(list);
    faults.push(new NetworkError('No answer.'));
    await userEvent.click(button(list, 'Load missing events'));
    await until(() => button(list, 'Try again').query());
    expect(focused()).toBe(button(list, 'Try again').element());
    expect(textOf(part(list, 'gap'))).toContain('Could not load more events.');
    expect(status(list)).toContain('Could not load more events.');
    expect(list.status).toBe('ready');
    await userEvent.click(button(list, 'Try again'));
    await until(() => cardsOf(list).length === 8);
    await settled(list);
    expect(focusedId()).toBe('n2');
  });
});
