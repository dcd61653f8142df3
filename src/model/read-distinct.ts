import type { RecordReader } from './record-reader.js';

/**
 * What the records hold, in order. One without an id cannot be told from others, and one whose id was there
 * already is the same thing again: both are left out.
 */
export function readDistinct<T>(
  records: readonly RecordReader[],
  key: string,
  read: (record: RecordReader, id: string) => T,
): T[] {
  const things: T[] = [];
  const ids = new Set<string>();
  for (const record of records) {
    const id = record.id(key);
    if (id && ids.size < ids.add(id).size) things.push(read(record, id));
    else record.warn(id ? 'duplicate' : 'bad-id', key);
  }
  return things;
}
