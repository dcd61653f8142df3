import { describe, expect, it } from 'vitest';
import type { Attachment } from '../../../src/model/event.js';
import fixture from '../../fixtures/mailru-stream-get.json?raw';
import { pageFaults } from '../../helpers/model-shape.js';
import { readAnswer, readBetween } from '../../helpers/mailru-answers.js';

const read = (raw: object) => {
  const { event, warnings } = readBetween({ id: 'e1', ...raw });
  if (!event) throw new Error('The event was left out.');
  return { ...event, warnings };
};

const attachment = (raw: object): Attachment | undefined => read({ attachments: [raw] }).attachments[0];

describe("the seed's own answer", () => {
  const page = readAnswer(fixture);

  it('is read without a warning and is asked on from its last event', () => {
    expect(page.warnings).toEqual([]);
    expect(page.skip).toBe('081b0000ab375802');
    expect(pageFaults(page)).toEqual([]);
  });

  it('has a like around the event that was liked', () => {
    expect(page.events[0]).toEqual({
      id: '0d1b0000ab375802',
      kind: 'like',
      authors: [
        {
          id: '13286884017948812920',
          name: 'Готлиб 1',
          nick: 'Готлиб 1',
          firstName: 'Готлиб',
          lastName: '1',
          url: 'http://my.rapira9.mail.ru/mail/gotlib00001/',
          avatar: 'https://avt.appsmail.ru/mail/gotlib00001/_avatar',
          picture: 'https://avt.appsmail.ru/mail/gotlib00001/_avatarbig',
          online: false,
          sex: 'male',
          birthday: '1990-06-12',
        },
      ],
      authorCount: 1,
      attachments: [],
      subevents: [
        expect.objectContaining({
          id: '36180000cc62480a',
          kind: 'event',
          type: '5-26',
          verb: 'share',
          time: new Date(1282140800_000),
          attachments: [{ kind: 'link', title: 'killerfeature.com', url: 'https://killerfeature.com/' }],
        }),
      ],
      subeventCount: 1,
      thread: {
        id: '733f55041b7dc5fdaf8ba40102000000',
        likes: [],
        likeCount: 0,
        liked: false,
        comments: [],
        commentCount: 0,
        likeable: true,
        commentable: true,
      },
      actionLinks: [],
    });
  });

  it('has a shared link with its title', () => {
    expect(page.events[1]).toMatchObject({
      kind: 'event',
      verb: 'share',
      title: 'Special Non-existent Test Url',
      time: new Date(1282244418_000),
      attachments: [
        { kind: 'link', title: 'ThisIsSpecialTestUrl.com', url: 'http://thisisspecialtesturl.com/' },
      ],
      thread: { id: '733f55041b7dc5fdaf8ba40102000001' },
    });
  });
});

