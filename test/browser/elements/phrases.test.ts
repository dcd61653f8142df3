import { describe, expect, it } from 'vitest';
import { registerVerbs } from '../../../src/locales/verbs.js';
import type { FeedEvent } from '../../../src/model/event.js';
import { makeAuthor, makeAuthors, makeEvent, url } from '../../helpers/feed-fixtures.js';
import { all, collect, one, part, showCard, textOf } from './support.js';

const object = { title: 'Harbour' };
const target = { title: 'Boats' };

const show = (fields: Partial<FeedEvent>, lang = 'en') => showCard(makeEvent('a', fields), { lang });
const said = async (fields: Partial<FeedEvent>, lang?: string) =>
  textOf(part(await show(fields, lang), 'verb'));

/** The verbs that feeds of getstream usually have, and what may be said without a hole: nothing, object, both. */
const usual: Record<string, readonly [string, string, string, string, string, string]> = {
  tweet: ['tweeted', 'tweeted Harbour', 'tweeted Harbour', 'написал твит', 'написал твит «Harbour»', 'написал твит «Harbour»'], // prettier-ignore
  post: ['wrote a post', 'wrote a post: Harbour', 'wrote a post: Harbour in Boats', 'написал запись', 'написал запись «Harbour»', 'написал запись «Harbour» в «Boats»'], // prettier-ignore
  add: ['added something', 'added Harbour', 'added Harbour to Boats', 'добавил что-то новое', 'добавил «Harbour»', 'добавил «Harbour» в «Boats»'], // prettier-ignore
  like: ['likes this', 'likes Harbour', 'likes Harbour', 'отмечает как понравившееся', 'отмечает «Harbour» как понравившееся', 'отмечает «Harbour» как понравившееся'], // prettier-ignore
  comment: ['commented', 'commented on Harbour', 'commented on Harbour', 'оставил комментарий', 'оставил комментарий к «Harbour»', 'оставил комментарий к «Harbour»'], // prettier-ignore
  follow: ['started following someone', 'started following Harbour', 'started following Harbour', 'подписался на кого-то', 'подписался на Harbour', 'подписался на Harbour'], // prettier-ignore
  share: ['shared a link', 'shared Harbour', 'shared Harbour in Boats', 'поделился ссылкой', 'поделился: «Harbour»', 'поделился: «Harbour» в «Boats»'], // prettier-ignore
  repost: ['reposted this', 'reposted Harbour', 'reposted Harbour', 'сделал репост', 'сделал репост «Harbour»', 'сделал репост «Harbour»'], // prettier-ignore
  pin: ['pinned something', 'pinned Harbour', 'pinned Harbour to Boats', 'закрепил что-то', 'закрепил «Harbour»', 'закрепил «Harbour» в «Boats»'], // prettier-ignore
  watch: ['watched something', 'watched Harbour', 'watched Harbour', 'посмотрел что-то', 'посмотрел «Harbour»', 'посмотрел «Harbour»'], // prettier-ignore
  upload: ['uploaded something', 'uploaded Harbour', 'uploaded Harbour to Boats', 'загрузил что-то новое', 'загрузил «Harbour»', 'загрузил «Harbour» в «Boats»'], // prettier-ignore
};

describe.each(Object.entries(usual))('"%s"', (verb, [bare, about, both, ruBare, ruAbout, ruBoth]) => {
  it('leaves no hole, whatever has no title', async () => {
    const things = [{}, { object }, { object, target }];
    const texts = [];
    for (const lang of ['en', 'ru'])
      for (const fields of things) texts.push(await said({ verb, ...fields }, lang));
    expect(texts).toEqual([bare, about, both, ruBare, ruAbout, ruBoth]);
    const nameless = { object: { id: 'tweet:1', url: url('https://a.example/') }, target: { id: 'x' } };
    expect(await said({ verb, ...nameless })).toBe(bare);
  });
});

