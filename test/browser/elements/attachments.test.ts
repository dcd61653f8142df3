import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
  brokenPicture,
  drawing,
  everyAttachment,
  everyKind,
  makeAudio,
  makeAuthor,
  makeEvent,
  makeImage,
  makeImages,
  makeLink,
  makeVideo,
  silence,
  sourceOf,
  url,
} from '../../helpers/feed-fixtures.js';
import {
  all,
  at,
  button,
  cardsOf,
  collect,
  focused,
  one,
  part,
  parts,
  playButton,
  refused,
  showAttachment,
  showCard,
  showLoaded,
  textOf,
  until,
} from './support.js';

const frames = (root: Element) => all<HTMLIFrameElement>(root, 'iframe');
const showVideos = (...videos: ReturnType<typeof makeVideo>[]) =>
  showCard(makeEvent('a', { attachments: videos }));

describe.each(Object.entries(everyAttachment()))('%s', (_, attachments) => {
  it('is drawn alone by attachment-view as it is in a card', async () => {
    const [first] = attachments;
    if (!first) throw new Error('unreachable');
    const view = await showAttachment(first);
    const card = await showCard(makeEvent('a', { attachments: [first] }));
    const alone = textOf(view.shadowRoot?.firstElementChild ?? undefined);
    const text = view.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    expect(all(view, 'a, button, figure, div').length).toBeGreaterThan(0);
    expect(card.shadowRoot?.textContent?.replace(/\s+/g, ' ')).toContain(text || alone);
  });
});

describe('links out of the page', () => {
  it('open a new tab without opener and referrer, in every kind of card', async () => {
    const list = await showLoaded(sourceOf(everyKind()).source, { limit: 50 });
    for (const opener of all(list, 'button[aria-expanded="false"]')) opener.click();
    await list.updateComplete;
    const links = all<HTMLAnchorElement>(list, 'a');
    expect(links.length).toBeGreaterThan(60);
    for (const link of links) {
      expect(link.target).toBe('_blank');
      expect(link.rel.split(' ')).toEqual(
        expect.arrayContaining(['noopener', 'noreferrer', 'nofollow', 'ugc']),
      );
      expect(link.referrerPolicy).toBe('no-referrer');
      expect(new URL(link.href).protocol).toMatch(/^(https?|data):$/);
    }
    for (const image of all<HTMLImageElement>(list, 'img')) {
      expect(image.referrerPolicy).toBe('no-referrer');
      expect(image).toHaveAttribute('alt');
    }
  });

  it('show the title, what it is about, and the host without www', async () => {
    const view = await showAttachment(makeLink({ image: drawing(84, 84) }));
    const link = part(view, 'link');
    expect(link).toHaveAttribute('href', 'https://www.news.example/story?a=1');
    expect(textOf(link)).toBe('A story What it is about news.example');
    expect(textOf(part(view, 'host'))).toBe('news.example');
    expect(one(link, 'img')).toHaveAttribute('alt', '');
  });

  it.each([
    ['a host in two scripts', 'https://\u0430pple.com/', 'xn--pple-43d.com'],
    [
      'a host in one script that is not Latin',
      'https://\u043f\u043e\u0447\u0442\u0430.\u0440\u0444/',
      '\u043f\u043e\u0447\u0442\u0430.\u0440\u0444',
    ],
    ['a title that is another host', 'https://evil.example/', 'evil.example'],
  ])('show the true host of %s', async (_, address, host) => {
    const view = await showAttachment(
      makeLink({ url: url(new URL(address).href), title: 'https://bank.example' }),
    );
    expect(textOf(part(view, 'host'))).toBe(host);
  });
});

