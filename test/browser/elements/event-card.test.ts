import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Author } from '../../../src/index.js';
import { readAnswer } from '../../helpers/mailru-answers.js';
import {
  drawing,
  brokenPicture,
  makeActionLinks,
  makeAuthor,
  makeAuthors,
  makeComments,
  makeEvent,
  makeLink,
  makeThread,
  url,
} from '../../helpers/feed-fixtures.js';
import { all, at, button, collect, one, part, parts, showCard, textOf, until } from './support.js';

const headline = (card: Element) => textOf(part(card, 'headline'));

it('leads to the page of the event by its title or, where it has none, by its time, or else by its host', async () => {
  const page = url('https://my.mail.ru/event/1');
  const linkTo = (card: Element) => all(card, `a[href="${page}"]`).map((link) => textOf(link));
  const time = new Date('2010-08-19T19:00:18Z');
  expect(linkTo(await showCard(makeEvent('a', { url: page, title: 'A title', time })))).toEqual(['A title']);
  const opened = collect('event-open');
  const untitled = await showCard(makeEvent('a', { title: undefined, url: page, time }));
  expect(linkTo(untitled)).toEqual(['Aug 19, 2010']);
  const bare = makeEvent('a', { title: undefined, time: undefined, url: page });
  expect(linkTo(await showCard(bare))).toEqual(['my.mail.ru']);
  const generator = { id: 'app', title: 'An app' };
  expect(textOf(part(await showCard({ ...bare, generator }), 'meta'))).toBe('via An app · my.mail.ru');
  untitled.addEventListener('event-open', (event) => {
    event.preventDefault();
  });
  await userEvent.click(one(untitled, `a[href="${page}"]`));
  expect(opened.map((event) => event.url)).toEqual([page]);
});

