import type { FeedEvent } from '../../model/event.js';
import { readDistinct } from '../../model/read-distinct.js';
import type { RecordReader } from '../../model/record-reader.js';
import { readGetstreamAttachments } from './getstream-attachments.js';
import { distinctAuthors, readAuthor, readThing } from './getstream-references.js';
import { readGetstreamThread } from './getstream-thread.js';

/** One of `results`, as `normalizeResult` makes it: an activity, or a group of them. */
export function readGetstreamEvent(item: RecordReader, id: string): FeedEvent {
  return item.flag('isGroup') ? readGroup(item, id) : readActivity(item, id);
}

function readActivity(item: RecordReader, id: string): FeedEvent {
  const verb = item.name('verb');
  const authors = distinctAuthors([readAuthor(item.record('actor'))]);
  const object = item.record('object');
  const written = item.text('message', 'text', 'content');
  const said = written ? undefined : object?.text('said');
  return {
    id,
    kind: 'event',
    type: verb,
    verb,
    object: said ? undefined : readThing(object),
    target: readThing(item.record('target')),
    time: item.time('time'),
    authors,
    authorCount: authors.length,
    title: item.name('title'),
    text: written ?? said,
    description: item.text('description'),
    attachments: readGetstreamAttachments(item),
    subevents: [],
    subeventCount: 0,
    thread: readGetstreamThread(item, id),
    actionLinks: [],
    custom: readCustom(item),
  };
}

function readCustom(item: RecordReader): FeedEvent['custom'] {
  const fields = item.records('custom').flatMap((field) => {
    const name = field.id('name');
    const value = field.text('value');
    return name && value ? [[name, value] as const] : [];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** A group of one activity is that activity. */
function readGroup(item: RecordReader, id: string): FeedEvent {
  const subevents = readDistinct(item.records('activities'), 'id', readActivity).sort(byTime);
  const subeventCount = Math.max(item.count('activity_count') ?? 0, subevents.length);
  const own = { id, ref: item.id('ref'), read: item.flag('is_read'), seen: item.flag('is_seen') };
  const [newest] = subevents;
  if (newest && subeventCount === 1) return { ...newest, ...own };
  const authors = distinctAuthors(subevents.flatMap((event) => event.authors));
  const verb = item.name('verb') ?? newest?.verb;
  const shared = (key: 'object' | 'target') =>
    new Set(subevents.map((event) => JSON.stringify(event[key]))).size === 1 ? newest?.[key] : undefined;
  return {
    ...readActivity(item, id),
    ...own,
    type: verb,
    verb,
    object: shared('object'),
    target: shared('target'),
    time: item.time('updated_at') ?? newest?.time,
    authors,
    authorCount: Math.max(item.count('actor_count') ?? 0, authors.length),
    subevents,
    subeventCount,
    // Reactions are to activities.
    thread: undefined,
  };
}

/** Newest first; what has no time stays where it is. */
function byTime(a: FeedEvent, b: FeedEvent): number {
  return Number(b.time) - Number(a.time) || 0;
}
