import { isRecord } from '../../model/record-reader.js';

/** Messages by field: `actor`; `[1].actor` or `activities[1].actor` where many activities were sent. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Lists and records in one another; the API needs four. */
const LEVELS = 4;

/** All shapes of `exception_fields`: field to messages, a list of these, or field to a list of these. */
export function readFieldErrors(raw: unknown, clean: (text: string) => string): FieldErrors {
  const found = new Map<string, string[]>();
  const read = (value: unknown, path: string, levels: number) => {
    if (typeof value === 'string') {
      const messages = found.get(path) ?? [];
      messages.push(clean(value));
      found.set(path, messages);
    } else if (levels > 0 && Array.isArray(value)) {
      value.forEach((item: unknown, index) => {
        read(item, typeof item === 'string' ? path : `${path}[${index}]`, levels - 1);
      });
    } else if (levels > 0 && isRecord(value)) {
      for (const [name, item] of Object.entries(value)) {
        read(item, path ? `${path}.${clean(name)}` : clean(name), levels - 1);
      }
    }
  };
  read(raw, '', LEVELS);
  return Object.fromEntries(found);
}