describe('pictures', () => {
  const shown = (root: Element) => all(root, 'img').map((image) => image.getAttribute('alt'));

  it.each([1, 2, 3])('%i: all of them are shown', async (count) => {
    const card = await showCard(makeEvent('a', { attachments: makeImages(count) }));
    expect(shown(card)).toEqual(makeImages(count).map(({ alt }) => alt));
    expect(button(card, /more/).query()).toBeNull();
  });

  it('9: the first three, and the rest when the reader asks', async () => {
    const card = await showCard(makeEvent('a', { attachments: makeImages(9) }));
    expect(shown(card)).toHaveLength(3);
    const rest = button(card, 'Pictures: +6');
    expect(textOf(rest.element() as HTMLElement)).toBe('+6');
    await userEvent.click(rest);
    await until(() => shown(card).length === 9);
    expect(shown(card)).toEqual(makeImages(9).map(({ alt }) => alt));
    // The button is gone: its focus went on to what it showed.
    await until(() => focused() === parts(card, 'image')[3]);
  });

  it('stand together where the first of them stood, and other attachments keep their order', async () => {
    const [first, second] = makeImages(2);
    if (!first || !second) throw new Error('unreachable');
    const card = await showCard(makeEvent('a', { attachments: [makeLink(), first, makeAudio(), second] }));
    const order = all(card, '[part~="host"], [part~="image"], [part~="play"]').map((node) => node.part[0]);
    expect(order).toEqual(['host', 'image', 'image', 'play']);
  });

  it('lead to the original, and tell the page first', async () => {
    const opens = collect('attachment-open');
    const attachment = makeImage({ fullSrc: url('https://pictures.example/full.jpg') });
    const view = await showAttachment(attachment);
    view.addEventListener('attachment-open', (open) => {
      open.preventDefault();
    });
    expect(part(view, 'image')).toHaveAttribute('href', 'https://pictures.example/full.jpg');
    await userEvent.click(part(view, 'image'));
    expect(opens.map((open) => [open.attachment, open.url])).toEqual([
      [attachment, 'https://pictures.example/full.jpg'],
    ]);
    expect(opens[0]?.defaultPrevented).toBe(true);
  });

  it('without a text of their own are called "Picture"', async () => {
    const { alt: _, ...attachment } = makeImage();
    const view = await showAttachment(attachment);
    expect(at(view).getByRole('link', { name: 'Picture', exact: true }).query()).not.toBeNull();
  });

  it.each([
    ['usual', 404, 303],
    ['wide', 1600, 200],
    ['high', 200, 1600],
    ['small', 40, 30],
    ['huge', 40_000, 40_000],
  ])('have their room before they are there: %s', async (_, width, height) => {
    const card = await showCard(
      makeEvent('a', { attachments: [makeImage({ src: drawing(width, height), width, height })] }),
    );
    const image = one<HTMLImageElement>(part(card, 'image'), 'img');
    expect(image.naturalWidth).toBe(0);
    const before = card.getBoundingClientRect();
    await until(() => image.complete && image.naturalWidth > 0);
    expect(card.getBoundingClientRect()).toEqual(before);
    const room = part(card, 'image').getBoundingClientRect();
    expect(room.width / room.height).toBeGreaterThanOrEqual(0.74);
    expect(room.width / room.height).toBeLessThanOrEqual(2.05);
    expect(room.right).toBeLessThanOrEqual(before.right);
  });

  it('keep their room where no size is known, and when they cannot be shown (C24)', async () => {
    const { width: _, height: __, ...attachment } = makeImage({ src: brokenPicture });
    const card = await showCard(makeEvent('a', { attachments: [attachment] }));
    const image = one<HTMLImageElement>(part(card, 'image'), 'img');
    const before = card.getBoundingClientRect();
    expect(part(card, 'image').getBoundingClientRect().height).toBeGreaterThan(100);
    await until(() => getComputedStyle(image).opacity === '0');
    expect(card.getBoundingClientRect()).toEqual(before);
    const src = image.src;
    await new Promise(requestAnimationFrame);
    expect(image.src).toBe(src);
  });

  it('that are broken give way to ones that are not', async () => {
    const event = makeEvent('a', { attachments: [makeImage({ src: brokenPicture })] });
    const card = await showCard(event);
    const image = one<HTMLImageElement>(part(card, 'image'), 'img');
    await until(() => getComputedStyle(image).opacity === '0');
    card.event = { ...event, attachments: [makeImage()] };
    await until(() => getComputedStyle(image).opacity === '1');
  });
});

