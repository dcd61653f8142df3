/** What an object of an answer is before anything is known of it. */
export type RawRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether both hold the same. Lists never do, nor what lies deeper than any API has it. */
export function areEqual(a: RawRecord, b: RawRecord, depth = 4): boolean {
  let more = 0;
  for (const key in a) {
    const x = a[key];
    const y = b[key];
    if (depth && isRecord(x) ? !isRecord(y) || !areEqual(x, y, depth - 1) : x !== y) return false;
    more++;
  }
  return Object.keys(b).length === more;
}
