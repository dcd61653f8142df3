import { describe, expect, it } from 'vitest';
import enriched from '../../fixtures/getstream-enriched.json?raw';
import flat from '../../fixtures/getstream-flat.json?raw';
import { pageFaults } from '../../helpers/model-shape.js';
import { readAnswer, readOne } from './getstream-answers.js';

describe('a flat feed', () => {
  const page = readAnswer(flat, 3);

  it('is read without a warning, and is asked on from where the answer says', () => {
    expect(page.warnings).toEqual([]);
    expect(pageFaults(page)).toEqual([]);
    expect(page.skip).toBe('id_lt=3f2f6f00-e7c0-11e8-8080-80005d6e7f80');
    expect(page.newest).toBe('9b5b3540-e825-11e8-8080-800016ff21e4');
    expect([page.unread, page.unseen]).toEqual([undefined, undefined]);
  });

  it('has the words of an object as the text of an activity that has no other', () => {
    expect(page.events[0]).toEqual({
      id: '9b5b3540-e825-11e8-8080-800016ff21e4',
      kind: 'event',
      type: 'tweet',
      verb: 'tweet',
      time: new Date('2018-11-14T15:54:45.268Z'),
      authors: [{ id: 'eric', name: 'eric' }],
      authorCount: 1,
      text: 'Hello world 3',
      attachments: [],
      subevents: [],
      subeventCount: 0,
      actionLinks: [],
      custom: { foreign_id: '1E42DEB6-7F35-4EBC-9F0A-7D0A5C4B8B1A' },
    });
  });

  it('has the fields that apps write by custom, each address once', () => {
    expect(page.events[1]).toEqual({
      id: '7c1f0c80-e7f0-11e8-8080-80000a1b2c3d',
      kind: 'event',
      type: 'post',
      verb: 'post',
      object: { id: 'post:7' },
      target: { id: 'river', title: 'river' },
      time: new Date('2018-11-14T09:34:30.600Z'),
      authors: [{ id: '42' }],
      authorCount: 1,
      text: 'Back from the river',
      attachments: [
        { kind: 'image', src: 'https://img.example/1.jpg' },
        { kind: 'image', src: 'https://img.example/2.jpg' },
        {
          kind: 'link',
          url: 'https://pages.example/rivers',
          title: 'Rivers of the north',
          description: 'A journey by boat',
          image: 'https://img.example/rivers.jpg',
        },
        { kind: 'link', url: 'https://files.example/map.pdf', title: 'Map.pdf' },
        { kind: 'audio', src: 'https://files.example/song.mp3', title: 'Song' },
        {
          kind: 'video',
          title: 'Trip',
          url: 'https://files.example/trip.mp4',
          player: { type: 'file', src: 'https://files.example/trip.mp4' },
        },
      ],
      subevents: [],
      subeventCount: 0,
      actionLinks: [],
      custom: { foreign_id: 'post:7', location: 'Arkhangelsk', popularity: '5', public: 'true' },
    });
  });

  it('has plain ids, which are nothing to read', () => {
    expect(page.events[2]).toMatchObject({ authors: [{ id: '1' }], object: { id: '3' }, verb: 'like' });
    expect(page.events[2]?.object?.title).toBeUndefined();
    expect(page.events[2]?.target).toBeUndefined();
  });
});

describe('an enriched feed', () => {
  const page = readAnswer(enriched, 2);

  it('is read without a warning', () => {
    expect(page.warnings).toEqual([]);
    expect(pageFaults(page)).toEqual([]);
    expect(page.skip).toBe('id_lt=7c1f0c80-e7f0-11e8-8080-80000a1b2c3d');
  });

  it('has users, objects and reactions in full', () => {
    expect(page.events[0]).toEqual({
      id: '9b5b3540-e825-11e8-8080-800016ff21e4',
      kind: 'event',
      type: 'eat',
      verb: 'eat',
      object: { id: 'burger', title: 'Burger', url: 'https://food.example/burger' },
      target: { id: 'window' },
      time: new Date('2018-11-14T15:54:45.268Z'),
      authors: [
        {
          id: 'eric',
          name: 'Eric Lind',
          avatar: 'https://img.example/eric.jpg',
          url: 'https://people.example/eric',
        },
      ],
      authorCount: 1,
      attachments: [],
      subevents: [],
      subeventCount: 0,
      thread: {
        id: '9b5b3540-e825-11e8-8080-800016ff21e4',
        likes: [{ id: 'vera', name: 'Vera', avatar: 'https://img.example/vera.jpg' }],
        likeCount: 7,
        liked: true,
        likeId: 'a0d19182-1111-4222-8333-944455566677',
        comments: [
          {
            id: 'b1e0a293-1111-4222-8333-944455566677',
            author: { id: 'boris', name: 'boris' },
            text: 'Looks good',
            time: new Date('2018-11-14T16:00:00Z'),
          },
          {
            id: 'c2f0b3a4-1111-4222-8333-944455566677',
            author: { id: 'anna', name: 'Anna' },
            text: 'And the sauce?',
            time: new Date('2018-11-14T17:00:00Z'),
          },
        ],
        commentCount: 2,
        likeable: true,
        commentable: true,
      },
      actionLinks: [],
    });
  });

  it('has nothing to read in place of what was deleted, and the words of activities and reactions', () => {
    expect(page.events[1]).toMatchObject({
      authors: [{ id: 'ghost' }],
      object: { id: '1a2b3c40-e7f0-11e8-8080-80000a1b2c3d', title: 'The first burger' },
      target: { id: 'd3a1c4b5-1111-4222-8333-944455566677', title: 'A comment' },
      thread: { likeCount: 0, liked: false, likes: [], commentCount: 0, comments: [] },
    });
    expect(page.events[1]?.authors[0]?.name).toBeUndefined();
    expect(page.events[0]?.target?.title).toBeUndefined();
    expect(page.events[1]?.text).toBeUndefined();
  });
});

