import type {
  ActionLink,
  Attachment,
  AudioAttachment,
  Author,
  Comment,
  FeedEvent,
  ImageAttachment,
  LinkAttachment,
  Page,
  Thread,
  VideoAttachment,
} from '../../src/model/event.js';
import type { SafeUrl } from '../../src/model/safe-url.js';
import type { FeedSource, PageRequest } from '../../src/sources/source.js';

/** What a test says is safe. Hosts end in `.example` or `.invalid`, so that nothing is ever there. */
export const url = (address: string) => address as SafeUrl;

/** A picture of this size that needs no network. */
export const drawing = (width: number, height: number) =>
  url(
    `data:image/svg+xml,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="teal"/></svg>`,
    )}`,
  );

/** A picture that cannot be shown. */
export const brokenPicture = url('data:image/png;base64,AAAA');

/** A tenth of a second of silence times `tenths`, as a WAV file. */
export function silence(tenths = 1): SafeUrl {
  const size = 800 * tenths;
  const bytes = new Uint8Array(44 + size).fill(128, 44);
  const view = new DataView(bytes.buffer);
  const word = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++) view.setUint8(at + index, text.charCodeAt(index));
  };
  word(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  word(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, 8000, true);
  view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  word(36, 'data');
  view.setUint32(40, size, true);
  return url(`data:audio/wav;base64,${btoa(String.fromCharCode(...bytes))}`);
}

export function makeAuthor(name: string, fields: Partial<Author> = {}): Author {
  return {
    id: `author ${name}`,
    name,
    url: url(`https://people.example/${encodeURIComponent(name)}`),
    ...fields,
  };
}

/** `makeAuthors(3)`: Ann 1, Ann 2, Ann 3. */
export const makeAuthors = (count: number, name = 'Ann'): Author[] =>
  Array.from({ length: count }, (_, index) => makeAuthor(`${name} ${index + 1}`));

export function makeEvent(id: string, fields: Partial<FeedEvent> = {}): FeedEvent {
  const authors = fields.authors ?? [makeAuthor('Ann Lee')];
  const subevents = fields.subevents ?? [];
  return {
    id,
    kind: 'event',
    verb: 'post',
    time: new Date('2024-05-04T10:00:00Z'),
    title: `Title ${id}`,
    authors,
    authorCount: authors.length,
    attachments: [],
    subevents,
    subeventCount: subevents.length,
    actionLinks: [],
    ...fields,
  };
}

export function makeThread(fields: Partial<Thread> = {}): Thread {
  const { likes = [], comments = [] } = fields;
  return {
    id: 'thread',
    likes,
    likeCount: likes.length,
    liked: false,
    comments,
    commentCount: comments.length,
    likeable: true,
    commentable: true,
    ...fields,
  };
}

export const makeComments = (count: number): Comment[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `comment ${index + 1}`,
    author: makeAuthor(`Friend ${index + 1}`),
    text: `Comment number ${index + 1}`,
    time: new Date('2024-05-04T11:00:00Z'),
  }));

export const makeLink = (fields: Partial<LinkAttachment> = {}): LinkAttachment => ({
  kind: 'link',
  url: url('https://www.news.example/story?a=1'),
  title: 'A story',
  description: 'What it is about',
  ...fields,
});

export const makeImage = (fields: Partial<ImageAttachment> = {}): ImageAttachment => ({
  kind: 'image',
  src: drawing(400, 300),
  width: 400,
  height: 300,
  alt: 'A teal wall',
  ...fields,
});

export const makeImages = (count: number): ImageAttachment[] =>
  Array.from({ length: count }, (_, index) => makeImage({ alt: `Picture ${index + 1}` }));

export const makeVideo = (fields: Partial<VideoAttachment> = {}): VideoAttachment => ({
  kind: 'video',
  title: 'A film',
  description: 'How it was made',
  poster: drawing(320, 180),
  width: 320,
  height: 180,
  url: url('https://films.example/1'),
  player: { type: 'frame', src: url('https://player.example/embed/1') },
  duration: 215,
  ...fields,
});

export const makeAudio = (fields: Partial<AudioAttachment> = {}): AudioAttachment => ({
  kind: 'audio',
  title: 'A song',
  artist: 'A band',
  duration: 187,
  src: silence(50),
  url: url('https://songs.example/1'),
  ...fields,
});

export const makeActionLinks = (): ActionLink[] => [
  { text: 'Play too', url: url('https://games.example/play') },
  { text: 'Send a gift', url: url('https://games.example/gift') },
];