describe('an event', () => {
  it('shows what the user wrote, the description and the app that made it', () => {
    expect(
      read({
        time: '1282244418',
        user_text: 'Look\r\nhere',
        description: 'A site',
        click_url: 'https://my.mail.ru/event/1',
        generator: {
          app_id: 520706,
          icon: 'http://appsmail.ru/icons/520706.gif',
          url: 'http://my.mail.ru/cgi-bin/my/app-canvas?appid=520706',
          title: 'Дай краба другу в гостевую :)',
          type: 'application',
        },
        action_links: [
          { url: 'http://example.com/test', text: 'test' },
          { href: 'https://www.example.com/more' },
          { text: 'nowhere' },
        ],
      }),
    ).toMatchObject({
      time: new Date(1282244418_000),
      text: 'Look\nhere',
      description: 'A site',
      url: 'https://my.mail.ru/event/1',
      generator: {
        id: '520706',
        icon: 'https://appsmail.ru/icons/520706.gif',
        url: 'http://my.mail.ru/cgi-bin/my/app-canvas?appid=520706',
        title: 'Дай краба другу в гостевую :)',
      },
      actionLinks: [
        { text: 'test', url: 'http://example.com/test' },
        { text: 'example.com', url: 'https://www.example.com/more' },
      ],
    });
  });

  it('names its verb by type code, and none that it does not know', () => {
    expect(read({ type: '1-1' }).verb).toBe('photo_upload');
    expect(read({ type: '5-20' }).verb).toBe('join');
    for (const type of ['5-999', 'constructor', '']) expect(read({ type }).verb).toBeUndefined();
    expect(read({}).verb).toBeUndefined();
  });

  it('takes in the words of text_media, each once, and shows the rest as attachments', () => {
    const text_media = [
      { object: 'text', content: 'First' },
      { object: 'image', src: 'https://img.example/1.png' },
      { object: 'text', content: 'second' },
    ];
    const attachments = [{ kind: 'image', src: 'https://img.example/1.png' }];
    expect(read({ text_media: [{ object: 'text', text: 'So' }] }).text).toBe('So');
    for (const user_text of ['', 'First']) {
      const event = read({ text_media, user_text });
      expect(event.text).toBe('First\nsecond');
      expect(event.attachments).toEqual(attachments);
    }
  });

  it('cuts the words of text_media together, not each by itself', () => {
    const part = (letter: string) => ({ object: 'text', content: letter.repeat(15_000) });
    const { text, attachments } = read({ text_media: [part('a'), part('b')] });
    expect(text).toBe(`${'a'.repeat(15_000)}\n${'b'.repeat(4_999)}`);
    expect(attachments).toEqual([]);
  });

  it.each([
    ['on top', { author: { uid: '7' }, text: 'Nice' }],
    ['inside', { comment: { id: 'c1', author: { uid: '7' }, text: 'Nice', is_deleted: 0 } }],
  ])('that is a comment says so, with its author and text %s', (_place, shape) => {
    const subevent = { id: 's1', title: 'Liked', authors: [{ uid: '8' }] };
    expect(read({ subtype: 'comment', subevent, ...shape })).toMatchObject({
      kind: 'comment',
      text: 'Nice',
      authors: [{ id: '7' }],
      subevents: [{ id: 's1', title: 'Liked', authors: [{ id: '8' }] }],
      subeventCount: 1,
    });
  });

  it('takes in the words of a comment that has them only in its text_media', () => {
    const said = { id: 'c1', text_media: [{ object: 'text', content: 'hey' }], author: { uid: '2' } };
    expect(read({ subtype: 'comment', comment: said }).text).toBe('hey');
    expect(read({ subtype: 'comment', comment: { ...said, is_deleted: 1 } }).text).toBeUndefined();
  });

  it('says when it has more attachments than are kept', () => {
    const links = Array.from({ length: 60 }, (_, n) => ({
      object: 'link',
      url: `https://a.test/${String(n)}`,
    }));
    const { attachments, warnings } = read({ attachments: links });
    expect(attachments).toHaveLength(50);
    expect(warnings).toEqual([{ path: '[1].attachments', code: 'too-many' }]);
  });

  it('does not show the text of a comment that was deleted', () => {
    const comment = { id: 'c1', text: 'Gone', is_deleted: 1, time: 1282244418 };
    expect(read({ subtype: 'comment', comment })).toMatchObject({ time: new Date(1282244418_000) });
    expect(read({ subtype: 'comment', comment }).text).toBeUndefined();
    expect(read({ thread_id: 't1', comments: [comment] }).thread?.comments).toEqual([]);
  });

  it('without a thread_id cannot be liked or commented on, but shows the likes and comments it has', () => {
    const likes = [{ uid: '1', nick: 'Lev' }];
    const comments = [{ id: 'c1', text: 'Hi' }];
    const locked = { likeable: false, commentable: false };
    expect(read({ likes, is_likeable: 1 }).thread).toMatchObject({ likeCount: 1, ...locked });
    expect(read({ comments, is_commentable: 1 }).thread).toMatchObject({ commentCount: 1, ...locked });
    const { subevents } = read({ subtype: 'like', subevent: { id: 's1', likes, comments } });
    expect(subevents[0]?.thread).toMatchObject({ likes: [{ name: 'Lev' }], comments: [{ text: 'Hi' }] });
    expect(read({ likes: [], comments: [] }).thread).toBeUndefined();
  });

  it('has its subevent also as a list, and none in an empty one', () => {
    const { subevents, warnings } = read({ subtype: 'like', subevent: [{ id: 's1', title: 'Liked' }] });
    expect(subevents).toMatchObject([{ id: 's1', title: 'Liked' }]);
    expect(warnings).toEqual([]);
    expect(read({ subtype: 'like', subevent: [] })).toMatchObject({ subevents: [], warnings: [] });
  });

  it('has a thread with a thread_id, and counts at least what it lists', () => {
    const likes = [{ uid: '1' }, { uid: '2' }, { uid: '1' }];
    const comments = [
      { id: 'c1', text: 'Hi', time: 1283786961, author: { uid: '3', nick: 'Lev' } },
      { id: 'c1', text: 'Hi again' },
    ];
    expect(read({}).thread).toBeUndefined();
    expect(read({ thread_id: 't1', likes, comments, likes_count: 1 }).thread).toEqual({
      id: 't1',
      likes: [{ id: '1' }, { id: '2' }],
      likeCount: 2,
      liked: false,
      comments: [
        {
          id: 'c1',
          text: 'Hi',
          time: new Date(1283786961_000),
          author: { id: '3', name: 'Lev', nick: 'Lev' },
        },
      ],
      commentCount: 1,
      likeable: true,
      commentable: true,
    });
    expect(
      read({ thread_id: 't1', likes_count: '12', comments_count: 5, is_liked_by_me: 1, is_likeable: 0 })
        .thread,
    ).toMatchObject({ likeCount: 12, commentCount: 5, liked: true, likeable: false, commentable: true });
  });
});

