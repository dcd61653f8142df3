import type { Author, FeedEvent, ImageAttachment } from '../../model/event.js';
import { readDistinct } from '../../model/read-distinct.js';
import type { RecordReader } from '../../model/record-reader.js';

/** A photo of a stream (`seeds/003_8d8c7f75d17cba62.txt`, «Response») as an event. */
export function readPiictuPhoto(photo: RecordReader, id: string): FeedEvent {
  const authors = readPiictuAuthor(photo);
  const image = readPiictuImage(photo, 'url', 'thumbnail');
  return {
    id,
    kind: 'event',
    type: 'photo',
    verb: 'photo',
    time: photo.time('created_at'),
    authors,
    authorCount: authors.length,
    text: photo.text('caption'),
    attachments: image ? [image] : [],
    subevents: [],
    subeventCount: 0,
    actionLinks: [],
  };
}

/** `from` of a photo or of a stream: one author, as a list; none where it cannot be told who. */
export function readPiictuAuthor(record: RecordReader): readonly Author[] {
  return readDistinct(record.records('from'), 'id', (user, id) => ({
    id,
    name: user.name('fullname', 'username'),
    nick: user.name('username'),
    avatar: user.media('avatar_url'),
  }));
}

/** The first of the keys that can be shown, and the photo itself where that is another. */
export function readPiictuImage(
  photo: RecordReader,
  ...keys: readonly string[]
): ImageAttachment | undefined {
  const src = photo.media(...keys);
  const full = photo.media('url');
  return src && { kind: 'image', src, fullSrc: full === src ? undefined : full };
}