/** One of each kind, and some of the sets that pictures make. */
export const everyAttachment = (): Record<string, readonly Attachment[]> => ({
  link: [makeLink({ image: drawing(84, 84) })],
  'bare link': [{ kind: 'link', url: url('https://bare.example/') }],
  'one picture': makeImages(1),
  'two pictures': makeImages(2),
  'three pictures': makeImages(3),
  'nine pictures': makeImages(9),
  'a broken picture': [makeImage({ src: brokenPicture })],
  'a video in a frame': [makeVideo()],
  'a video without a player': [{ kind: 'video', title: 'Elsewhere', url: url('https://films.example/2') }],
  'a video that is lost': [{ kind: 'video', title: 'Lost', poster: drawing(320, 180) }],
  'a sound': [makeAudio()],
  'a sound without a file': [{ kind: 'audio', title: 'Unheard', artist: 'Nobody' }],
  'a person': [
    { kind: 'user', user: makeAuthor('Bob Ray', { picture: drawing(200, 200), location: 'Pskov' }) },
  ],
  'something unknown with a link': [
    { kind: 'unknown', type: 'poll', title: 'A poll', url: url('https://p.example/') },
  ],
  'something unknown': [{ kind: 'unknown', type: 'poll' }],
});

/** Events of every kind that a card can draw: each attachment, subevents, likes, comments, links, an app. */
export function everyKind(): FeedEvent[] {
  const attached = Object.entries(everyAttachment()).map(([name, attachments]) =>
    makeEvent(name, { title: name, attachments }),
  );
  const inner = makeEvent('inner', { authors: [makeAuthor('Bob Ray')], attachments: [makeLink()] });
  return [
    ...attached,
    makeEvent('like', { kind: 'like', subevents: [inner] }),
    makeEvent('comment', { kind: 'comment', text: 'So true', subevents: [inner] }),
    makeEvent('deep', {
      subevents: [makeEvent('2', { subevents: [makeEvent('3', { subevents: [inner] })] })],
    }),
    makeEvent('several', { authors: makeAuthors(3), verb: 'photo_upload' }),
    makeEvent('many', { authors: makeAuthors(2), authorCount: 1000, verb: 'join' }),
    makeEvent('nobody', { authors: [] }),
    makeEvent('talk', {
      thread: makeThread({ likes: makeAuthors(4), liked: true, comments: makeComments(5) }),
      actionLinks: makeActionLinks(),
    }),
    makeEvent('counts', { thread: makeThread({ likeCount: 1234, commentCount: 21 }) }),
    makeEvent('app', {
      verb: 'app_event',
      generator: { id: '1', title: 'A game', icon: drawing(16, 16), url: url('https://games.example/') },
      text: `Long. ${'A sentence of some length with https://news.example/a in it. '.repeat(12)}`,
    }),
    makeEvent('faces', {
      authors: [makeAuthor('Cat', { avatar: drawing(50, 50), picture: drawing(200, 200) })],
    }),
  ];
}

export const makeEvents = (count: number, name = 'e'): FeedEvent[] =>
  Array.from({ length: count }, (_, index) => makeEvent(`${name}${index + 1}`));

export const makePage = (events: readonly FeedEvent[], skip?: string): Page => ({
  events,
  warnings: [],
  ...(skip !== undefined && { skip }),
});

/** Answers these events in pages as long as they are asked for. `failing` may throw for a request. */
export function sourceOf(
  events: readonly FeedEvent[],
  failing?: (request: PageRequest, number: number) => void,
) {
  const requests: PageRequest[] = [];
  const source: FeedSource = {
    name: 'fake',
    page: (request) => {
      requests.push(request);
      const start = Number(request.skip ?? 0);
      const end = start + request.limit;
      return new Promise((resolve) => {
        failing?.(request, requests.length);
        resolve(makePage(events.slice(start, end), end < events.length ? String(end) : undefined));
      });
    },
  };
  return { source, requests };
}

interface HeldRequest extends PageRequest {
  resolve(page: Page): void;
  reject(reason: unknown): void;
}

/** Leaves every request open until the test answers it; heeds no signal. */
export function heldSource() {
  const requests: HeldRequest[] = [];
  const source: FeedSource = {
    name: 'fake',
    page: (request) =>
      new Promise((resolve, reject) => {
        requests.push({ ...request, resolve, reject });
      }),
  };
  /** The request with this number, counted from 1. */
  const request = (number: number): HeldRequest => {
    const found = requests[number - 1];
    if (!found) throw new Error(`There were only ${requests.length} requests.`);
    return found;
  };
  return { source, requests, request };
}