describe('a user', () => {
  const user = (raw: object) => read({ authors: [{ uid: '1', ...raw }] }).authors[0];

  it('is read in full', () => {
    expect(
      user({
        first_name: 'Евгений',
        last_name: 'Маслов',
        nick: 'maslov',
        sex: 1,
        birthday: '15.02.1980',
        has_pic: 1,
        pic_50: 'http://avt.appsmail.ru/mail/emaslov/_avatar50',
        pic_190: 'http://avt.appsmail.ru/mail/emaslov/_avatar190',
        link: 'http://my.mail.ru/mail/emaslov/',
        is_online: '1',
        is_verified: 1,
        location: {
          country: { name: 'Россия', id: '24' },
          city: { name: 'Москва', id: '25' },
          region: { name: 'Москва', id: '999999' },
        },
      }),
    ).toEqual({
      id: '1',
      name: 'maslov',
      nick: 'maslov',
      firstName: 'Евгений',
      lastName: 'Маслов',
      url: 'http://my.mail.ru/mail/emaslov/',
      avatar: 'https://avt.appsmail.ru/mail/emaslov/_avatar50',
      picture: 'https://avt.appsmail.ru/mail/emaslov/_avatar190',
      online: true,
      verified: true,
      sex: 'female',
      birthday: '1980-02-15',
      location: 'Москва, Россия',
    });
  });

  it('without a nick has the full name, and without any name none', () => {
    expect(user({ first_name: 'Anna', last_name: 'K.', nick: '' })?.name).toBe('Anna K.');
    expect(user({ last_name: 'K.' })?.name).toBe('K.');
    expect(user({ nick: '\u202e\u200b' })).toEqual({ id: '1' });
  });

  it.each('pic pic_small pic_big pic_22 pic_32 pic_40 pic_50 pic_128 pic_180 pic_190'.split(' '))(
    'has a face also where %s is the only picture',
    (key) => {
      expect(user({ [key]: 'https://a.test/p' })).toMatchObject({ avatar: 'https://a.test/p' });
    },
  );

  it('who has no picture gets none, whatever the addresses say', () => {
    const pic = 'https://avt.appsmail.ru/mail/x/_avatar';
    expect(user({ has_pic: 0, pic, pic_big: pic })).toEqual({ id: '1' });
    expect(user({ pic })).toEqual({ id: '1', avatar: pic, picture: pic });
  });

  it.each(['14.03', '1980-03-14', '00.00.0000', '14.13.1975', 'x'])(
    'has no birthday without a date: %s',
    (birthday) => {
      expect(user({ birthday })).toEqual({ id: '1' });
    },
  );

  it('without a uid is left out, and one who is there twice is shown once', () => {
    const { authors, authorCount, warnings } = read({ authors: [{ uid: '1' }, { nick: 'x' }, { uid: 1 }] });
    expect({ authors, authorCount }).toEqual({ authors: [{ id: '1' }], authorCount: 1 });
    expect(warnings).toEqual([
      { path: '[1].authors[1].uid', code: 'bad-id' },
      { path: '[1].authors[2].uid', code: 'duplicate' },
    ]);
  });
});

