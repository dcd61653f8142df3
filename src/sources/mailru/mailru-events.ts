import type { ActionLink, Author, FeedEvent, Generator, Page } from '../../model/event.js';
import { LIMITS } from '../../model/limits.js';
import { readDistinct } from '../../model/read-distinct.js';
import { RecordReader, type Warnings } from '../../model/record-reader.js';
import { displayHost } from '../../model/safe-url.js';
import { cutText } from '../../model/text.js';
import { assertEvents } from '../assert-events.js';
import { readMailruAttachment } from './mailru-attachments.js';
import { readMailruThread } from './mailru-thread.js';
import { readMailruUsers } from './mailru-users.js';
import { readMailruVerb } from './mailru-verbs.js';

/**
 * A `stream.get` answer, read from JSON or from XML, as a page. Both shapes that are known are understood: the
 * seed's own (`seeds/004_516314a2b7ecbd20.txt`, «Формат ответа») and the later one with `comment`, counters
 * and `href`. `liked`: threads that the reader likes, for answers that do not say so.
 */
export function readMailruPage(raw: unknown, liked: ReadonlySet<string> = new Set()): Page {
  assertEvents(Array.isArray(raw));
  const warnings: Warnings = new Map();
  const events = readEvents(new RecordReader({ '': raw }, warnings).records(''), 1, liked);
  assertEvents(raw.length === 0 || events.length > 0);
  return { events, skip: events.at(-1)?.id, warnings: [...warnings.values()] };
}

function readEvents(
  records: readonly RecordReader[],
  depth: number,
  liked: ReadonlySet<string>,
): readonly FeedEvent[] {
  return readDistinct(records, 'id', (record, id) => readEvent(record, id, depth, liked));
}

function readEvent(item: RecordReader, id: string, depth: number, liked: ReadonlySet<string>): FeedEvent {
  const subtype = item.id('subtype');
  const type = item.id('type');
  const comment = item.record('comment');
  const authors = readAuthors(item, comment);
  const said = comment?.flag('is_deleted') ? undefined : comment;
  const all = [
    ...item.records('text_media'),
    ...(said?.records('text_media') ?? []),
    ...item.records('attachments'),
  ];
  if (all.length > LIMITS.attachments) item.warn('too-many', 'attachments');
  const media = all.slice(0, LIMITS.attachments);
  const words = media.filter((part) => part.id('object') === 'text');
  const subevents = readSubevents(item, depth, liked);
  return {
    id,
    kind: subtype === 'like' || subtype === 'comment' ? subtype : 'event',
    type,
    verb: readMailruVerb(type),
    time: item.time('time') ?? comment?.time('time'),
    authors,
    authorCount: authors.length + item.surplus('authors'),
    title: item.name('title'),
    text: readText(item, said, words),
    description: item.text('description'),
    attachments: media
      .filter((part) => !words.includes(part))
      .map(readMailruAttachment)
      .filter((attachment) => !!attachment),
    subevents,
    subeventCount: subevents.length,
    thread: readMailruThread(item, id, liked),
    actionLinks: item
      .records('action_links')
      .map(readActionLink)
      .filter((link) => !!link),
    generator: readGenerator(item.record('generator')),
    url: item.link('click_url'),
  };
}

function readAuthors(item: RecordReader, comment: RecordReader | undefined): readonly Author[] {
  const lists = [item.records('authors'), item.records('author'), comment?.records('author')];
  return readMailruUsers(lists.find((list) => list?.length) ?? []);
}

/** What the author wrote, each part of it once. */
function readText(
  item: RecordReader,
  comment: RecordReader | undefined,
  words: readonly RecordReader[],
): string | undefined {
  const text = item.text('user_text', 'text') ?? comment?.text('text');
  if (!words.length) return text;
  const parts = new Set([text, ...words.map((part) => part.text('content', 'text'))]);
  return cutText([...parts].filter(Boolean).join('\n'), LIMITS.text) || undefined;
}

/** What was liked or commented on; four levels of it are enough for everybody. */
function readSubevents(item: RecordReader, depth: number, liked: ReadonlySet<string>): readonly FeedEvent[] {
  const subevents = item.records('subevent');
  if (depth < LIMITS.depth) return readEvents(subevents, depth + 1, liked);
  if (subevents.length > 0) item.warn('too-deep', 'subevent');
  return [];
}

function readActionLink(link: RecordReader): ActionLink | undefined {
  const url = link.link('url', 'href');
  return url && { url, text: link.name('text') ?? displayHost(url) };
}

function readGenerator(app: RecordReader | undefined): Generator | undefined {
  return (
    app && { id: app.id('app_id'), title: app.name('title'), icon: app.media('icon'), url: app.link('url') }
  );
}
