import { LIMITS } from '../../model/limits.js';
import type { RawRecord } from '../../model/raw-record.js';
import { isRecord, RecordReader } from '../../model/record-reader.js';

/** What the model shows, and what is the API's own. A `foreign_id` is the app's own. */
const KNOWN =
  /^(?:id|actor|verb|object|target|time|origin|to|message|text|content|title|description|image|link|url|group)$/;

const MAX_CUSTOM = 32;

/**
 * One of `results` in one shape, however the API wrote it: a record where it has a record or only an id, and `custom`
 * with the fields that are the app's own. A group's `id` is its name, which stays the same; its own id, which changes,
 * is its `ref`.
 */
export function normalizeResult(raw: unknown): unknown {
  if (!isRecord(raw)) return raw;
  const { activities } = raw;
  if (!Array.isArray(activities)) return normalizeActivity(raw);
  const id = new RecordReader(raw).id('group', 'id');
  return {
    ...raw,
    isGroup: true,
    id,
    ref: raw['id'],
    activities: normalizeList(activities, normalizeActivity),
  };
}

/** The items of a list, as many as are read, each by `normalize`. */
export function normalizeList(
  list: readonly unknown[],
  normalize: (raw: unknown) => unknown,
): readonly unknown[] {
  // One more than is kept, so that the reader of the list warns of too many.
  return list.slice(0, LIMITS.list + 1).map(normalize);
}

function normalizeActivity(raw: unknown): unknown {
  if (!isRecord(raw)) return raw;
  const { attachments } = raw;
  return {
    ...raw,
    actor: toRecord(raw['actor'], 'id'),
    object: toRecord(raw['object']),
    target: toRecord(raw['target']),
    image: toRecord(raw['image'], 'url'),
    attachments: isRecord(attachments) ? normalizeAttachments(attachments) : attachments,
    custom: Object.entries(raw)
      .filter(([name, value]) => !KNOWN.test(name) && /^[snb]/.test(typeof value))
      .slice(0, MAX_CUSTOM)
      .map(([name, value]) => ({ name, value: String(value) })),
  };
}

function normalizeAttachments(raw: RawRecord): RawRecord {
  return { ...raw, images: normalizeList([raw['images'] ?? []].flat(), (image) => toRecord(image, 'url')) };
}

/** An id, or a reference to something. What looks like neither is something that was said. */
const ID = /^(?:S[UOAR]:.*|[\w.:-]+)$/s;

function toRecord(raw: unknown, key?: string): unknown {
  if (typeof raw === 'number') return { id: raw };
  if (typeof raw !== 'string' || !raw.trim()) return raw;
  return { [key ?? (ID.test(raw.trim()) ? 'id' : 'said')]: raw };
}
