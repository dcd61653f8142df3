import type { Attachment } from '../../model/event.js';
import { toPlayer } from '../../model/player.js';
import type { RecordReader } from '../../model/record-reader.js';
import type { SafeUrl } from '../../model/safe-url.js';
import { readMailruUsers } from './mailru-users.js';

/** Gets what most kinds have under one name or another, as well as the record. */
type AttachmentReader = (item: RecordReader, title?: string, url?: SafeUrl) => Attachment | undefined;

const AUDIO_FILE = /^[^?#]+\.(?:mp3|m4a|aac|og[ag]|opus|wav)(?:[?#]|$)/i;

/**
 * One of `attachments`: the five kinds of the seed («объекты, прикрепленные к записи»), `music`, `avatar` and
 * `group` as later answers have them, and anything else as an attachment of kind `unknown`. Undefined, with a
 * warning, where nothing is left to show.
 */
export function readMailruAttachment(outer: RecordReader): Attachment | undefined {
  const type = outer.id('object');
  const item = outer.record('content') ?? outer.record('new') ?? outer;
  const title = item.name('title', 'text', 'name', 'contents', 'tag');
  const url = item.link('url', 'href', 'link', 'click_url');
  const read = readers.get(type ?? '');
  const attachment = read?.(item, title, url);
  if (attachment) return attachment;
  // Of a kind that nobody knows, that it is there is something to show.
  if (title || url || (type && !read)) return { kind: 'unknown', type, title, url };
  outer.warn('bad-type');
  return undefined;
}

const readLink: AttachmentReader = (_, title, url) => url && { kind: 'link', url, title };

const readImage: AttachmentReader = (item, title, url) => {
  const src = item.media('resized_src', 'src', 'src_hires');
  const full = item.media('src_hires', 'src');
  const fullSrc = full === src ? undefined : full;
  return src && { kind: 'image', src, fullSrc, ...readSize(item), url, alt: title ?? item.name('desc') };
};

const readVideo: AttachmentReader = (item, title, url) => {
  const page = item.link('player');
  const found = page && toPlayer(page);
  const player = found && { ...found, ...readSize(item, 'player_') };
  const poster = item.media('resized_src', 'src');
  const video = {
    kind: 'video' as const,
    title,
    description: item.text('desc'),
    poster,
    ...readSize(item),
    // A player that may not be framed can still be opened.
    url: url ?? (player ? undefined : page),
    player,
    duration: item.count('duration'),
  };
  return poster || player || video.url ? video : undefined;
};

const readAudio: AttachmentReader = (item, title, url) => {
  const artist = item.name('artist', 'author');
  // Nobody says whether `link` is the sound itself or a page about it.
  const isSound = AUDIO_FILE.test(url ?? '');
  const audio = {
    kind: 'audio' as const,
    id: item.id('mid'),
    title,
    artist,
    duration: item.count('duration'),
    src: item.media(isSound ? 'link' : 'file_url'),
    url: isSound ? item.link('click_url') : url,
  };
  return title || artist || audio.src || audio.url ? audio : undefined;
};

const readUser: AttachmentReader = (item) => {
  const [user] = readMailruUsers([item]);
  return user && { kind: 'user', user };
};

const readers = new Map<string, AttachmentReader>([
  ['link', readLink],
  ['image', readImage],
  ['avatar', readImage],
  ['video', readVideo],
  ['audio', readAudio],
  ['music', readAudio],
  ['user', readUser],
  ['group', readUser],
]);

/** Both or none. */
function readSize(item: RecordReader, prefix = '') {
  const width = item.count(`${prefix}width`);
  const height = item.count(`${prefix}height`);
  return width && height ? { width, height } : {};
}
