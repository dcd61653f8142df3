import { fixture, html } from '@open-wc/testing';
import { describe, expect, it } from 'vitest';
import type { FeedList } from '../../../src/elements/feed-list/feed-list.js';
import {
  makeAuthor,
  makeAuthors,
  makeEvent,
  makeEvents,
  makeThread,
  sourceOf,
} from '../../helpers/feed-fixtures.js';
import {
  at,
  button,
  cardsOf,
  collectRejections,
  one,
  part,
  settled,
  showCard,
  showLoaded,
  textOf,
  until,
} from './support.js';

const VERBS = [
  'share',
  'video_share',
  'photo_upload',
  'video_upload',
  'music_add',
  'post',
  'community_post',
  'join',
  'leave',
  'avatar_change',
  'gift_send',
  'gift_receive',
  'app_add',
  'app_event',
  'friend_add',
];

const show = (lang: string) => showLoaded(sourceOf(makeEvents(1)).source, { lang });

describe('the language of a list', () => {
  it('is its own, so that two lists in one page may have two', async () => {
    const box = await fixture<HTMLElement>(
      html`<div>
        <feed-list id="en" lang="en" .source=${sourceOf(makeEvents(1)).source}></feed-list>
        <feed-list id="ru" lang="ru" .source=${sourceOf(makeEvents(1)).source}></feed-list>
      </div>`,
    );
    const english = one<FeedList>(box, '#en');
    const russian = one<FeedList>(box, '#ru');
    await settled(english);
    await settled(russian);
    expect(textOf(part(english, 'heading'))).toBe("What's new");
    expect(textOf(part(russian, 'heading'))).toBe('Что нового');
    expect(textOf(part(english, 'verb'))).toBe('wrote a post');
    expect(textOf(part(russian, 'verb'))).toBe('написал запись');
    expect(textOf(part(russian, 'end'))).toMatch(/^Вы прочитали всё, начиная с 4 мая 2024/);
  });

  it("is the page's where it has none, also when that changes", async () => {
    const list = await show('');
    expect(textOf(part(list, 'heading'))).toBe("What's new");
    document.documentElement.lang = 'ru';
    await until(() => textOf(part(list, 'heading')) === 'Что нового');
    await until(() => textOf(part(list, 'verb')) === 'написал запись');
    document.documentElement.lang = 'en';
    await until(() => textOf(part(list, 'verb')) === 'wrote a post');
  });

  it('may change while it is shown, and its cards change with it', async () => {
    const list = await show('en');
    list.lang = 'ru';
    await until(() => textOf(part(list, 'verb')) === 'написал запись');
    expect(cardsOf(list)[0]?.ariaLabel).toMatch(/^Ann Lee написал запись, Title e1, 4 мая 2024/);
    list.removeAttribute('lang');
    await until(() => textOf(part(list, 'verb')) === 'wrote a post');
  });

  it.each([
    ['en_US', "What's new"],
    ['ru_RU', 'Что нового'],
    ['ru-RU', 'Что нового'],
    ['RU', 'Что нового'],
    ['', "What's new"],
    ['not a language', "What's new"],
    ['x', "What's new"],
    ['en-US@posix', "What's new"],
    ['toString', "What's new"],
    ['tlh', "What's new"],
  ])('may be "%s", on the list or on the page, and nothing throws', async (lang, heading) => {
    const rejections = collectRejections();
    const list = await show(lang);
    expect(textOf(part(list, 'heading'))).toBe(heading);
    expect(textOf(part(list, 'time'))).toMatch(/2024/);
    list.lang = '';
    document.documentElement.lang = lang;
    await settled(list);
    expect(textOf(part(list, 'time'))).toMatch(/2024/);
    expect(rejections).toEqual([]);
  });

  it('is told to the browser only where it is known: an empty lang would mean "in no language"', async () => {
    const list = await showLoaded(sourceOf(makeEvents(1)).source);
    expect(list).not.toHaveAttribute('lang', '');
    for (const card of cardsOf(list)) expect(card).not.toHaveAttribute('lang', '');
    const russian = await show('ru');
    expect(cardsOf(russian)[0]?.closest('[lang]')).toHaveAttribute('lang', 'ru');
  });
});