describe('a reference', () => {
  const object = (value: unknown) => readOne({ message: 'Hi', object: value }).object;
  const actor = (value: unknown) => readOne({ actor: value }).authors[0];

  it.each([
    ['tweet:1', { id: 'tweet:1' }],
    ['SO:food:burger', { id: 'burger', title: 'burger' }],
    ['food:burger', { id: 'food:burger', title: 'burger' }],
    ['SA:9b5b3540-e825-11e8-8080-800016ff21e4', { id: '9b5b3540-e825-11e8-8080-800016ff21e4' }],
    ['SR:d3a1c4b5-1111-4222-8333-944455566677', { id: 'd3a1c4b5-1111-4222-8333-944455566677' }],
    ['507f1f77bcf86cd799439011', { id: '507f1f77bcf86cd799439011' }],
    ['avatar', { id: 'avatar', title: 'avatar' }],
    [12, { id: '12' }],
    ['A walk by the sea', { title: 'A walk by the sea' }],
    ['', undefined],
    [null, undefined],
  ])('as an object: %s', (value, thing) => {
    expect(object(value)).toEqual(thing);
  });

  it.each([
    ['SU:anna82', { id: 'anna82', name: 'anna82' }],
    ['user:scott_pilgrim', { id: 'user:scott_pilgrim', name: 'scott_pilgrim' }],
    ['Scott Pilgrim', { id: 'Scott Pilgrim', name: 'Scott Pilgrim' }],
    ['Вера', { id: 'Вера', name: 'Вера' }],
    ['user-000123', { id: 'user-000123' }],
    ['SO:page:makers', { id: 'makers', name: 'makers' }],
    [1, { id: '1' }],
    [
      { id: 'eric', data: { username: 'e.lind', image: 'https://img.example/e.png' } },
      expect.objectContaining({ name: 'e.lind', avatar: 'https://img.example/e.png' }),
    ],
    [
      { id: 'eric', name: 'Eric' },
      { id: 'eric', name: 'Eric' },
    ],
    ['', undefined],
    [null, undefined],
  ])('as an actor: %s', (value, author) => {
    expect(actor(value)).toEqual(author);
  });

  it('shows no character that deceives the eye', () => {
    expect(actor('eric\u202ecire')).toEqual({ id: 'eric\u202ecire' });
    expect(actor('\u3164\u3164')?.name).toBeUndefined();
  });
});

describe('an activity', () => {
  it.each(['message', 'text', 'content'])('has its text in %s, and then an object too', (field) => {
    expect(readOne({ object: 'A question', [field]: 'And some words' })).toMatchObject({
      text: 'And some words',
      object: { title: 'A question' },
    });
  });

  it.each(['2018-11-14T15:54:45.268000', '2018-11-14T15:54:45.268', '2018-11-14T15:54:45.268Z'])(
    'happened at UTC, with and without Z: %s',
    (time) => {
      expect(readOne({ time }).time).toEqual(new Date('2018-11-14T15:54:45.268Z'));
    },
  );

  it('has a title and a description where the app writes them', () => {
    expect(readOne({ title: 'T', description: 'D' })).toMatchObject({ title: 'T', description: 'D' });
  });

  it('has a verb that is fit to be read', () => {
    expect(readOne({ verb: ' pin\u200b to ' }).verb).toBe('pin to');
  });

  it.each(['reaction_counts', 'own_reactions', 'latest_reactions'])(
    'can be liked and commented on where the answer has %s',
    (field) => {
      expect(readOne({ [field]: {} }).thread).toMatchObject({ id: 'x', likeable: true, commentable: true });
      expect(readOne({}).thread).toBeUndefined();
    },
  );
});

