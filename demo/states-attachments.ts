import type { ImageAttachment, VideoAttachment } from '../src/model/event.js';
import { audioUrl, brokenUrl, clipUrl, type Scene } from './sandbox/media/media-urls.js';
import { address, anna, attachment, card, media, photo, type Section } from './states-sample.js';

const SCENES: readonly Scene[] = [
  'mountains',
  'forest',
  'city',
  'field',
  'night',
  'track',
  'cup',
  'sea',
  'abstract',
];

const image = (scene: Scene, width: number, height: number): ImageAttachment => ({
  kind: 'image',
  src: photo(scene, `states-${width}`, width, height),
  width,
  height,
  alt: scene,
});

const images = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    image(SCENES[i % SCENES.length] ?? 'sea', 600, i % 3 === 2 ? 800 : 400),
  );

const { width: _width, height: _height, ...unsized } = image('city', 1280, 960);

const pictures: Section = {
  id: 'pictures',
  title: 'Pictures',
  samples: [
    attachment('One', image('mountains', 600, 400)),
    attachment('Two', ...images(2)),
    attachment('Three', ...images(3)),
    attachment('Nine: the rest expands', ...images(9)),
    attachment('Tall: cropped to 3:4', image('forest', 500, 1200)),
    attachment('Panorama: cropped to 2:1', image('track', 1500, 500)),
    attachment('Small: never enlarged', image('cup', 220, 160)),
    attachment('Unknown size: space is reserved', unsized),
    attachment('With a link', { ...image('night', 600, 400), url: address('https://photos.example/42') }),
    attachment('Broken', { kind: 'image', src: media(brokenUrl), width: 600, height: 400 }),
    attachment('Two, one broken', image('field', 600, 600), {
      kind: 'image',
      src: media(brokenUrl),
      width: 600,
      height: 400,
    }),
  ],
};

const film: VideoAttachment = {
  kind: 'video',
  title: 'Swifts over the yard',
  description: 'Slowed down four times. Listen with the sound on.',
  poster: photo('field', 'states-film', 640, 360),
  width: 640,
  height: 360,
  duration: 215,
};
const page = address('https://video.example/watch/1');

const playing: Section = {
  id: 'playing',
  title: 'Video and audio',
  samples: [
    attachment('Video: a file', { ...film, player: { type: 'file', src: media(clipUrl) } }),
    attachment('Video: a frame that loads on request', {
      ...film,
      url: page,
      player: { type: 'frame', src: media('https://player.vimeo.com/video/76979871?dnt=1') },
    }),
    attachment('Video: only its page', { ...film, url: page }),
    attachment('Video: no poster, no title', {
      kind: 'video',
      duration: 3671,
      player: { type: 'file', src: media(clipUrl) },
    }),
    attachment('Video: nothing to play', {
      kind: 'video',
      title: 'It was taken down',
      poster: film.poster ?? page,
    }),
    attachment('Audio', {
      kind: 'audio',
      title: 'Slow Weather',
      artist: 'The Harbour Band',
      duration: 215,
      src: media(audioUrl('states')),
    }),
    attachment('Audio: only its page', {
      kind: 'audio',
      title: 'Гимнопедия № 1',
      artist: 'Эрик Сати',
      duration: 203,
      url: address('https://music.example/1'),
    }),
    attachment('Audio: an unplayable file', {
      kind: 'audio',
      title: 'Lost tape',
      src: media(brokenUrl),
    }),
  ],
};

const link = { kind: 'link', url: address('https://killerfeature.com/feeds') } as const;

const others: Section = {
  id: 'links',
  title: 'Links, people and other kinds',
  samples: [
    attachment('Link', { ...link, title: 'Designing feeds that stay still while you read them' }),
    attachment('Link: picture and description', {
      ...link,
      title:
        'Designing feeds that stay still while you read them, and what we learned from a year without jumps',
      description: 'New things wait behind a button until you ask.',
      image: photo('abstract', 'states-link', 200, 200),
    }),
    attachment('Link: URL only', link),
    attachment('Link: the real host is shown', {
      kind: 'link',
      url: address('https://xn--80ak6aa92e.com/login'),
      title: 'www.apple.com',
    }),
    attachment('Person', { kind: 'user', user: anna }),
    attachment('Unknown kind', { kind: 'unknown', type: 'gift', title: 'С днём рождения!' }),
    attachment('Unknown kind, with a link', {
      kind: 'unknown',
      type: 'group',
      title: 'Бегущий город',
      url: address('https://run.example'),
    }),
    attachment('Unknown kind, nothing known', { kind: 'unknown' }),
    card('Everything at once', {
      verb: 'post',
      title: 'Sunday',
      text: 'One of each.',
      attachments: [
        { ...link, title: 'Where we walked' },
        ...images(4),
        { ...film, player: { type: 'file', src: media(clipUrl) } },
        { kind: 'audio', title: 'Slow Weather', artist: 'The Harbour Band', src: media(audioUrl('states')) },
        { kind: 'user', user: anna },
      ],
    }),
  ],
};

export const attachmentSections: readonly Section[] = [pictures, playing, others];
