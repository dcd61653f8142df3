import type { FeedWarning, WarningCode } from './event.js';
import { LIMITS } from './limits.js';
import { readNumber } from './read-number.js';
import { readTime } from './read-time.js';
import { toLinkUrl, toMediaUrl, type SafeUrl } from './safe-url.js';
import { cleanName, cleanText, cutText } from './text.js';

export type RawRecord = Readonly<Record<string, unknown>>;

type Keys = readonly string[];

/** Nothing, a character that no id has, or what careless code makes of a missing one. */
const NO_ID = /^$|[\p{Cc}\p{Cs}]|^(?:NaN|null|undefined|\[object .*\])$/u;

const YES: readonly unknown[] = [1, '1', true, 'true'];
const NO: readonly unknown[] = [0, '0', false, 'false'];

/**
 * The door between an answer and the model. Each method takes one or more keys and gives the first of them that
 * holds a usable value, cleaned and inside its limit. null, undefined and '' count as absent; what is there and
 * cannot be used is left out with a {@link FeedWarning} and never throws.
 */
export class RecordReader {
  /** Where the record stands in its answer: `[3].attachments[0]`. */
  readonly path: string;
  readonly #raw: RawRecord;
  readonly #warnings: FeedWarning[];

  constructor(raw: RawRecord, path: string, warnings: FeedWarning[]) {
    this.path = path;
    this.#raw = raw;
    this.#warnings = warnings;
  }

  /** A string or an exact integer, as a string without white space around it. */
  id(...keys: Keys): string | undefined {
    return this.#first(keys, 'bad-id', (value) => {
      const id = typeof value === 'string' || Number.isSafeInteger(value) ? String(value).trim() : '';
      return id.length <= LIMITS.id && !NO_ID.test(id) ? id : undefined;
    });
  }

  /** One line, for people to read. */
  name(...keys: Keys): string | undefined {
    return this.#words(keys, cleanName, LIMITS.name);
  }

  /** Many lines, for people to read. */
  text(...keys: Keys): string | undefined {
    return this.#words(keys, cleanText, LIMITS.text);
  }

  /** A short word for machines: letters, digits, `_`, `.` and `-`. */
  code(...keys: Keys): string | undefined {
    return this.#first(keys, 'bad-type', (value) => {
      const code = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
      return code.length <= LIMITS.code && /^[\w.-]+$/.test(code) ? code : undefined;
    });
  }

  /** See {@link readTime}. */
  time(...keys: Keys): Date | undefined {
    return this.#first(keys, 'bad-time', readTime);
  }

  /** An integer from 0. */
  count(...keys: Keys): number | undefined {
    return this.#first(keys, 'bad-number', (value) => {
      const count = readNumber(value);
      return count !== undefined && count >= 0 && Number.isSafeInteger(count) ? count : undefined;
    });
  }

  /** Pixels or seconds: above 0, at most 100 000. */
  length(...keys: Keys): number | undefined {
    return this.#first(keys, 'bad-number', (value) => {
      const length = readNumber(value);
      return length !== undefined && length > 0 && length <= 100_000 ? length : undefined;
    });
  }

  /** true or false, 1 or 0, also as strings. */
  flag(...keys: Keys): boolean | undefined {
    return this.#first(keys, 'bad-type', (value) => {
      const flag = typeof value === 'string' ? value.trim() : value;
      return YES.includes(flag) || (NO.includes(flag) ? false : undefined);
    });
  }

  /** An address a reader may be led to. */
  link(...keys: Keys): SafeUrl | undefined {
    return this.#first(keys, 'bad-url', (value) =>
      typeof value === 'string' ? toLinkUrl(value) : undefined,
    );
  }

  /** An address the page may load. */
  media(...keys: Keys): SafeUrl | undefined {
    return this.#first(keys, 'bad-url', (value) =>
      typeof value === 'string' ? toMediaUrl(value) : undefined,
    );
  }

  /** A string as it came, for a value with a parser of its own. */
  string(...keys: Keys): string | undefined {
    return this.#first(keys, 'bad-type', (value) =>
      typeof value === 'string' && value.length <= LIMITS.url ? value.trim() : undefined,
    );
  }

  record(...keys: Keys): RecordReader | undefined {
    return this.#first(keys, 'bad-type', (value, key) =>
      isRecord(value) ? new RecordReader(value, this.#at(key), this.#warnings) : undefined,
    );
  }

  /** A list of records. A single record counts as a list of one, as XML writes it. */
  records(key: string, limit: number): RecordReader[] {
    return readItems(this.#get(key), this.#at(key), limit, this.#warnings);
  }

  /** How many items the list had before it was cut. */
  size(key: string): number {
    return toList(this.#get(key))?.length ?? 0;
  }

  warn(code: WarningCode, key?: string): void {
    this.#warnings.push({ path: key === undefined ? this.path : this.#at(key), code });
  }

  #words(keys: Keys, clean: (value: string) => string, limit: number): string | undefined {
    return this.#first(keys, 'bad-type', (value, key) => {
      if (typeof value !== 'string' && !Number.isFinite(value)) return undefined;
      const all = String(value);
      const start = all.slice(0, limit * 16); // so that a megabyte of invisible characters costs no time
      const whole = clean(start);
      const text = cutText(whole, limit);
      if (text !== whole || start !== all) this.warn('too-long', key);
      return text;
    });
  }

  /** `read` answers undefined for what it cannot use, and '' for what is as good as absent. */
  #first<T>(
    keys: Keys,
    code: WarningCode,
    read: (value: unknown, key: string) => T | undefined,
  ): T | undefined {
    for (const key of keys) {
      const raw = this.#get(key);
      if (raw === undefined) continue;
      const value = read(raw, key);
      if (value === undefined) this.warn(code, key);
      else if (value !== '') return value;
    }
    return undefined;
  }

  #get(key: string): unknown {
    const value = Object.hasOwn(this.#raw, key) ? this.#raw[key] : undefined;
    return isAbsent(value) ? undefined : value;
  }

  #at(key: string): string {
    return this.path ? `${this.path}.${key}` : key;
  }
}

/** {@link RecordReader.records} for a list that stands in no record: the answer itself. */
export function readItems(
  value: unknown,
  path: string,
  limit: number,
  warnings: FeedWarning[],
): RecordReader[] {
  const list = toList(value);
  if (!list) warnings.push({ path, code: 'bad-type' });
  else if (list.length > limit) warnings.push({ path, code: 'too-many' });
  return (list ?? []).slice(0, limit).flatMap((item, index) => {
    const at = `${path}[${index}]`;
    if (isRecord(item)) return new RecordReader(item, at, warnings);
    warnings.push({ path: at, code: 'bad-type' });
    return [];
  });
}

export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toList(value: unknown): readonly unknown[] | undefined {
  if (isAbsent(value)) return [];
  return isRecord(value) ? [value] : Array.isArray(value) ? value : undefined;
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