describe('an attachment', () => {
  const img = 'https://img.example/';

  it.each<[string, object, object]>([
    [
      'link',
      { object: 'link', text: 'A site', url: 'site.example/a?b=1&c=2' },
      { kind: 'link', title: 'A site', url: 'https://site.example/a?b=1&c=2' },
    ],
    [
      'link with its fields in content',
      { object: 'link', content: { 'type-id': 'text', contents: 'A site' } },
      { kind: 'unknown', type: 'link', title: 'A site' },
    ],
    [
      'image with its scaled picture and sizes as strings',
      { object: 'image', src: `${img}big.png`, resized_src: `${img}s.png`, width: '120', height: '90' },
      { kind: 'image', src: `${img}s.png`, fullSrc: `${img}big.png`, width: 120, height: 90 },
    ],
    [
      'image with no more than an address',
      { object: 'image', src: `${img}a.png`, click_url: 'https://my.mail.ru/photo' },
      { kind: 'image', src: `${img}a.png`, url: 'https://my.mail.ru/photo' },
    ],
    [
      'image with half a size',
      { object: 'image', src: `${img}a.png`, width: 5, height: 0 },
      { kind: 'image', src: `${img}a.png` },
    ],
    [
      'avatar',
      {
        object: 'avatar',
        new: { src: `${img}s.png`, src_hires: `${img}h.png`, desc: 'Me', width: 9, height: 8 },
      },
      { kind: 'image', src: `${img}s.png`, fullSrc: `${img}h.png`, alt: 'Me', width: 9, height: 8 },
    ],
    [
      'video with a player that may be framed',
      {
        object: 'video',
        title: 'Clip',
        desc: 'Long',
        src: `${img}p.png`,
        width: 160,
        height: 120,
        click_url: 'https://my.mail.ru/video/1',
        player: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
        player_width: 640,
        player_height: '360',
        duration: 95,
      },
      {
        kind: 'video',
        title: 'Clip',
        description: 'Long',
        poster: `${img}p.png`,
        width: 160,
        height: 120,
        url: 'https://my.mail.ru/video/1',
        player: {
          type: 'frame',
          src: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
          width: 640,
          height: 360,
        },
        duration: 95,
      },
    ],
    [
      'video whose player can only be opened',
      { object: 'video', player: 'https://player.example/1' },
      { kind: 'video', url: 'https://player.example/1' },
    ],
    [
      'audio with a sound',
      {
        object: 'audio',
        mid: '1a2b3c',
        title: 'Song',
        artist: 'Artist',
        duration: 215,
        link: 'http://music.example/a.mp3',
      },
      {
        kind: 'audio',
        id: '1a2b3c',
        title: 'Song',
        artist: 'Artist',
        duration: 215,
        src: 'https://music.example/a.mp3',
      },
    ],
    [
      'audio with a page',
      { object: 'audio', title: 'Song', link: 'http://my.mail.ru/music/1', file_url: 'http://f.example/1' },
      { kind: 'audio', title: 'Song', src: 'https://f.example/1', url: 'http://my.mail.ru/music/1' },
    ],
    [
      'music, as audio is called later',
      {
        object: 'music',
        name: 'Song',
        author: 'Artist',
        file_url: 'https://f.example/1',
        click_url: 'https://my.mail.ru/m',
      },
      {
        kind: 'audio',
        title: 'Song',
        artist: 'Artist',
        src: 'https://f.example/1',
        url: 'https://my.mail.ru/m',
      },
    ],
    [
      'user',
      { object: 'user', uid: '5', nick: 'Lev' },
      { kind: 'user', user: { id: '5', name: 'Lev', nick: 'Lev' } },
    ],
    ['group', { object: 'group', content: { uid: '6' } }, { kind: 'user', user: { id: '6' } }],
    [
      'gift, which is not known',
      { object: 'gift', content: { text: 'For you', click_url: 'https://my.mail.ru/gift' } },
      { kind: 'unknown', type: 'gift', title: 'For you', url: 'https://my.mail.ru/gift' },
    ],
    ['hologram, which is not known', { object: 'hologram' }, { kind: 'unknown', type: 'hologram' }],
    [
      'link to nowhere',
      { object: 'link', text: 'Click', url: 'javascript:alert(1)' },
      { kind: 'unknown', type: 'link', title: 'Click' },
    ],
    [
      'image that may not be loaded',
      { object: 'image', src: 'http://10.0.0.1/a.png', click_url: 'https://my.mail.ru/photo' },
      { kind: 'unknown', type: 'image', url: 'https://my.mail.ru/photo' },
    ],
  ])('of kind %s', (_name, raw, want) => {
    expect(attachment(raw)).toEqual(want);
  });

  it('that leaves nothing to show is left out with a warning', () => {
    const empty = ['link', 'image', 'avatar', 'video', 'audio', 'user'].map((object) => ({ object }));
    const { attachments, warnings } = read({ attachments: [...empty, {}, 'x', 7, { object: 'tag' }] });
    expect(attachments).toEqual([{ kind: 'unknown', type: 'tag' }]);
    for (let index = 0; index < 9; index++) {
      expect(warnings).toContainEqual({ path: `[1].attachments[${index}]`, code: 'bad-type' });
    }
  });
});
