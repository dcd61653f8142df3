import type { FeedEvent, Page } from '../../model/event.js';
import { LIMITS } from '../../model/limits.js';
import type { RawRecord } from '../../model/raw-record.js';
import { readDistinct } from '../../model/read-distinct.js';
import { RecordReader, type Warnings } from '../../model/record-reader.js';
import { assertEvents } from '../assert-events.js';
import { readGetstreamEvent } from './getstream-events.js';
import { normalizeList, normalizeResult } from './getstream-result.js';

/** What says where a page starts. All else in `next` is asked for anew, or is nobody's business: the key. */
const PLACE = /^(?:id_[lg]te?|offset|ranking|session)$/;

/**
 * The answer to a read of a feed, flat, ranked, aggregated or notification, as the page that `limit` events were asked
 * for. Throws a `FormatError` for what is none.
 */
export function readGetstreamPage(raw: RawRecord, limit: number): Page {
  const { results, next } = raw;
  assertEvents(Array.isArray(results));
  const warnings: Warnings = new Map();
  const answer = new RecordReader({ ...raw, results: normalizeList(results, normalizeResult) }, warnings);
  const events = readDistinct(answer.records('results'), 'id', readGetstreamEvent);
  assertEvents(results.length === 0 || events.length > 0);

  const [newest, last] = [events[0], events.at(-1)].map((event) => event?.ref ?? event?.id);
  const isCut = results.length > LIMITS.list;
  const place = isCut ? [] : readPlace(answer.text('next'));
  // '' is the end. Where there is no `next` at all, as in 2014, a page that is not full is the end.
  if (last && place.length === 0 && (isCut || (next !== '' && results.length >= limit)))
    place.push(['id_lt', last]);
  return {
    events,
    skip: new URLSearchParams(place).toString() || undefined,
    newest: isByTime(events) && !place.some(([name]) => name === 'offset') ? newest : undefined,
    warnings: [...warnings.values()],
    unread: answer.count('unread'),
    unseen: answer.count('unseen'),
  };
}

/** In a ranked feed the first event is not the newest; only a next page would say that it is ranked. */
function isByTime(events: readonly FeedEvent[]): boolean {
  return events.every(({ time }, index) => !(Number(time) > Number(events[index - 1]?.time)));
}

function readPlace(next = ''): [string, string][] {
  const query = new URLSearchParams(/\?([^#]*)/.exec(next)?.[1]);
  return [...query].filter(([name, value]) => value && PLACE.test(name));
}
