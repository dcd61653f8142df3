import { LIMITS } from '../../model/limits.js';
import { isRecord, RecordReader } from '../../model/record-reader.js';

type Raw = Readonly<Record<string, unknown>>;

/** What the model shows, and what is the API's own. A `foreign_id` is the app's own. */
const KNOWN =
  /^(?:id|actor|verb|object|target|time|origin|to|message|text|content|title|description|image|link|url|group)$/;

const MAX_CUSTOM = 32;

/**
 * One of `results` made even: a record wherever the API writes a record or only its id, `custom` with the fields
 * that are the app's own, and of a group the name, which stays, as its `id` and the id, which does not, as `ref`.
 */
export function evenResult(raw: unknown): unknown {
  if (!isRecord(raw)) return raw;
  const { activities } = raw;
  if (!Array.isArray(activities)) return evenActivity(raw);
  const id = new RecordReader(raw).id('group', 'id');
  return { ...raw, isGroup: true, id, ref: raw['id'], activities: evenList(activities, evenActivity) };
}

/** The list, as much of it as is read. */
export function evenList(list: readonly unknown[], even: (raw: unknown) => unknown): readonly unknown[] {
  // One more, so that it still shows that there were too many.
  return list.slice(0, LIMITS.list + 1).map(even);
}

function evenActivity(raw: unknown): unknown {
  if (!isRecord(raw)) return raw;
  const { attachments } = raw;
  return {
    ...raw,
    actor: toRecord(raw['actor'], 'id'),
    object: toRecord(raw['object']),
    target: toRecord(raw['target']),
    image: toRecord(raw['image'], 'url'),
    attachments: isRecord(attachments) ? evenAttachments(attachments) : attachments,
    custom: Object.entries(raw)
      .filter(([name, value]) => !KNOWN.test(name) && /^[snb]/.test(typeof value))
      .slice(0, MAX_CUSTOM)
      .map(([name, value]) => ({ name, value: String(value) })),
  };
}

function evenAttachments(raw: Raw): Raw {
  return { ...raw, images: evenList([raw['images'] ?? []].flat(), (image) => toRecord(image, 'url')) };
}

/** An id, or a reference to something. What looks like neither is something that was said. */
const ID = /^(?:S[UOAR]:.*|[\w.:-]+)$/s;

function toRecord(raw: unknown, key?: string): unknown {
  if (typeof raw === 'number') return { id: raw };
  if (typeof raw !== 'string' || !raw.trim()) return raw;
  return { [key ?? (ID.test(raw.trim()) ? 'id' : 'said')]: raw };
}