describe.each([
  ['en', 'likes this', 'commented'],
  ['ru', 'отмечает как понравившееся', 'оставил комментарий'],
])('verbs in %s', (lang, likes, commented) => {
  it.each(VERBS)('%s has a text for a man, a woman, somebody and several', async (verb) => {
    const texts = new Set<string>();
    for (const authors of [
      [makeAuthor('A', { sex: 'male' })],
      [makeAuthor('A', { sex: 'female' })],
      [makeAuthor('A')],
      makeAuthors(3),
    ]) {
      const text = textOf(part(await showCard(makeEvent('a', { verb, authors }), { lang }), 'verb'));
      expect(text).toMatch(/^\p{L}+( \p{L}+)+$/u);
      texts.add(text);
    }
    if (lang === 'en') expect(texts.size).toBe(verb === 'app_event' ? 2 : 1);
    else expect(texts.size).toBeGreaterThan(1);
  });

  it('likes and comments have their own, whatever the verb inside', async () => {
    const fields = { subevents: [makeEvent('inner')] };
    const like = await showCard(makeEvent('a', { kind: 'like', ...fields }), { lang });
    expect(textOf(part(like, 'verb'))).toBe(likes);
    const comment = await showCard(makeEvent('a', { kind: 'comment', ...fields }), { lang });
    expect(textOf(part(comment, 'verb'))).toBe(commented);
  });

  it.each([
    ['no_such_verb', 'no such verb'],
    ['toString', 'toString'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['', ''],
  ])('"%s" has no phrase, and is shown as it is', async (verb, text) => {
    const card = await showCard(makeEvent('a', { verb }), { lang });
    expect(textOf(part(card, 'verb'))).toBe(text);
    expect(textOf(part(card, 'headline'))).toBe(`Ann Lee ${text}`.trim());
  });
});

describe('what somebody did, in Russian', () => {
  it.each([
    ['male', 1, 'вступил в сообщество'],
    ['female', 1, 'вступила в сообщество'],
    [undefined, 1, 'вступил в сообщество'],
    ['female', 2, 'вступили в сообщество'],
  ] as const)('agrees with who did it: %s, %i', async (sex, count, text) => {
    const authors = makeAuthors(count).map((author) => ({ ...author, ...(sex && { sex }) }));
    const card = await showCard(makeEvent('a', { verb: 'join', authors }), { lang: 'ru' });
    expect(textOf(part(card, 'verb'))).toBe(text);
  });
});

describe('numbers and their nouns', () => {
  const thread = (count: number) =>
    makeEvent('a', { thread: makeThread({ likeCount: count, commentCount: count }) });

  it.each([
    ['en', 1, '1 like', '1 comment'],
    ['en', 2, '2 likes', '2 comments'],
    ['en', 21, '21 likes', '21 comments'],
    ['en', 101, '101 likes', '101 comments'],
    ['en', 1234, '1.2K likes', '1.2K comments'],
    ['ru', 1, '1 отметка «Нравится»', '1 комментарий'],
    ['ru', 2, '2 отметки «Нравится»', '2 комментария'],
    ['ru', 5, '5 отметок «Нравится»', '5 комментариев'],
    ['ru', 11, '11 отметок «Нравится»', '11 комментариев'],
    ['ru', 21, '21 отметка «Нравится»', '21 комментарий'],
    ['ru', 22, '22 отметки «Нравится»', '22 комментария'],
    ['ru', 25, '25 отметок «Нравится»', '25 комментариев'],
    ['ru', 101, '101 отметка «Нравится»', '101 комментарий'],
  ])('%s: %i', async (lang, count, likes, comments) => {
    const card = await showCard(thread(count), { lang });
    expect(at(card).getByRole('img', { name: likes, exact: true }).query()).not.toBeNull();
    expect(at(card).getByRole('img', { name: comments, exact: true }).query()).not.toBeNull();
  });

  it('nothing stands for 0', async () => {
    const card = await showCard(thread(0));
    expect(at(card).getByRole('img').query()).toBeNull();
  });

  it.each([
    ['en', 1, '1 other'],
    ['en', 2, '2 others'],
    ['en', 998, '998 others'],
    ['ru', 1, 'ещё 1 человек'],
    ['ru', 2, 'ещё 2 человека'],
    ['ru', 5, 'ещё 5 человек'],
    ['ru', 11, 'ещё 11 человек'],
    ['ru', 21, 'ещё 21 человек'],
    ['ru', 22, 'ещё 22 человека'],
    ['ru', 25, 'ещё 25 человек'],
    ['ru', 101, 'ещё 101 человек'],
  ])('%s: %i more people', async (lang, count, text) => {
    const event = makeEvent('a', { authors: makeAuthors(2), authorCount: count + 2 });
    const card = await showCard(event, { lang });
    expect(button(card, text).query()).not.toBeNull();
  });
});