describe('who did it', () => {
  it.each([
    ['en', 1, 1, 'Ann 1 wrote a post'],
    ['en', 2, 2, 'Ann 1 and Ann 2 wrote a post'],
    ['en', 3, 3, 'Ann 1, Ann 2, and Ann 3 wrote a post'],
    ['en', 4, 4, 'Ann 1, Ann 2, and 2 others wrote a post'],
    ['en', 5, 5, 'Ann 1, Ann 2, and 3 others wrote a post'],
    ['en', 200, 1000, 'Ann 1, Ann 2, and 998 others wrote a post'],
    ['en', 1, 2, 'Ann 1 and 1 other wrote a post'],
    ['en', 2, 1236, 'Ann 1, Ann 2, and 1.2K others wrote a post'],
    ['ru', 1, 1, 'Ann 1 написал запись'],
    ['ru', 2, 2, 'Ann 1 и Ann 2 написали запись'],
    ['ru', 3, 3, 'Ann 1, Ann 2 и Ann 3 написали запись'],
    ['ru', 5, 5, 'Ann 1, Ann 2 и ещё 3 человека написали запись'],
    ['ru', 200, 1000, 'Ann 1, Ann 2 и ещё 998 человек написали запись'],
  ])('%s: %i known of %i', async (lang, known, authorCount, text) => {
    const card = await showCard(makeEvent('a', { authors: makeAuthors(known), authorCount }), { lang });
    expect(headline(card)).toBe(text);
    expect(card.ariaLabel?.startsWith(text)).toBe(true);
  });

  it('is "Someone" where no author is known, "User" where one has no name', async () => {
    expect(headline(await showCard(makeEvent('a', { authors: [] })))).toBe('Someone wrote a post');
    expect(headline(await showCard(makeEvent('a', { authors: [{ id: '1' }] })))).toBe('User wrote a post');
    const russian = await showCard(makeEvent('a', { authors: [] }), { lang: 'ru' });
    expect(headline(russian)).toBe('Кто-то написал запись');
  });

  it('is a link to each person who has a page, and each name is one part', async () => {
    const authors = [makeAuthor('Ann'), { id: '2', name: 'Bob' }];
    const card = await showCard(makeEvent('a', { authors }));
    const names = parts(card, 'author');
    expect(names.map(textOf)).toEqual(['Ann', 'Bob']);
    expect(names.map((name) => name.getAttribute('href'))).toEqual(['https://people.example/Ann', null]);
  });

  it('has a list behind "3 others" that opens and closes', async () => {
    const card = await showCard(makeEvent('a', { authors: makeAuthors(5) }));
    const others = button(card, '3 others');
    await expect.element(others).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(others);
    await expect.element(others).toHaveAttribute('aria-expanded', 'true');
    expect(
      at(part(card, 'people'))
        .getByRole('listitem')
        .elements()
        .map((item) => textOf(one(item, 'b'))),
    ).toEqual(makeAuthors(5).map(({ name }) => name));
    await userEvent.click(others);
    await expect.element(others).toHaveAttribute('aria-expanded', 'false');
    expect(parts(card, 'people')).toEqual([]);
  });

  it('is told more of by the face: what is known, and nothing where nothing is', async () => {
    const known = makeAuthor('Ann', {
      firstName: 'Anna',
      lastName: 'Lee',
      nick: 'annie',
      verified: true,
      online: true,
      birthday: '1990-06-12',
      location: 'Pskov, Russia',
    });
    const card = await showCard(makeEvent('a', { authors: [known] }));
    await userEvent.click(button(card, 'About Ann'));
    const text = textOf(part(card, 'people'));
    for (const fact of ['Anna Lee', 'annie', 'verified', 'online', 'Jun 12, 1990', 'Pskov, Russia'])
      expect(text).toContain(fact);
    const bare = await showCard(makeEvent('b', { authors: [makeAuthor('Bob')] }));
    await userEvent.click(button(bare, 'About Bob'));
    expect(textOf(part(bare, 'people'))).toBe('Bob');
  });

  it('is not told by a name that somebody is verified', async () => {
    const colorOf = async (fields: Partial<Author>) => {
      const card = await showCard(makeEvent('a', { authors: [makeAuthor('Ann', fields)] }));
      await userEvent.click(button(card, 'About Ann'));
      const words = all(part(card, 'people'), 'i, small').find((some) => textOf(some) === 'verified');
      return words && getComputedStyle(words).color;
    };
    const named = await colorOf({ nick: 'verified' });
    const verified = await colorOf({ verified: true });
    expect([named, verified]).toEqual([expect.any(String), expect.any(String)]);
    expect(named).not.toBe(verified);
  });

  /** Drawn, not written: it is no part of any name. Firefox says where it is from, not which one it is. */
  const letter = (card: Element) =>
    getComputedStyle(part(card, 'avatar'), '::before').content.replace(
      'attr(data-initial)',
      JSON.stringify(part(card, 'avatar').dataset.initial),
    );

  it('has a letter where there is no picture, or one that cannot be shown', async () => {
    const none = await showCard(makeEvent('a', { authors: [makeAuthor('ann')] }));
    expect(letter(none)).toBe('"A"');
    expect(all(part(none, 'avatar'), 'img')).toEqual([]);
    const broken = await showCard(
      makeEvent('a', { authors: [makeAuthor('ann', { avatar: brokenPicture })] }),
    );
    const image = one<HTMLImageElement>(part(broken, 'avatar'), 'img');
    await until(() => getComputedStyle(image).opacity === '0');
    expect(letter(broken)).toBe('"A"');
  });
});

