import type { Attachment, UnknownAttachment } from '../../model/event.js';
import { toPlayer } from '../../model/player.js';
import type { RecordReader } from '../../model/record-reader.js';
import type { SafeUrl } from '../../model/safe-url.js';
import { present } from '../present.js';
import { readMailruUser } from './mailru-users.js';

type AttachmentReader = (item: RecordReader) => Attachment | undefined;

const AUDIO_FILE = /\.(?:mp3|m4a|aac|og[ag]|opus|wav|flac)$/i;

const readers = new Map<string, AttachmentReader>([
  ['text', (item) => unknown('text', item.name('content'), undefined)],
  ['link', readLink],
  ['image', readImage],
  ['avatar', (item) => readImage(item.record('new') ?? item)],
  ['video', readVideo],
  ['audio', readAudio],
  ['music', readAudio],
  ['user', readUser],
  ['group', readUser],
]);

/**
 * One of `attachments`: the five kinds of the seed («объекты, прикрепленные к записи»), `music`, `avatar` and
 * `group` as later answers have them, and anything else as an attachment of kind `unknown`. Undefined, with a
 * warning, where nothing is left to show.
 */
export function readMailruAttachment(item: RecordReader): Attachment | undefined {
  const type = item.code('object');
  const read = readers.get(type ?? '');
  const attachment = read ? read(item) : readUnknown(item, type);
  if (!attachment) item.warn('bad-type');
  return attachment;
}

function readLink(item: RecordReader): Attachment | undefined {
  const content = item.record('content') ?? item;
  const url = content.link('url', 'href');
  const title = content.name('text', 'title', 'contents');
  return url ? present({ kind: 'link' as const, url, title }) : unknown('link', title, undefined);
}

function readImage(item: RecordReader): Attachment | undefined {
  const src = item.media('resized_src', 'src', 'src_hires', 'src_filed');
  const full = item.media('src_hires', 'src');
  const url = item.link('click_url');
  const alt = item.name('title', 'desc');
  if (!src) return unknown('image', alt, url);
  const fullSrc = full === src ? undefined : full;
  return present({ kind: 'image' as const, src, fullSrc, ...readSize(item, 'width', 'height'), url, alt });
}

function readVideo(item: RecordReader): Attachment | undefined {
  const address = item.string('player');
  const player = address === undefined ? undefined : toPlayer(address);
  if (address !== undefined && !player) item.warn('bad-url', 'player');
  const title = item.name('title', 'text');
  const poster = item.media('resized_src', 'src', 'image_filed');
  // A player that may not be framed can still be opened.
  const url = item.link('click_url') ?? (player ? undefined : item.link('player'));
  if (!title && !poster && !url && !player) return undefined;
  return present({
    kind: 'video' as const,
    title,
    description: item.text('desc', 'description'),
    poster,
    ...readSize(item, 'width', 'height'),
    url,
    player: player && { ...player, ...readSize(item, 'player_width', 'player_height') },
    duration: item.length('duration'),
  });
}

function readAudio(item: RecordReader): Attachment | undefined {
  const title = item.name('title', 'name');
  const artist = item.name('artist', 'author');
  const link = item.link('link');
  // Nobody says whether `link` is the sound itself or a page about it.
  const isSound = link !== undefined && AUDIO_FILE.test(new URL(link).pathname);
  const src = item.media(isSound ? 'link' : 'file_url');
  const url = isSound ? item.link('click_url') : (link ?? item.link('click_url'));
  if (!title && !artist && !src && !url) return undefined;
  return present({
    kind: 'audio' as const,
    id: item.id('mid'),
    title,
    artist,
    duration: item.length('duration'),
    src,
    url,
  });
}

function readUser(item: RecordReader): Attachment | undefined {
  const user = readMailruUser(item.record('content') ?? item);
  return user && { kind: 'user', user };
}

/** `app`, `gift`, `tag` and what is still to come: their fields, if any, are in `content`. */
function readUnknown(item: RecordReader, type: string | undefined): UnknownAttachment | undefined {
  const content = item.record('content') ?? item;
  const title = content.name('title', 'text', 'name', 'tag');
  const url = content.link('url', 'click_url', 'href');
  return unknown(type, title, url) ?? (type === undefined ? undefined : { kind: 'unknown', type });
}

function unknown(
  type: string | undefined,
  title: string | undefined,
  url: SafeUrl | undefined,
): UnknownAttachment | undefined {
  return title || url ? present({ kind: 'unknown' as const, type, title, url }) : undefined;
}

/** Both or none. */
function readSize(item: RecordReader, widthKey: string, heightKey: string) {
  const width = item.length(widthKey);
  const height = item.length(heightKey);
  return width && height ? { width, height } : {};
}
