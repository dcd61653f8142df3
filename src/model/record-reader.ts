import type { Author, FeedWarning, WarningCode } from './event.js';
import { LIMITS } from './limits.js';
import { hasFields, isRecord, listFields, type Fields, type RawRecord } from './raw-record.js';
import { readTime } from './read-time.js';
import { toLinkUrl, toMediaUrl, type SafeUrl } from './safe-url.js';
import { cleanName, cleanText, cutText } from './text.js';

export { isRecord };

/** What was left out of an answer, each part once. */
export type Warnings = Map<string, FeedWarning>;

/** By id: who was read last, of what. */
type Authors = Map<string, readonly [Fields, Author]>;

type Keys = readonly string[];

/**
 * The door between an answer and the model. Each method takes one or more keys and gives the first of them that
 * holds a usable value, cleaned and inside its limit. null, undefined and blank strings count as absent; what is
 * there and cannot be used is left out with a {@link FeedWarning} and never throws.
 */
export class RecordReader {
  readonly #raw: RawRecord;
  readonly #warnings: Warnings;
  /** Where the record stands in its parent, or in its answer: `attachments[0]`. */
  readonly #path: string;
  readonly #parent: RecordReader | undefined;
  #hasWarned: boolean | undefined;
  readonly #authors: Authors;

  constructor(
    raw: RawRecord,
    warnings: Warnings = new Map(),
    path = '',
    parent?: RecordReader,
    authors: Authors = new Map(),
  ) {
    this.#raw = raw;
    this.#warnings = warnings;
    this.#path = path;
    this.#parent = parent;
    this.#authors = authors;
  }

  /** A short string or a number, for machines: an id, a code. */
  id(...keys: Keys): string | undefined {
    return this.#first(keys, 'bad-id', readId);
  }

  /** One line, for people to read. */
  name(...keys: Keys): string | undefined {
    return this.#words(keys, cleanName, LIMITS.name);
  }

  /** Many lines, for people to read. */
  text(...keys: Keys): string | undefined {
    return this.#words(keys, cleanText, LIMITS.text);
  }

  /** See {@link readTime}. */
  time(...keys: Keys): Date | undefined {
    return this.#first(keys, 'bad-time', readTime);
  }

  /** An integer from 0, below 10⁹: how many, how wide, how long. */
  count(...keys: Keys): number | undefined {
    return this.#first(keys, 'bad-number', readCount);
  }

  /** 1 or true; anything else that is there is false. */
  flag(key: string): boolean | undefined {
    const raw = this.#get(key);
    return raw === '' ? undefined : raw === true || raw === '1';
  }

  /** An address a reader may be led to. */
  link(...keys: Keys): SafeUrl | undefined {
    return this.#first(keys, 'bad-url', toLinkUrl);
  }

  /** An address the page may load. */
  media(...keys: Keys): SafeUrl | undefined {
    return this.#first(keys, 'bad-url', toMediaUrl);
  }

  record(key: string): RecordReader | undefined {
    const raw = this.#get(key);
    return raw === '' ? undefined : this.#open(raw, key);
  }

  /** A list of records. A single record counts as a list of one, as XML writes it. */
  records(key: string): RecordReader[] {
    const all = this.#list(key);
    const end = Math.min(all.length, LIMITS.list);
    if (all.length > end) this.warn('too-many', key);
    const records: RecordReader[] = [];
    for (let index = 0; index < end; index++) {
      const record = this.#open(all[index], `${key}[${index}]`);
      if (record) records.push(record);
    }
    return records;
  }

  /** How many items stand above the limit of {@link records}. */
  surplus(key: string): number {
    return Math.max(0, this.#list(key).length - LIMITS.list);
  }

  /**
   * What `read` makes of this record, or has made of an equal one of the same answer, as most people stand in an
   * answer many times. One with something to warn of is read each time, as a warning tells its place.
   */
  author(id: string, read: (user: RecordReader, id: string) => Author): Author {
    const known = this.#authors.get(id);
    if (known && hasFields(this.#raw, known[0])) return known[1];
    const author = read(this, id);
    if (!this.#hasWarned) this.#authors.set(id, [listFields(this.#raw), author]);
    return author;
  }

  /** Says that a part, or the whole record, was left out. */
  warn(code: WarningCode, key = ''): void {
    // Each costs time, and an answer has room for a million.
    if (this.#warnings.size >= LIMITS.warnings) return;
    const path = this.#at(key);
    this.#warnings.set(path + code, { path, code });
  }

  #open(raw: unknown, key: string): RecordReader | undefined {
    if (isRecord(raw)) return new RecordReader(raw, this.#warnings, key, this, this.#authors);
    this.warn('bad-type', key);
    return undefined;
  }

  /** As {@link #first}, with a warning where words were cut. */
  #words(keys: Keys, clean: (value: string) => string, limit: number): string | undefined {
    for (const key of keys) {
      const all = this.#get(key);
      if (typeof all !== 'string') {
        this.warn('bad-type', key);
        continue;
      }
      const start = all.slice(0, limit * 16); // so that a megabyte of invisible characters costs no time
      const whole = start && clean(start);
      const text = cutText(whole, limit);
      if (text !== whole || start !== all) this.warn('too-long', key);
      if (text) return text;
    }
    return undefined;
  }

  /** `read` answers undefined for what it cannot use, and '' for what is as good as absent. */
  #first<T>(keys: Keys, code: WarningCode, read: (text: string) => T | undefined): T | undefined {
    for (const key of keys) {
      const raw = this.#get(key);
      if (raw === '') continue;
      const value = typeof raw === 'string' ? read(raw) : undefined;
      if (value === undefined) this.warn(code, key);
      else if (value !== '') return value;
    }
    return undefined;
  }

  /** Numbers as strings, strings without white space around them, '' for what is absent. */
  #get(key: string): unknown {
    const raw = Object.hasOwn(this.#raw, key) ? this.#raw[key] : '';
    if (typeof raw === 'string') return raw.trim();
    return typeof raw === 'number' && Number.isFinite(raw) ? String(raw) : (raw ?? '');
  }

  #list(key: string): readonly unknown[] {
    const raw = this.#get(key);
    return raw === '' ? [] : Array.isArray(raw) ? raw : [raw];
  }

  /** Made only for a warning, as most answers have nothing to warn of. */
  #at(key: string): string {
    this.#hasWarned = true;
    const above = this.#parent ? this.#parent.#at(this.#path) : this.#path;
    return above && key ? `${above}.${key}` : above + key;
  }
}

function readId(id: string): string | undefined {
  // What careless code makes of a missing id.
  const isNone = id === 'NaN' || id === 'null' || id === 'undefined';
  return isNone || id.length > LIMITS.id ? undefined : id;
}

function readCount(digits: string): number | undefined {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}