describe('long texts', () => {
  const long = 'word '.repeat(200).trim();
  const shown = (card: Element) => textOf(part(card, 'text'));

  it('are cut at a word, and whole when the reader asks', async () => {
    const card = await showCard(makeEvent('a', { text: long }));
    const more = button(card, 'Show more');
    await expect.element(more).toHaveAttribute('aria-expanded', 'false');
    expect(shown(card)).toMatch(/^(word )+word… Show more$/);
    expect(shown(card).length).toBeLessThan(400);
    await userEvent.click(more);
    await expect.element(button(card, 'Show less')).toHaveAttribute('aria-expanded', 'true');
    expect(shown(card)).toBe(`${long} Show less`);
    await userEvent.click(button(card, 'Show less'));
    await expect.element(button(card, 'Show more')).toBeVisible();
  });

  it('that are only a little longer are left whole', async () => {
    const text = 'word '.repeat(60).trim();
    const card = await showCard(makeEvent('a', { text }));
    expect(shown(card)).toBe(text);
    expect(button(card, 'Show more').query()).toBeNull();
  });

  it.each([
    ['a family', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}'],
    ['a letter with marks', 'e\u0301\u0323'],
    ['a flag', '\u{1f1f7}\u{1f1fa}'],
  ])('are never cut inside of what is one sign: %s', async (_, sign) => {
    const card = await showCard(makeEvent('a', { text: sign.repeat(500) }));
    const text = shown(card).replace(/… Show more$/, '');
    expect(text.length).toBeLessThan(sign.length * 500);
    expect(text.length % sign.length).toBe(0);
    expect(text).toBe(sign.repeat(text.length / sign.length));
  });

  it('of many short lines are cut too', async () => {
    const card = await showCard(makeEvent('a', { text: 'line\n'.repeat(40).trim() }));
    await expect.element(button(card, 'Show more')).toBeVisible();
    expect(shown(card).match(/line/g)?.length).toBeLessThan(12);
  });

  it('keep their lines, and an address that the cut falls into is a link only when it is whole', async () => {
    const address = `https://news.example/${'a'.repeat(100)}`;
    const text = `${'word '.repeat(45)}${address} ${'word '.repeat(60)}`.trim();
    const card = await showCard(makeEvent('a', { text: `one\ntwo ${text}` }));
    expect(all(part(card, 'text'), 'a')).toEqual([]);
    await userEvent.click(button(card, 'Show more'));
    await until(() => all(part(card, 'text'), 'a').length === 1);
    expect(one<HTMLAnchorElement>(part(card, 'text'), 'a').href).toBe(address);
    expect(textOf(one(part(card, 'text'), 'a'))).toBe(address);
    const [first] = one(part(card, 'text'), '.lines').getClientRects();
    expect(first?.width).toBeLessThan(50);
  });

  it('show the true host beside an address that is written to look like another (U40)', async () => {
    const card = await showCard(makeEvent('a', { text: 'see https://\u0430pple.com/login' }));
    expect(shown(card)).toBe('see https://\u0430pple.com/login (xn--pple-43d.com)');
  });

  it('show markup as it was written', async () => {
    const text = '<img src=x onerror=__pwn=1> &lt;b&gt; ${7*7} {{x}}';
    const card = await showCard(makeEvent('a', { text, title: text }));
    expect(shown(card)).toBe(text);
    expect(textOf(part(card, 'title'))).toBe(text);
    expect(all(card, 'img')).toEqual([]);
  });

  it('that are new for the same event stay as the reader has opened them', async () => {
    const event = makeEvent('a', { text: long, authors: makeAuthors(5) });
    const card = await showCard(event);
    await userEvent.click(button(card, 'Show more'));
    await userEvent.click(button(card, '3 others'));
    card.event = { ...event, title: 'New title', text: `${long} more` };
    await card.updateComplete;
    expect(textOf(part(card, 'title'))).toBe('New title');
    expect(shown(card)).toBe(`${long} more Show less`);
    expect(parts(card, 'people')).toHaveLength(1);
    card.event = makeEvent('b', { text: long, authors: makeAuthors(5) });
    await card.updateComplete;
    await expect.element(button(card, 'Show more')).toHaveAttribute('aria-expanded', 'false');
    expect(parts(card, 'people')).toEqual([]);
  });
});

describe('names that would turn the text around them', () => {
  const names = {
    'T07 an isolate that is closed from inside': 'Bob\u2069\u202exyz',
    'T08 an override': 'Bob\u202emoc.live',
    'T08 an embedding': 'Bob\u202bxyz',
    'T08 an isolate': 'Bob\u2067xyz',
    'T08 a pop and an override': 'Bob\u202c\u202ex',
    'T10 Hebrew': '\u05d0\u05d1\u05d2',
    'T10 Arabic': '\u0645\u062d\u0645\u062f',
  };

  /** Where each letter stands on the screen, but for those of names. */
  function lefts(element: Element): number[] {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: number[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('bdi')) continue;
      for (let index = 0; index < (node.nodeValue ?? '').length; index++) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + 1);
        const box = range.getBoundingClientRect();
        if (box.width > 0) found.push(box.left);
      }
    }
    return found;
  }

  const showNamed = async (name: string, ...others: string[]) => {
    const raw = {
      id: 'a',
      subtype: 'event',
      type: '5-26',
      authors: [name, ...others].map((nick, index) => ({
        uid: String(index),
        nick,
        link: 'https://a.example/',
      })),
    };
    const [event] = readAnswer([raw]).events;
    if (!event) throw new Error('The event was not read.');
    return showCard(event);
  };

  it.each(Object.entries(names))('%s', async (_, name) => {
    const card = await showNamed(name, 'Zed');
    expect(headline(card)).toMatch(/ and Zed shared a link$/);
    const places = lefts(part(card, 'headline'));
    expect(places.length).toBeGreaterThan(15);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(part(card, 'author').getBoundingClientRect().left);
  });

  it('the control: without the door, U+2069 gets out of <bdi>', async () => {
    const authors = [makeAuthor(names['T07 an isolate that is closed from inside']), makeAuthor('Zed')];
    const places = lefts(part(await showCard(makeEvent('a', { authors })), 'headline'));
    expect(places).not.toEqual([...places].sort((a, b) => a - b));
  });

  it('a name that is an address of somewhere else has the true host beside it (U46)', async () => {
    expect(textOf(part(await showNamed('https://bank.example'), 'author'))).toBe(
      'https://bank.example (a.example)',
    );
  });

  it('T09: an override in a name cannot turn its own end either', async () => {
    expect(textOf(part(await showNamed('user\u202egpj.exe'), 'author'))).toBe('usergpj.exe');
  });

  it('T11: a name that cannot be seen is "User"', async () => {
    expect(headline(await showNamed('\u200b\u3164\u2800'))).toBe('User shared a link');
  });

  it('a Latin name in a page from right to left keeps name and verb apart', async () => {
    document.documentElement.dir = 'rtl';
    const card = await showNamed('Bob 12');
    const verb = lefts(part(card, 'verb'));
    expect(verb).toEqual([...verb].sort((a, b) => a - b));
    expect(textOf(part(card, 'headline'))).toBe('Bob 12 shared a link');
  });
});

