import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { mailru } from '../../../src/sources/mailru/mailru.js';
import json from '../../fixtures/mailru-stream-get.json?raw';
import xml from '../../fixtures/mailru-stream-get.xml?raw';
import { at, button, cardsOf, one, part, parts, showLoaded, textOf } from './support.js';

const answers = { json, xml };
const empty = { json: '[]', xml: '<response_stream_get></response_stream_get>' };

/** The seed's own answer, through the whole library, on a page. */
function show(format: 'json' | 'xml', answer = answers[format], lang = 'en') {
  const fetch = (address: string) => {
    const later = new URL(address).searchParams.has('skip');
    return Promise.resolve(new Response(later ? empty[format] : answer));
  };
  const source = mailru({
    endpoint: 'https://feeds.example/platform/api',
    appId: '520706',
    token: () => ({ sessionKey: 'session', sig: '0'.repeat(32) }),
    format,
    http: { fetch },
  });
  return showLoaded(source, { lang });
}

async function showCards(format: 'json' | 'xml', answer?: string, lang?: string) {
  const list = await show(format, answer, lang);
  const [like, share, ...rest] = cardsOf(list);
  if (!like || !share || rest.length > 0) throw new Error('There must be two cards.');
  return { list, like, share };
}

describe.each(['json', 'xml'] as const)("the seed's own answer in %s", (format) => {
  it('shows who did what, with a link to the profile', async () => {
    const { like, share } = await showCards(format);
    for (const card of [like, share]) {
      const [author] = parts(card, 'author');
      expect(textOf(author)).toBe('Готлиб 1');
      expect(author).toHaveAttribute('href', 'http://my.rapira9.mail.ru/mail/gotlib00001/');
    }
    expect(textOf(part(like, 'verb'))).toBe('likes this');
    expect(textOf(part(share, 'verb'))).toBe('shared a link');
  });

  it('shows what was liked: its author, time and link', async () => {
    const { like } = await showCards(format);
    const liked = part(like, 'subevent');
    expect(textOf(part(liked, 'author'))).toBe('Сигизмунд 1');
    expect(part(liked, 'author')).toHaveAttribute('href', 'http://my.rapira9.mail.ru/mail/sigizmund00001/');
    expect(textOf(part(liked, 'verb'))).toBe('shared a link');
    expect(part(liked, 'time')).toHaveAttribute('datetime', '2010-08-18T14:13:20.000Z');
    // A title that is the host itself needs no second line with the host.
    expect(textOf(part(liked, 'link'))).toBe('killerfeature.com');
    const scheme = format === 'json' ? 'https' : 'http';
    expect(part(liked, 'link')).toHaveAttribute('href', `${scheme}://killerfeature.com/`);
  });

  it('shows title, time, link and host of what was shared', async () => {
    const { share } = await showCards(format);
    expect(textOf(part(share, 'title'))).toBe('Special Non-existent Test Url');
    expect(part(share, 'time')).toHaveAttribute('datetime', '2010-08-19T19:00:18.000Z');
    expect(textOf(part(share, 'time'))).toBe('Aug 19, 2010');
    const link = part(share, 'link');
    expect(link).toHaveAttribute('href', 'http://thisisspecialtesturl.com/');
    expect(textOf(link)).toBe('ThisIsSpecialTestUrl.com');
  });

  it('tells about each person when the face is pressed: name, birthday, the larger picture', async () => {
    const { like } = await showCards(format);
    const host = 'https://avt.appsmail.ru/mail';
    const face = button(like, 'About Готлиб 1');
    expect(one(face.element(), 'img')).toHaveAttribute('src', `${host}/gotlib00001/_avatar`);
    await userEvent.click(face);
    await userEvent.click(button(like, 'About Сигизмунд 1'));
    const [own, inner] = parts(like, 'people');
    expect(textOf(own)).toContain('Готлиб 1');
    expect(textOf(own)).toContain('Jun 12, 1990');
    expect(own && one(own, 'img')).toHaveAttribute('src', `${host}/gotlib00001/_avatarbig`);
    expect(textOf(inner)).toContain('Сигизмунд 1');
    expect(textOf(inner)).toContain('Mar 14, 1975');
    expect(inner && one(inner, 'img')).toHaveAttribute('src', `${host}/sigizmund00001/_avatarbig`);
  });

  it('keeps ids, thread ids, types and sexes exactly, on the event of the card', async () => {
    const { like, share } = await showCards(format);
    expect(like.event).toMatchObject({
      id: '0d1b0000ab375802',
      kind: 'like',
      thread: { id: '733f55041b7dc5fdaf8ba40102000000' },
      authors: [{ id: '13286884017948812920', firstName: 'Готлиб', nick: 'Готлиб 1', sex: 'male' }],
      subevents: [
        {
          id: '36180000cc62480a',
          type: '5-26',
          authors: [{ id: '11700940109513191366', firstName: 'Сигизмунд', lastName: '1' }],
        },
      ],
    });
    expect(share.event).toMatchObject({
      id: '081b0000ab375802',
      kind: 'event',
      type: '5-26',
      thread: { id: '733f55041b7dc5fdaf8ba40102000001', likeCount: 0 },
    });
  });

  it('says it in Russian with the grammar that the sex asks for', async () => {
    const { like, share } = await showCards(format, undefined, 'ru');
    expect(textOf(part(like, 'verb'))).toBe('отмечает как понравившееся');
    expect(textOf(part(share, 'verb'))).toBe('поделился ссылкой');
    const women = answers[format].replace(/"sex": 0/g, '"sex": 1').replace(/<sex>0/g, '<sex>1');
    const second = await showCards(format, women, 'ru');
    expect(textOf(part(second.share, 'verb'))).toBe('поделилась ссылкой');
    expect(textOf(part(part(second.like, 'subevent'), 'verb'))).toBe('поделилась ссылкой');
  });

  it('is a feed of two articles, and then the end', async () => {
    const { list } = await showCards(format);
    await expect.element(at(list).getByRole('feed', { name: "What's new" })).toHaveAttribute('part', 'feed');
    expect(textOf(part(list, 'end'))).toBe("That's everything since Aug 19, 2010");
  });
});
