/** What an object of an answer is before anything is known of it. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** Keys and values in turns; a record as value is such a list itself. */
export type Fields = readonly unknown[];

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What {@link hasFields} compares with. Lists, and what lies deep, are equal to nothing. */
export function listFields(raw: RawRecord, depth = 4): Fields {
  const fields: unknown[] = [];
  for (const key in raw) {
    const value = raw[key];
    fields.push(
      key,
      Array.isArray(value) || !depth ? NaN : isRecord(value) ? listFields(value, depth - 1) : value,
    );
  }
  return fields;
}

/** Whether the record holds these fields and no others. Several times as fast as with `Object.keys` of both. */
export function hasFields(raw: RawRecord, fields: Fields): boolean {
  let at = 0;
  for (const key in raw) {
    if (key !== fields[at++]) return false;
    const value = raw[key];
    const known = fields[at++];
    if (value !== known && !(isRecord(value) && Array.isArray(known) && hasFields(value, known)))
      return false;
  }
  return at === fields.length;
}