describe('what an event is about', () => {
  it('is shown inside of it, down to the fourth level', async () => {
    const fourth = makeEvent('4', { authors: [makeAuthor('Dan')], attachments: [makeLink()] });
    const third = makeEvent('3', { authors: [makeAuthor('Cat')], subevents: [fourth] });
    const second = makeEvent('2', { authors: [makeAuthor('Bob')], subevents: [third] });
    const card = await showCard(makeEvent('1', { kind: 'like', subevents: [second] }));
    const names = parts(card, 'subevent').map((inner) => textOf(part(inner, 'author')));
    expect(names).toEqual(['Bob', 'Cat', 'Dan']);
    expect(all(card, '[role="heading"]').map((heading) => heading.ariaLevel)).toEqual(['3', '4', '5', '6']);
    expect(textOf(part(card, 'host'))).toBe('news.example');
  });

  it('opens its own parts only', async () => {
    const inner = makeEvent('2', { authors: makeAuthors(5, 'Bob') });
    const card = await showCard(makeEvent('1', { authors: makeAuthors(5), subevents: [inner] }));
    await userEvent.click(at(part(card, 'subevent')).getByRole('button', { name: '3 others', exact: true }));
    expect(parts(card, 'people')).toHaveLength(1);
    expect(parts(part(card, 'subevent'), 'people')).toHaveLength(1);
  });
});

describe('likes', () => {
  it('open the list of those who like it, where they are known', async () => {
    const thread = makeThread({ likes: makeAuthors(2, 'Fan'), likeCount: 12, liked: true });
    const card = await showCard(makeEvent('a', { thread }));
    const likes = button(card, '12 likes, you like this');
    await expect.element(likes).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(likes);
    await expect.element(likes).toHaveAttribute('aria-expanded', 'true');
    expect(parts(part(card, 'people'), 'author').map(textOf)).toEqual(['Fan 1', 'Fan 2']);
  });

  it('are only a number where nobody is named', async () => {
    const card = await showCard(makeEvent('a', { thread: makeThread({ likeCount: 3 }) }));
    expect(at(card).getByRole('img', { name: '3 likes', exact: true }).query()).not.toBeNull();
    expect(button(card, /like/).query()).toBeNull();
  });
});

describe('comments', () => {
  const show = (count: number) =>
    showCard(makeEvent('a', { thread: makeThread({ comments: makeComments(count) }) }));
  const shown = (card: Element) => parts(card, 'comment').map((item) => textOf(part(item, 'author')));

  it('are no list where there are none', async () => {
    const card = await show(0);
    expect(parts(card, 'comments')).toEqual([]);
    expect(parts(card, 'actions')).toEqual([]);
  });

  it('up to three are all there, with author, time and text', async () => {
    const card = await show(3);
    expect(shown(card)).toEqual(['Friend 1', 'Friend 2', 'Friend 3']);
    expect(button(card, /comments/).query()).toBeNull();
    const comment = part(card, 'comment');
    expect(textOf(comment)).toContain('Comment number 1');
    expect(one(comment, 'time')).toHaveAttribute('datetime', '2024-05-04T11:00:00.000Z');
    expect(at(card).getByRole('list', { name: '3 comments' }).query()).not.toBeNull();
  });

  it('of twelve the reader may open the rest, and close it', async () => {
    const card = await show(12);
    expect(shown(card)).toHaveLength(3);
    await userEvent.click(button(card, 'Show all 12 comments'));
    await until(() => shown(card).length === 12);
    await expect.element(button(card, 'Show less')).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(button(card, 'Show less'));
    await until(() => shown(card).length === 3);
  });

  it('have long texts that open one by one, and authors who may be unknown', async () => {
    const comments = makeComments(2).map((comment) => ({ ...comment, text: 'word '.repeat(200).trim() }));
    const { author: _, ...nobody } = { ...makeComments(1)[0], id: '3', text: 'Hm' };
    const card = await showCard(makeEvent('a', { thread: makeThread({ comments: [...comments, nobody] }) }));
    expect(textOf(parts(card, 'comment')[2])).toContain('Someone');
    const more = button(card, 'Show more');
    expect(more.elements()).toHaveLength(2);
    await userEvent.click(more.first());
    expect(button(card, 'Show more').elements()).toHaveLength(1);
  });
});

