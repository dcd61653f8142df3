import type { FeedInfo, Page } from '../../model/event.js';
import { readDistinct } from '../../model/read-distinct.js';
import { isRecord, RecordReader, type Warnings } from '../../model/record-reader.js';
import { assertEvents } from '../assert-events.js';
import { readPiictuAuthor, readPiictuImage, readPiictuPhoto } from './piictu-photo.js';

/**
 * A stream (`seeds/003_8d8c7f75d17cba62.txt`, «Response») as a page. `place` is the part of the query that said
 * where it starts. With a seq in it there is no `info`: the server may count only what lies behind it.
 */
export function readPiictuPage(raw: unknown, place: URLSearchParams, byLikes: boolean): Page {
  const warnings: Warnings = new Map();
  const stream = isRecord(raw) && new RecordReader(raw, warnings).record('stream');
  assertEvents(!!stream);
  const photos = stream.records('photos').map((item) => item.record('photo') ?? item);
  const events = readDistinct(photos, 'id', readPiictuPhoto);
  assertEvents(photos.length === 0 || events.length > 0);
  // Among the most liked it says nothing about the order.
  const seqs = byLikes ? [] : photos.flatMap((photo) => photo.id('seq') ?? []);
  return {
    events,
    skip: photos.length > 0 ? nextPlace(stream, place, seqs.at(-1)) : undefined,
    newest: seqs[0],
    info: /_seq=/.test(String(place)) ? undefined : readInfo(stream),
    warnings: [...warnings.values()],
  };
}

/** `last` is the seq to go on from; without one, pages are numbered. */
function nextPlace(stream: RecordReader, place: URLSearchParams, last?: string): string | undefined {
  const page = Number(place.get('page') ?? 1);
  // Whether it counts the whole stream or only what lies behind `max_seq`, here is the end.
  if (page >= (stream.count('total_pages') ?? Infinity)) return undefined;
  // `max_seq` is inclusive: where a whole page has one seq, only a page number leads on.
  const stays = last === undefined || last === place.get('max_seq');
  const next = new URLSearchParams(stays ? place : { max_seq: last });
  if (stays) next.set('page', String(page + 1));
  // To see later whether photos went away.
  const total = stream.count('total_entries');
  if (!next.has('max_seq') && total !== undefined) next.set('of', String(total));
  return next.toString();
}

function readInfo(stream: RecordReader): FeedInfo {
  const photo = stream.record('original_photo')?.record('photo');
  return {
    author: readPiictuAuthor(stream)[0],
    image: photo && readPiictuImage(photo, 'thumbnail', 'url'),
    text: photo?.text('caption'),
    time: stream.time('created_at'),
    locked: stream.flag('locked'),
    total: stream.count('total_entries'),
  };
}