describe('a video', () => {
  it('asks nothing of its host before the reader presses play', async () => {
    const card = await showVideos(makeVideo());
    expect(frames(card)).toEqual([]);
    expect(all(card, 'video')).toEqual([]);
    expect(textOf(card.shadowRoot?.querySelector('figure') ?? undefined)).toBe('3:35 A film How it was made');
    expect(refused).toEqual([]);
    await userEvent.click(playButton(card, 'A film'));
    await until(() => refused.length > 0);
    expect(refused).toEqual([expect.stringContaining('https://player.example')]);
  });

  it('plays in a frame that can do no more than a player must', async () => {
    const card = await showVideos(makeVideo());
    await userEvent.click(playButton(card, 'A film'));
    const [frame] = frames(card);
    expect(frame).toHaveAttribute('src', 'https://player.example/embed/1');
    expect(frame?.title).toBe('A film');
    expect([...(frame?.sandbox ?? [])].sort()).toEqual([
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-presentation',
      'allow-same-origin',
      'allow-scripts',
    ]);
    expect(frame?.allow.split('; ').sort()).toEqual([
      'autoplay',
      'encrypted-media',
      'fullscreen',
      'picture-in-picture',
    ]);
    expect(frame?.referrerPolicy).toBe('strict-origin-when-cross-origin');
    expect(playButton(card, 'A film').query()).toBeNull();
  });

  it.each(['{Enter}', ' '])('plays by key too: "%s"', async (key) => {
    const card = await showVideos(makeVideo());
    (playButton(card, 'A film').element() as HTMLElement).focus();
    await userEvent.keyboard(key);
    await until(() => frames(card).length === 1);
  });

  it('that is a file plays in the browser', async () => {
    const card = await showVideos(
      makeVideo({ player: { type: 'file', src: url('data:video/mp4;base64,AAAA') } }),
    );
    expect(all(card, 'video')).toEqual([]);
    await userEvent.click(playButton(card, 'A film'));
    const video = one<HTMLVideoElement>(card, 'video');
    expect(video.controls).toBe(true);
    expect(video.ariaLabel).toBe('A film');
    expect(frames(card)).toEqual([]);
  });

  it('stops when another one begins, also in another card', async () => {
    const first = await showVideos(makeVideo({ title: 'One' }), makeVideo({ title: 'Two' }));
    const second = await showVideos(makeVideo({ title: 'Three' }));
    const playing = () => [...frames(first), ...frames(second)].map(({ title }) => title);
    for (const [card, title] of [
      [first, 'One'],
      [first, 'Two'],
      [second, 'Three'],
      [first, 'One'],
    ] as const) {
      await userEvent.click(playButton(card, title));
      await until(() => playing().includes(title));
      await first.updateComplete;
      await second.updateComplete;
      expect(playing()).toEqual([title]);
    }
  });

  it('is left to the page when it cancels attachment-open', async () => {
    const opens = collect('attachment-open');
    const attachment = makeVideo();
    const card = await showVideos(attachment);
    card.addEventListener('attachment-open', (open) => {
      open.preventDefault();
    });
    await userEvent.click(playButton(card, 'A film'));
    await card.updateComplete;
    expect(opens.map((open) => [open.attachment, open.url])).toEqual([
      [attachment, 'https://player.example/embed/1'],
    ]);
    expect(frames(card)).toEqual([]);
  });

  it('without player and page is a picture with a title', async () => {
    const card = await showCard(
      makeEvent('a', { attachments: [{ kind: 'video', title: 'Lost', poster: drawing(320, 180) }] }),
    );
    const figure = card.shadowRoot?.querySelector('figure');
    expect(textOf(figure ?? undefined)).toBe('Lost');
    expect(figure && all(figure, 'a, button')).toEqual([]);
  });

  it('keeps its room when it begins to play', async () => {
    const card = await showVideos(makeVideo());
    const before = card.getBoundingClientRect();
    await userEvent.click(playButton(card, 'A film'));
    await until(() => frames(card).length === 1);
    expect(card.getBoundingClientRect().height).toBe(before.height);
  });

  it('keeps the focus when it begins to play by key', async () => {
    const card = await showVideos(makeVideo());
    (playButton(card, 'A film').element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await until(() => frames(card).length === 1);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('is gone with its card', async () => {
    const card = await showVideos(makeVideo());
    await userEvent.click(playButton(card, 'A film'));
    await until(() => frames(card).length === 1);
    const [frame] = frames(card);
    card.remove();
    expect(frame?.contentWindow).toBeNull();
    const other = await showVideos(makeVideo());
    await userEvent.click(playButton(other, 'A film'));
    await until(() => frames(other).length === 1);
  });
});

describe('a video that the browser cannot play', () => {
  it.each([
    ['with words of its own', { title: 'A film' }],
    ['without', { title: undefined, description: undefined }],
  ])('says so, %s, and keeps its player', async (_, fields) => {
    const video = makeVideo({ ...fields, player: { type: 'file', src: url('data:video/mp4;base64,AAAA') } });
    const view = await showAttachment(video);
    await userEvent.click(button(view, /^Play/));
    await until(() => textOf(all(view, '[role="status"]')[0]) === 'This cannot be played here');
    expect(all(view, 'video')).toHaveLength(1);
  });
});

describe('a sound', () => {
  const sounds = (root: Element) => all<HTMLAudioElement>(root, 'audio');
  const play = async (card: Element, title = 'A song') => {
    await userEvent.click(playButton(card, title));
    await until(() =>
      sounds(card).some((sound) => sound.ariaLabel === title && !sound.paused && sound.currentTime > 0),
    );
  };

  it('is one line: title, artist and length', async () => {
    const view = await showAttachment(makeAudio());
    const text = view.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim();
    expect(text).toBe('A song A band 3:07');
    expect(sounds(view)).toEqual([]);
  });

  it("plays in the browser's own player, after the page was told", async () => {
    const opens = collect('attachment-open');
    const view = await showAttachment(makeAudio());
    await play(view);
    expect(opens).toHaveLength(1);
    expect(sounds(view)[0]?.controls).toBe(true);
  });

  it('is left to the page when it cancels attachment-open', async () => {
    const view = await showAttachment(makeAudio());
    view.addEventListener('attachment-open', (open) => {
      open.preventDefault();
    });
    await userEvent.click(playButton(view, 'A song'));
    await view.updateComplete;
    expect(sounds(view)).toEqual([]);
  });

  it('stops and gives way to its button when another one begins (M10)', async () => {
    const card = await showCard(
      makeEvent('a', { attachments: [makeAudio({ title: 'One' }), makeAudio({ title: 'Two' })] }),
    );
    await play(card, 'One');
    const [first] = sounds(card);
    await play(card, 'Two');
    expect(first?.paused).toBe(true);
    expect(sounds(card).map(({ ariaLabel }) => ariaLabel)).toEqual(['Two']);
    expect(playButton(card, 'One')).toBeTruthy();
  });

  it('goes on when the reader pauses it and plays it again', async () => {
    const view = await showAttachment(makeAudio());
    await play(view);
    const [sound] = sounds(view);
    if (!sound) throw new Error('unreachable');
    const played: string[] = [];
    for (const type of ['play', 'pause', 'playing']) sound.addEventListener(type, () => played.push(type));
    sound.pause();
    await until(() => played.includes('pause'));
    await sound.play().catch(() => undefined);
    await until(() => played.includes('play'));
    for (let frame = 0; frame < 5; frame++) await new Promise(requestAnimationFrame);
    expect(sound.paused).toBe(false);
  });

  it('stops when a video begins', async () => {
    const card = await showCard(makeEvent('a', { attachments: [makeAudio(), makeVideo()] }));
    await play(card);
    const [sound] = sounds(card);
    await userEvent.click(playButton(card, 'A film'));
    await until(() => sounds(card).length === 0);
    expect(sound?.paused).toBe(true);
    expect(frames(card)).toHaveLength(1);
  });

  it.each([
    ['is no sound', url('data:audio/mpeg;base64,PGh0bWw+')],
    ['is empty', url('data:audio/mpeg;base64,')],
  ])('says so when it %s, and keeps its player (M08)', async (_, src) => {
    const view = await showAttachment(makeAudio({ src }));
    await userEvent.click(playButton(view, 'A song'));
    await until(() => textOf(all(view, '[role="status"]')[0]) === 'This cannot be played here');
    expect(sounds(view)).toHaveLength(1);
    view.attachment = makeAudio({ src: silence() });
    await view.updateComplete;
    expect(all(view, '[role="status"]')).toEqual([]);
  });

  it('that plays plays no more by itself when its card is put elsewhere', async () => {
    const view = await showAttachment(makeAudio());
    await play(view);
    const parent = view.parentElement;
    view.remove();
    parent?.append(view);
    await view.updateComplete;
    expect(sounds(view)).toEqual([]);
    await play(view);
  });

  it('without a file is a title, with a link where there is one', async () => {
    const { src: _, ...attachment } = makeAudio();
    const view = await showAttachment(attachment);
    expect(button(view, /Play/).query()).toBeNull();
    expect(part(view, 'link')).toHaveAttribute('href', 'https://songs.example/1');
  });

  it('of an hour says so', async () => {
    const view = await showAttachment(makeAudio({ duration: 3727, src: silence() }));
    expect(view.shadowRoot?.textContent).toContain('1:02:07');
  });
});

describe('a person', () => {
  it('is shown with a larger picture and what is known', async () => {
    const user = makeAuthor('Bob Ray', {
      avatar: drawing(40, 40),
      picture: drawing(200, 200),
      location: 'Pskov',
    });
    const view = await showAttachment({ kind: 'user', user });
    expect(textOf(part(view, 'people'))).toContain('Bob Ray');
    expect(textOf(part(view, 'people'))).toContain('Pskov');
    expect(one(part(view, 'people'), 'img')).toHaveAttribute('src', user.picture);
    expect(part(view, 'author')).toHaveAttribute('href', 'https://people.example/Bob%20Ray');
  });
});

describe('a kind that this library does not know', () => {
  it('is its title, and a link with its host where there is one', async () => {
    const view = await showAttachment({
      kind: 'unknown',
      type: 'poll',
      title: 'A poll',
      url: url('https://p.example/'),
    });
    expect(textOf(part(view, 'link'))).toBe('A poll p.example');
    const bare = await showAttachment({ kind: 'unknown', type: 'poll' });
    expect(bare.shadowRoot?.textContent?.trim()).toBe('Attachment');
    expect(parts(bare, 'link')).toEqual([]);
  });
});

describe('an attachment that cannot be drawn', () => {
  it('shows nothing and fires feed-error', async () => {
    const errors = collect('feed-error');
    const broken = Object.defineProperty({ kind: 'link' }, 'url', {
      get() {
        throw new Error('boom');
      },
    });
    const view = await showAttachment(broken as ReturnType<typeof makeLink>);
    await view.updateComplete;
    expect(errors.map(({ error }) => error.message)).toEqual(['boom']);
    expect(view.shadowRoot?.textContent?.trim()).toBe('');
  });
});

it('cards in a list hand their parts up, so that a page can style them', async () => {
  const list = await showLoaded(sourceOf(everyKind()).source, { limit: 50 });
  const exported = new Set(cardsOf(list)[0]?.getAttribute('exportparts')?.split(', '));
  const used = new Set(
    cardsOf(list)
      .flatMap((card) => all(card, '[part]'))
      .flatMap((node) => [...node.part]),
  );
  expect([...used].filter((name) => !exported.has(name))).toEqual([]);
});