describe('what else a card says', () => {
  it('links to do something with the event', async () => {
    const card = await showCard(makeEvent('a', { actionLinks: makeActionLinks() }));
    expect(parts(card, 'action-link').map((link) => [textOf(link), link.getAttribute('href')])).toEqual([
      ['Play too', 'https://games.example/play'],
      ['Send a gift', 'https://games.example/gift'],
    ]);
  });

  it('the true host beside a label that names another one (U46)', async () => {
    const actionLinks = [{ text: 'https://bank.example', url: url('https://evil.example/') }];
    const card = await showCard(makeEvent('a', { actionLinks }));
    expect(textOf(part(card, 'action-link'))).toContain('evil.example');
  });

  it('the app it came from, and the time', async () => {
    const generator = { title: 'A game', icon: drawing(16, 16), url: url('https://games.example/') };
    const card = await showCard(makeEvent('a', { generator }));
    expect(textOf(part(card, 'generator'))).toBe('via A game');
    expect(one(part(card, 'generator'), 'a')).toHaveAttribute('href', 'https://games.example/');
    expect(part(card, 'time')).toHaveAttribute('datetime', '2024-05-04T10:00:00.000Z');
    expect(part(card, 'time').title).toMatch(/^May 4, 2024 at /);
  });

  it('no gap where the picture of the app cannot be shown', async () => {
    const generator = { title: 'A game', icon: brokenPicture };
    const card = await showCard(makeEvent('a', { generator }));
    const icon = one(part(card, 'generator'), 'img');
    await until(() => icon.matches('.broken'));
    expect(icon.getBoundingClientRect().width).toBe(0);
  });

  it('no line for them where neither is known', async () => {
    const { time: _, ...event } = makeEvent('a');
    expect(parts(await showCard(event), 'meta')).toEqual([]);
  });

  it('a title that links to the event, and a description once', async () => {
    const event = makeEvent('a', { url: url('https://news.example/a'), text: 'Same', description: 'Same' });
    const card = await showCard(event);
    expect(one(part(card, 'title'), 'a')).toHaveAttribute('href', 'https://news.example/a');
    expect(parts(card, 'text')).toHaveLength(1);
    card.event = { ...event, description: 'Other' };
    await card.updateComplete;
    expect(parts(card, 'text').map(textOf)).toEqual(['Same', 'Other']);
  });

  it('nothing while it has no event', async () => {
    const card = document.createElement('event-card');
    document.body.append(card);
    await card.updateComplete;
    expect(textOf(card.shadowRoot?.querySelector('div') ?? undefined)).toBe('');
    card.remove();
  });
});

describe('event-open', () => {
  const event = makeEvent('a', { url: url('https://news.example/a') });

  it('tells the page what is about to be opened, and lets it take over', async () => {
    const opens = collect('event-open');
    const card = await showCard(event);
    card.addEventListener('event-open', (open) => {
      open.preventDefault();
    });
    const clicks: boolean[] = [];
    card.addEventListener('click', (click) => {
      clicks.push(click.defaultPrevented);
      click.preventDefault();
    });
    await userEvent.click(one(part(card, 'title'), 'a'));
    await userEvent.click(part(card, 'author'));
    expect(opens.map((open) => [open.event, open.url])).toEqual([
      [event, 'https://news.example/a'],
      [event, 'https://people.example/Ann%20Lee'],
    ]);
    expect(clicks).toEqual([true, true]);
  });

  it('leaves the link to the browser where nobody takes over', async () => {
    const card = await showCard(event);
    const clicks: boolean[] = [];
    card.addEventListener('click', (click) => {
      clicks.push(click.defaultPrevented);
      click.preventDefault();
    });
    await userEvent.click(part(card, 'author'));
    expect(clicks).toEqual([false]);
  });
});
