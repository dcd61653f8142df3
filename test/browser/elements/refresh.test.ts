import { html } from 'lit';
import { fixture } from '@open-wc/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, server, userEvent } from 'vitest/browser';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import { makeAudio, makeEvent, makePage, makeThread } from '../../helpers/feed-fixtures.js';
import { livingSource } from './living-source.js';
import {
  all,
  cardsOf,
  focused,
  idsOf,
  one,
  part,
  playButton,
  settled,
  showLoaded,
  until,
} from './support.js';

const living = (count: number) =>
  livingSource(count, {}, (id) => makeEvent(id, { text: 'Words. '.repeat(id.length * 40) }));
const fields = { autoPages: 1, poll: 0 };
const cardOf = (list: FeedList, id: string) => cardsOf(list).find((card) => card.event?.id === id);
const topOf = (list: FeedList, id: string) => cardOf(list, id)?.getBoundingClientRect().top ?? NaN;

/** The reader has so many events, and is at one of them. */
async function readTo(list: FeedList, count: number, id: string): Promise<number> {
  while (list.events.length < count) await list.loadMore();
  await settled(list);
  cardOf(list, id)?.scrollIntoView();
  await settled(list);
  cardOf(list, id)?.scrollIntoView();
  scrollBy(0, 31);
  await settled(list);
  return topOf(list, id);
}

async function refresh(list: FeedList): Promise<void> {
  await list.refresh();
  await settled(list);
}

beforeEach(() => page.viewport(700, 600));

describe('a reader, when the feed is loaded anew,', () => {
  it('goes on with the event that they are at, whatever came above it', async () => {
    const { source, insert } = living(30);
    const list = await showLoaded(source, fields);
    const top = await readTo(list, 20, 'e4');
    insert('n1', 'n2', 'n3');
    await refresh(list);
    expect(idsOf(list).slice(0, 4)).toEqual(['n3', 'n2', 'n1', 'e1']);
    expect(topOf(list, 'e4')).toBeCloseTo(top, 0);
  });

  it('goes on with the next event where the one that they were at is gone', async () => {
    const { source, insert, remove } = living(30);
    const list = await showLoaded(source, fields);
    await readTo(list, 10, 'e4');
    const top = topOf(list, 'e5');
    insert('n1', 'n2');
    remove('e4');
    await refresh(list);
    expect(topOf(list, 'e5')).toBeCloseTo(top, 0);
  });

  it('goes on with an event that is now in another part of a long page', async () => {
    const { source, insert } = living(90);
    const list = await showLoaded(source, { ...fields, limit: 80 });
    const top = await readTo(list, 80, 'e74');
    insert('n1', 'n2');
    await refresh(list);
    expect(topOf(list, 'e74')).toBeCloseTo(top, 0);
  });

  it('is led to the first event where none of those that they saw is there any more', async () => {
    const { source } = living(60);
    const list = await showLoaded(source, fields);
    await readTo(list, 40, 'e34');
    await refresh(list);
    expect(idsOf(list)).toHaveLength(10);
    expect(topOf(list, 'e1')).toBeCloseTo(12, 0);
  });

  it('stays with what they read on the page below the feed: also without scroll anchoring', async () => {
    for (const anchor of ['auto', 'none']) {
      document.documentElement.style.cssText = `overflow-anchor: ${anchor}`;
      const { source, insert } = living(60);
      const list = await showLoaded(source, fields);
      await readTo(list, 40, 'e34');
      const below = document.createElement('div');
      below.style.blockSize = '2000px';
      list.after(below);
      below.scrollIntoView();
      await settled(list);
      scrollBy(0, 31);
      await settled(list);
      insert('n1');
      await list.checkNewer();
      list.client?.showNewer();
      await settled(list);
      expect(Math.abs(below.getBoundingClientRect().top + 31)).toBeLessThanOrEqual(1);
      await refresh(list);
      expect(idsOf(list)).toHaveLength(10);
      expect(Math.abs(below.getBoundingClientRect().top + 31)).toBeLessThanOrEqual(1);
      below.remove();
      list.remove();
    }
    document.documentElement.style.cssText = '';
  });

  it('who has not begun to scroll sees what is new', async () => {
    const { source, insert } = living(30);
    const list = await showLoaded(source, fields);
    const top = topOf(list, 'e1');
    insert('n1');
    await refresh(list);
    expect([scrollY, topOf(list, 'n1')]).toEqual([0, top]);
  });

  it('stays where they are on the page when the feed scrolls in a box', async () => {
    const { source } = living(60);
    const box = await fixture(
      html`<div>
        <div style="block-size: 900px"></div>
        <div class="box" style="block-size: 400px; overflow: auto">
          <feed-list .source=${source} auto-pages="1" poll="0"></feed-list>
        </div>
        <div style="block-size: 900px"></div>
      </div>`,
    );
    const list = one<FeedList>(box, 'feed-list');
    await until(() => list.events.length === 10);
    await readTo(list, 40, 'e34');
    scrollTo(0, 700);
    await refresh(list);
    expect(scrollY).toBe(700);
    const { top } = one(box, '.box').getBoundingClientRect();
    expect(topOf(list, 'e1') - top).toBeCloseTo(12, 0);
  });
});

/** Today's browsers but Safari can move an element without taking it out of the page. */
describe.runIf('moveBefore' in Element.prototype)(
  'where the feed is in another order when it is loaded anew,',
  () => {
    async function showTurning() {
      const events = ['e1', 'e2', 'e3'].map((id) =>
        makeEvent(id, { attachments: [makeAudio()], thread: makeThread({ id }) }),
      );
      const list = await showLoaded({
        name: 'turning',
        page: () => Promise.resolve(makePage([...events])),
        comment: () => Promise.resolve(undefined),
      });
      const card = cardsOf(list)[2];
      if (!card) throw new Error('There is no card.');
      events.reverse();
      return { list, card };
    }

    it('what plays goes on playing', async () => {
      const { list, card } = await showTurning();
      await userEvent.click(playButton(card, 'A song'));
      const sounds = () =>
        all<HTMLAudioElement>(list, 'audio').map(({ paused, currentTime }) => !paused && currentTime > 0);
      await until(() => sounds()[0]);
      await refresh(list);
      expect(idsOf(list)).toEqual(['e3', 'e2', 'e1']);
      expect(sounds()).toEqual([true]);
    });

    // Firefox moves it, but forgets the focus where that is in a shadow tree.
    it.runIf(server.browser === 'chromium')('what is written keeps the focus', async () => {
      const { list, card } = await showTurning();
      await userEvent.click(part(card, 'comment-action'));
      await userEvent.keyboard('half a');
      const field = part(card, 'field');
      await refresh(list);
      expect(idsOf(list)).toEqual(['e3', 'e2', 'e1']);
      expect([focused(), part(card, 'field')]).toEqual([field, field]);
    });
  },
);