describe('a phrase', () => {
  it('agrees with who did it', async () => {
    const several = { verb: 'like', authors: makeAuthors(2), object };
    expect(await said(several)).toBe('like Harbour');
    expect(await said(several, 'ru')).toBe('отметили «Harbour» как понравившееся');
    const woman = { verb: 'pin', authors: [makeAuthor('Ann', { sex: 'female' })], object, target };
    expect(await said(woman, 'ru')).toBe('закрепила «Harbour» в «Boats»');
    expect(await said({ verb: 'app_event', authors: makeAuthors(2) })).toBe('have news from an app');
  });

  it('is a part of the name of the card, as text', async () => {
    const card = await show({ verb: 'pin', object: { ...object, url: url('https://a.example/') }, target });
    expect(card.ariaLabel).toMatch(/^Ann Lee pinned Harbour to Boats, Title a, /);
  });

  it('has links where its things have addresses, and they tell the host of the page', async () => {
    const opened = collect('event-open');
    const card = await show({ verb: 'pin', object: { ...object, url: url('https://a.example/') }, target });
    const [link, ...others] = all<HTMLAnchorElement>(part(card, 'verb'), 'a');
    expect([link?.href, textOf(link), link?.rel, others.length]).toEqual([
      'https://a.example/',
      'Harbour',
      'noopener noreferrer nofollow ugc',
      0,
    ]);
    card.addEventListener('click', (event) => {
      event.preventDefault();
    });
    link?.click();
    expect(opened.map((event) => [event.event.id, event.url])).toEqual([['a', 'https://a.example/']]);
  });

  it('shows a title as it was written, also one that looks like a phrase', async () => {
    const title = '{target}[ {object}] <b>{a|b|c}</b> $1';
    const card = await show({ verb: 'pin', object: { title }, target });
    expect(textOf(part(card, 'verb'))).toBe(`pinned ${title} to Boats`);
    expect(all(part(card, 'verb'), 'b')).toEqual([]);
  });

  it('keeps a title apart, so that it cannot turn the words around it', async () => {
    const card = await show({ verb: 'pin', object: { title: '\u05d0\u05d1\u05d2' }, target });
    for (const name of all(part(card, 'verb'), 'bdi'))
      expect(textOf(name)).toMatch(/^(Boats|[\u05d0-\u05d2]+)$/);
    expect(all(part(card, 'verb'), 'bdi')).toHaveLength(2);
    expect(textOf(part(card, 'verb'))).toBe('pinned \u05d0\u05d1\u05d2 to Boats');
  });

  it('shows the true host where a title names another', async () => {
    const lying = { title: 'bank.example', url: url('https://evil.example/') };
    expect(await said({ verb: 'pin', object: lying })).toBe('pinned bank.example (evil.example)');
  });

  it('reads from left to right in a page from right to left, when its words do', async () => {
    document.documentElement.dir = 'rtl';
    const card = await show({ verb: 'pin', object, target });
    const [first, second] = all(part(card, 'verb'), 'bdi').map((name) => name.getBoundingClientRect().left);
    expect(first).toBeLessThan(second ?? 0);
  });
});

describe('a verb that no language knows', () => {
  it.each([
    ['en', {}, 'super like'],
    ['en', { object }, 'super like Harbour'],
    ['en', { object, target }, 'super like Harbour to Boats'],
    ['en', { target }, 'super like to Boats'],
    ['ru', { object, target }, 'super like «Harbour» → «Boats»'],
  ])('is shown in its own word: %s %j', async (lang, things, text) => {
    expect(await said({ verb: 'super_like', ...things }, lang)).toBe(text);
  });

  it('is shown as it was written, apart from the words around it', async () => {
    const verb = '{object}[<b>x</b>|y]{a|b|c}';
    const card = await show({ verb, object });
    expect(textOf(part(card, 'verb'))).toBe(`${verb} Harbour`);
    expect(textOf(one(part(card, 'verb'), 'bdi'))).toBe(verb);
  });

  it('is nothing where the source tells none, whatever it was about', async () => {
    expect(await said({ verb: undefined, object, target })).toBe('');
    expect(await said({ verb: '', object, target })).toBe('');
  });
});

describe('registerVerbs', () => {
  it('adds verbs of one language, which win over the built-in ones', async () => {
    const fields = { verb: 'test_bake', authors: [makeAuthor('Ann', { sex: 'female' })] };
    registerVerbs('en', { test_bake: 'baked[ {object}| a cake][ for {target}]' });
    registerVerbs('ru', { test_bake: 'испек{|ла|ли}[ «{object}»| пирог][ для {target}]' });
    expect(await said(fields)).toBe('baked a cake');
    expect(await said({ ...fields, object, target })).toBe('baked Harbour for Boats');
    expect(await said(fields, 'ru')).toBe('испекла пирог');
    expect(await said({ ...fields, authors: makeAuthors(2), object, target }, 'ru')).toBe(
      'испекли «Harbour» для Boats',
    );
    registerVerbs('en', { test_bake: 'cooked' });
    expect(await said(fields)).toBe('cooked');
    expect(await said(fields, 'ru')).toBe('испекла пирог');
  });

  it('may speak a dialect, which falls back to its language', async () => {
    registerVerbs('en-GB', { test_colour: 'coloured' });
    registerVerbs('en', { test_colour: 'colored' });
    expect(await said({ verb: 'test_colour' }, 'en-GB')).toBe('coloured');
    expect(await said({ verb: 'test_colour' }, 'en-US')).toBe('colored');
    expect(await said({ verb: 'test_colour' })).toBe('colored');
    expect(await said({ verb: 'pin', object }, 'en-GB')).toBe('pinned Harbour');
  });

  it('changes nothing in a language that the texts are not in', async () => {
    registerVerbs('de', { test_bake: 'backte' });
    registerVerbs('en', { test_bake: 'baked' });
    expect(await said({ verb: 'test_bake' }, 'de')).toBe('baked');
  });

  it('may use a thing without brackets, and leaves what it does not know as it stands', async () => {
    registerVerbs('en', { test_odd: 'did {object} and {nothing}, [always]' });
    expect(await said({ verb: 'test_odd', object })).toBe('did Harbour and {nothing}, always');
    expect(await said({ verb: 'test_odd' })).toBe('did and {nothing}, always');
  });
});