describe('fields of the app', () => {
  it('are text, cut and at most 32', () => {
    const fields = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`f${index}`, index]));
    const { custom } = readOne({ mood: ' a\u0000\u202eb ', empty: ' ', list: [1], nothing: null, ...fields });
    expect(custom).toMatchObject({ mood: 'ab', f0: '0', f29: '29' });
    expect(Object.keys(custom ?? {})).toHaveLength(31);
    expect(readOne({ long: 'x'.repeat(30_000) }).custom?.['long']).toHaveLength(20_000);
  });

  it('are none of the fields that are shown or the API’s own', () => {
    const own = { origin: 'b', to: 'c', group: 'd', time: 'e', message: 'f', link: 'g' };
    expect(readOne(own).custom).toBeUndefined();
  });

  it('have the foreign_id among them, which the app gave', () => {
    expect(readOne({ foreign_id: 'tweet:1' }).custom).toEqual({ foreign_id: 'tweet:1' });
    for (const foreign_id of ['', null]) expect(readOne({ foreign_id }).custom).toBeUndefined();
  });

  it('with the name of something in every object are fields like others', () => {
    const { events } = readAnswer('{"results":[{"id":"x","__proto__":"p","constructor":"c"}]}');
    expect(Object.entries(events[0]?.custom ?? {})).toEqual([
      ['__proto__', 'p'],
      ['constructor', 'c'],
    ]);
  });
});

describe('attachments', () => {
  const attachments = (raw: object) => readOne(raw).attachments;

  it('are images as addresses and as records', () => {
    const images = ['http://img.example/1.png', { url: 'https://img.example/2.png', alt: 'Two' }];
    expect(attachments({ attachments: { images } })).toEqual([
      { kind: 'image', src: 'https://img.example/1.png' },
      { kind: 'image', src: 'https://img.example/2.png', alt: 'Two' },
    ]);
    expect(attachments({ image: { url: 'https://img.example/3.png' } })).toHaveLength(1);
    expect(attachments({ attachments: { images: 'https://img.example/4.png' } })).toHaveLength(1);
  });

  it('are a player where a page has a video that can be played', () => {
    const og = {
      title: 'V',
      url: 'https://pages.example/v',
      images: [{ image: 'https://img.example/v.jpg' }],
    };
    const videos = [{ video: 'https://files.example/v.webm', type: 'video/webm' }];
    expect(attachments({ attachments: { og: { ...og, videos } } })).toEqual([
      {
        kind: 'video',
        title: 'V',
        url: 'https://pages.example/v',
        poster: 'https://img.example/v.jpg',
        player: { type: 'file', src: 'https://files.example/v.webm' },
      },
    ]);
    expect(attachments({ attachments: { og: { url: 'https://youtu.be/dQw4w9WgXcQ' } } })).toMatchObject([
      { kind: 'video', player: { type: 'frame' } },
    ]);
    expect(
      attachments({ attachments: { og: { ...og, videos: [{ video: 'https://pages.example/embed' }] } } }),
    ).toMatchObject([{ kind: 'link' }]);
  });

  it('are a link where a sound or a video may not be loaded', () => {
    const url = 'https://10.0.0.1/song.mp3';
    expect(attachments({ attachments: { files: [{ url, mimeType: 'audio/mpeg' }] } })).toEqual([
      { kind: 'link', url },
    ]);
  });

  it('are link and url', () => {
    expect(attachments({ link: 'https://a.example/', url: 'https://b.example/' })).toEqual([
      { kind: 'link', url: 'https://a.example/' },
      { kind: 'link', url: 'https://b.example/' },
    ]);
  });

  it('that lead nowhere are left out and told of, the others stay', () => {
    const raw = {
      attachments: { images: ['javascript:alert(1)', 'https://img.example/1.png'], og: {}, files: [7] },
    };
    const { attachments: left, warnings } = readOne(raw);
    expect(left).toEqual([{ kind: 'image', src: 'https://img.example/1.png' }]);
    expect(warnings.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'results[0].attachments.images[0].url bad-url',
      'results[0].attachments.images[0] bad-type',
      'results[0].attachments.og[0] bad-type',
      'results[0].attachments.files[0] bad-type',
    ]);
  });

  it('are 50 at most', () => {
    const images = Array.from({ length: 90 }, (_, index) => `https://img.example/${index}.png`);
    const { attachments: left, warnings } = readOne({ attachments: { images } });
    expect(left).toHaveLength(50);
    expect(warnings).toEqual([{ path: 'results[0].attachments', code: 'too-many' }]);
  });
});

describe('an object that is only a string', () => {
  it.each(['Hello!', 'Привет!', '你好世界！', 'C++', '50%', 'https://a.example/x', 'two words'])(
    'is something that was said: %s',
    (object) => {
      expect(readOne({ object })).toMatchObject({ text: object });
      expect(readOne({ object }).object).toBeUndefined();
    },
  );

  it.each([
    'tweet:1',
    'SO:food:burger',
    'SA:e561de8f',
    '17',
    'burger',
    'e561de8f-00f1-11e4-b400-0cc47a024be0',
  ])('is a reference: %s', (object) => {
    expect(readOne({ object }).text).toBeUndefined();
    expect(readOne({ object }).object?.id).toBeDefined();
  });
});
