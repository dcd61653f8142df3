import { FormatError } from '../../http/errors.js';
import type { ActionLink, Author, FeedEvent, FeedWarning, Generator, Page } from '../../model/event.js';
import { LIMITS } from '../../model/limits.js';
import { readItems, type RecordReader } from '../../model/record-reader.js';
import { displayHost } from '../../model/safe-url.js';
import { present } from '../present.js';
import { readMailruAttachment } from './mailru-attachments.js';
import { countBeyond, readMailruThread } from './mailru-thread.js';
import { readMailruUsers } from './mailru-users.js';
import { readMailruVerb } from './mailru-verbs.js';

/**
 * A `stream.get` answer, read from JSON or from XML, as a page. Both shapes that are known are understood: the
 * seed's own (`seeds/004_516314a2b7ecbd20.txt`, «Формат ответа») and the later one with `comment`, counters
 * and `href`.
 */
export function readMailruPage(raw: unknown): Page {
  if (!Array.isArray(raw)) throw new FormatError('The answer is not a list of events: check endpoint.');
  const warnings: FeedWarning[] = [];
  const events = new Map<string, FeedEvent>();
  let skip: string | undefined;
  for (const item of readItems(raw, '', LIMITS.events, warnings)) {
    const id = readEventId(item);
    if (id === undefined) continue;
    skip = id;
    if (events.has(id)) item.warn('duplicate', 'id');
    else events.set(id, readEvent(item, id, 1));
  }
  // Some values are looked at twice.
  const distinct = new Map(warnings.map((warning) => [warning.path + warning.code, warning]));
  return present({ events: [...events.values()], skip, warnings: [...distinct.values()] });
}

function readEventId(item: RecordReader): string | undefined {
  const id = item.id('id');
  if (id === undefined) item.warn('bad-id', 'id');
  return id;
}

function readEvent(item: RecordReader, id: string, depth: number): FeedEvent {
  const subtype = item.code('subtype');
  const kind: FeedEvent['kind'] = subtype === 'like' || subtype === 'comment' ? subtype : 'event';
  const type = item.code('type');
  const comment = item.record('comment');
  const authors = readAuthors(item, comment);
  const media = item.records('text_media', LIMITS.attachments);
  media.push(...item.records('attachments', LIMITS.attachments - media.length));
  const words = media.filter((part) => part.code('object') === 'text');
  const text = readText(item, comment);
  const subevents = readSubevents(item, id, depth);
  return present({
    id,
    kind,
    type,
    verb: readMailruVerb(type) ?? readMailruVerb(item.code('type_name')),
    time: item.time('time') ?? comment?.time('time'),
    authors,
    authorCount: authors.length + countBeyond(item, 'authors', LIMITS.authors),
    title: item.name('title'),
    text: text ?? joinTexts(words),
    description: item.text('description'),
    attachments: media
      .filter((part) => !words.includes(part) || (text !== undefined && text !== part.text('content')))
      .flatMap((part) => readMailruAttachment(part) ?? []),
    subevents,
    subeventCount: subevents.length,
    thread: readMailruThread(item),
    actionLinks: item.records('action_links', LIMITS.links).flatMap((link) => readActionLink(link) ?? []),
    generator: readGenerator(item),
    url: item.link('click_url'),
  });
}

function readAuthors(item: RecordReader, comment: RecordReader | undefined): readonly Author[] {
  const records = item.records('authors', LIMITS.authors);
  const single = item.record('author') ?? comment?.record('author');
  return readMailruUsers(records.length || !single ? records : [single]);
}

function readText(item: RecordReader, comment: RecordReader | undefined): string | undefined {
  return item.text('user_text', 'text') ?? (comment?.flag('is_deleted') ? undefined : comment?.text('text'));
}

/** The first words, each inside the limit of a text already, as far as they are so together. */
function joinTexts(parts: readonly RecordReader[]): string | undefined {
  let text: string | undefined;
  for (const part of parts) {
    const words = part.text('content') ?? '';
    const longer: string = text && words ? `${text}\n${words}` : (text ?? words);
    if (text && longer.length > LIMITS.text) part.warn('too-long', 'content');
    else text = longer || undefined;
  }
  return text;
}

/** What was liked or commented on. It never contains itself, and four levels are enough for everybody. */
function readSubevents(item: RecordReader, parentId: string, depth: number): readonly FeedEvent[] {
  const subevent = item.record('subevent');
  if (!subevent) return [];
  if (depth === LIMITS.depth) {
    item.warn('too-deep', 'subevent');
    return [];
  }
  const id = readEventId(subevent);
  if (id === undefined) return [];
  if (id !== parentId) return [readEvent(subevent, id, depth + 1)];
  subevent.warn('duplicate', 'id');
  return [];
}

function readActionLink(link: RecordReader): ActionLink | undefined {
  const url = link.link('url', 'href');
  return url && { url, text: link.name('text') ?? displayHost(url) };
}

function readGenerator(item: RecordReader): Generator | undefined {
  const app = item.record('generator');
  if (!app) return undefined;
  const generator = present({
    id: app.id('app_id'),
    title: app.name('title'),
    icon: app.media('icon'),
    url: app.link('url'),
  });
  return Object.keys(generator).length ? generator : undefined;
}
