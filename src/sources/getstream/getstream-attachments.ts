import type { Attachment } from '../../model/event.js';
import { LIMITS } from '../../model/limits.js';
import { toPlayer } from '../../model/player.js';
import type { RecordReader } from '../../model/record-reader.js';

/**
 * What apps hang on an activity by custom: `attachments.images`, `.og` (a page, as `og/` of the API describes it) and
 * `.files`, `image`, `link` and `url`. Each address once.
 */
export function readGetstreamAttachments(item: RecordReader): readonly Attachment[] {
  const parts = item.record('attachments');
  const found = [
    ...readAll([...(parts?.records('images') ?? []), item.record('image') ?? []].flat(), readImage),
    ...readAll(parts?.records('og'), readPage),
    ...readAll(parts?.records('files'), readFile),
    ...[item.link('link'), item.link('url')].flatMap((url) => (url ? { kind: 'link' as const, url } : [])),
  ];
  if (found.length > LIMITS.attachments) item.warn('too-many', 'attachments');
  const kept = found.slice(0, LIMITS.attachments);
  const addresses: unknown[] = kept.map(
    (part) => ('src' in part && part.src) || ('url' in part && part.url) || part,
  );
  return kept.filter((_, index) => addresses.indexOf(addresses[index]) === index);
}

function readAll(
  records: readonly RecordReader[] = [],
  read: (record: RecordReader) => Attachment | undefined,
): readonly Attachment[] {
  return records.flatMap((record) => {
    const part = read(record);
    if (!part) record.warn('bad-type');
    return part ?? [];
  });
}

function readImage(image: RecordReader): Attachment | undefined {
  const src = image.media('url', 'image');
  return src && { kind: 'image', src, alt: image.name('alt', 'title', 'name') };
}

function readPage(page: RecordReader): Attachment | undefined {
  const [picture] = page.records('images');
  const [video] = page.records('videos');
  const image = picture?.media('image', 'secure_url', 'url') ?? page.media('image');
  const url = page.link('url');
  const shown = { title: page.name('title', 'site_name'), description: page.text('description'), url };
  const [player] = [video?.link('secure_url', 'video', 'url'), url].flatMap(
    (at) => (at && toPlayer(at)) ?? [],
  );
  if (player) return { kind: 'video', ...shown, poster: image, player };
  return url && { kind: 'link', ...shown, url, image };
}

function readFile(file: RecordReader): Attachment | undefined {
  const url = file.link('url');
  const title = file.name('name', 'title');
  const [kind] = /^(?:audio|video)(?=\/)/.exec(file.id('mimeType', 'mime_type') ?? '') ?? [];
  const src = kind && file.media('url');
  if (!src) return url && { kind: 'link', url, title };
  return kind === 'audio'
    ? { kind, title, src }
    : { kind: 'video', title, url, player: { type: 'file', src } };
}
