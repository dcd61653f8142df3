import { html } from 'lit';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { EventCard } from '../../../src/elements/event-card/event-card.js';
import type { FeedInfo } from '../../../src/model/event.js';
import type { FeedSource } from '../../../src/sources/source.js';
import {
  drawing,
  makeAuthor,
  makeEvents,
  makeImage,
  makePage,
  sourceOf,
  url,
} from '../../helpers/feed-fixtures.js';
import { all, cardsOf, collect, collectRejections, focused, one, part, parts, settled, showLoaded, textOf } from './support.js'; // prettier-ignore

const whole: FeedInfo = {
  author: makeAuthor('Mira', { sex: 'female' }),
  image: makeImage({ src: drawing(400, 300), url: url('https://photos.example/1'), alt: 'The harbour' }),
  text: 'The harbour at night: https://a.example/more',
  time: new Date('2024-05-04T10:00:00Z'),
  locked: true,
  total: 120,
};

const withInfo = (info: FeedInfo | undefined, count = 1): FeedSource => ({
  name: 'fake',
  page: () => Promise.resolve({ ...makePage(makeEvents(count)), ...(info && { info }) }),
});

const show = (info: FeedInfo | undefined, lang = 'en') => showLoaded(withInfo(info), { lang });

describe('what a feed is about', () => {
  it('stands above it: who began it, when and with what, how much there is, and that it is locked', async () => {
    const list = await show(whole);
    const info = part(list, 'info');
    expect(list.info).toBe(whole);
    expect(textOf(part(info, 'headline'))).toBe('Mira started this feed');
    expect(textOf(one(info, 'small'))).toBe('120 events Locked');
    expect(textOf(part(info, 'text'))).toBe(whole.text);
    expect(part(info, 'time')).toHaveAttribute('datetime', '2024-05-04T10:00:00.000Z');
    expect(one(info, 'img[alt="The harbour"]')).toHaveAttribute('src', whole.image?.src);
    expect(info.compareDocumentPosition(part(list, 'feed'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('speaks the language of the list', async () => {
    const info = part(await show(whole, 'ru'), 'info');
    expect(textOf(part(info, 'headline'))).toBe('Mira начала эту ленту');
    expect(textOf(one(info, 'small'))).toBe('120 событий Закрыто');
  });

  it('is not there where the source does not tell it', async () => {
    expect(parts(await show(undefined), 'info')).toEqual([]);
  });

  it.each<[string, FeedInfo, string]>([
    ['nothing', {}, 'Someone started this feed'],
    ['only a number', { total: 1 }, '1 event Someone started this feed'],
    ['a number of nothing', { total: 0 }, '0 events Someone started this feed'],
    ['only a lock', { locked: true, author: { id: '1' } }, 'Locked User started this feed'],
    ['that it is open', { locked: false, author: makeAuthor('Ann') }, 'Ann started this feed'],
  ])('may be %s', async (_, info, text) => {
    const shown = part(await show(info), 'info');
    expect([textOf(one(shown, 'small')), textOf(part(shown, 'headline'))].filter(Boolean).join(' ')).toBe(
      text,
    );
  });

  it.each([
    ['of a known size', {}, 120],
    ['of an unknown size', { width: undefined, height: undefined }, 120],
    ['that is much too high', { width: 10, height: 1000 }, 160 / 0.75],
  ])('has a small picture with room kept for it: one %s', async (_, fields, height) => {
    const list = await show({
      ...whole,
      image: { ...makeImage(), ...fields, src: url('https://no.example/') },
    });
    const box = part(part(list, 'info'), 'image').getBoundingClientRect();
    expect(Math.abs(box.width - 160)).toBeLessThan(3);
    expect(Math.abs(box.height - height)).toBeLessThan(3);
  });

  it('is none of the articles of the feed, and no stop for Page Down', async () => {
    const list = await showLoaded(withInfo(whole, 2));
    expect(cardsOf(list).map((card) => card.ariaPosInSet)).toEqual(['1', '2']);
    const info = one<EventCard>(part(list, 'info'), 'event-card');
    expect([info.role, info.tabIndex]).toEqual(['group', -1]);
    expect(info.ariaLabel).toMatch(/^Mira started this feed, May 4, 2024/);
    cardsOf(list)[0]?.focus();
    await userEvent.keyboard('{PageUp}');
    expect(focused()).toBe(cardsOf(list)[0]);
  });

  it('opens its links as events do, so that the page may take over', async () => {
    const list = await show(whole);
    const urls: string[] = [];
    for (const type of ['event-open', 'attachment-open'] as const)
      list.addEventListener(type, (event) => {
        event.preventDefault();
        urls.push(event.url);
      });
    for (const link of all(part(list, 'info'), 'a')) link.click();
    expect(urls).toEqual([
      'https://people.example/Mira',
      'https://a.example/more',
      'https://photos.example/1',
    ]);
  });

  it('gives way to a header of the page', async () => {
    const list = await show(whole);
    list.innerHTML = '<h2 slot="header">Mine</h2>';
    await settled(list);
    expect(part(list, 'info').checkVisibility()).toBe(false);
  });

  it('stays while later pages do not tell it, and goes with its source', async () => {
    const list = await show(whole);
    await list.loadMore();
    expect(parts(list, 'info')).toHaveLength(1);
    list.source = sourceOf(makeEvents(1)).source;
    await settled(list);
    expect(parts(list, 'info')).toEqual([]);
  });

  it('keeps what the reader has opened of it while the list changes', async () => {
    const list = await show({ ...whole, text: 'word '.repeat(200) });
    const more = all<HTMLButtonElement>(part(list, 'info'), 'button.text-button')[0];
    more?.click();
    list.label = 'Photos';
    await settled(list);
    expect(textOf(part(part(list, 'info'), 'text'))).toMatch(/Show less$/);
  });

  it('costs nothing else when it cannot be drawn', async () => {
    const rejections = collectRejections();
    const errors = collect('feed-error');
    const list = await show({ ...whole, text: 7 as unknown as string });
    expect(errors).toHaveLength(1);
    expect(cardsOf(list)).toHaveLength(1);
    expect(textOf(part(cardsOf(list)[0] ?? list, 'verb'))).toBe('wrote a post');
    expect(rejections).toEqual([]);
  });

  it('is not drawn by the template of the page', async () => {
    const list = await showLoaded(withInfo(whole), { template: () => html`<p>Mine</p>` });
    expect(textOf(part(part(list, 'info'), 'headline'))).toBe('Mira started this feed');
  });
});
