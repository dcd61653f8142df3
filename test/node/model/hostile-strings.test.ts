import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanName, cleanText } from '../../../src/model/text.js';
import { HOSTILE_NAMES, HOSTILE_TEXTS, type HostileString } from '../../helpers/hostile-strings.js';

const titled = (rows: readonly HostileString[]) =>
  rows.map(([id, input, want]) => [`${id} ${JSON.stringify(input.slice(0, 40))}`, input, want] as const);

/** Strings of exactly the characters that cleaning is about. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'aя中👨❤1#\n\r\t \u00a0\u0085\u2028\u0301\u0316\u0327\u00ad\u034f\u200b\u200c\u200d\ufeff',
      ),
      fc.constantFrom(
        ...'\u202e\u2069\u200f\u061c\u2800\u3164\u115f\ufe0f\u{1f3fb}\u{e0061}\u{e0100}\u20e3\ufff9',
      ),
      fc.constantFrom(
        ...'می\u064b\u0651क\u093c\u094d\u0958ර\u0dca\u09c7\u09be\u1100\u1161가\u212b\ufb1f',
        '\ud800',
        '\udc00',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const NEVER = /[\0-\t\v-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Cs}|\p{M}{5}/u;

describe.each([
  ['a name', cleanName, HOSTILE_NAMES],
  ['a text', cleanText, HOSTILE_TEXTS],
])('%s from a post', (_, clean, rows) => {
  it.each(titled(rows))('%s', (_title, input, want) => {
    expect(clean(input)).toBe(want);
  });

  it('is the same when it is cleaned again', () => {
    fc.assert(
      fc.property(nasty, (input) => {
        const once = clean(input);
        expect(clean(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it('never holds bidi controls, control characters, lone surrogates or towers of marks', () => {
    fc.assert(
      fc.property(nasty, (input) => {
        expect(clean(input)).not.toMatch(NEVER);
      }),
      { numRuns: 3000 },
    );
  });

  it('is empty or has something to see', () => {
    fc.assert(
      fc.property(nasty, (input) => {
        expect(clean(input)).toMatch(/^$|[^\s\p{M}\p{DI}\u2800]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('comes back untouched when there is nothing to clean', () => {
    const plain = fc.array(
      fc.constantFrom(...'Привет, мир! Hello — «№ 5»', 'שלום', 'سلام', '日本語', '한국어'),
    );
    fc.assert(
      fc.property(plain, (parts) => {
        const text = parts.join('').trim().replace(/ +/g, ' ');
        expect(clean(text)).toBe(text);
      }),
    );
  });

  /** What is never seen at the end is taken away, and sends the text the long way. */
  const cleanLong = (text: string) => clean(`${text}\u200b`);

  it('is the same the short way and the long way, whatever letter it has', () => {
    for (let code = 1; code <= 0x1ffff; code++) {
      const text = `a${String.fromCodePoint(code)}b`;
      if (clean(text) !== cleanLong(text)) expect.fail(`U+${code.toString(16)}`);
    }
  });

  it('is the same the short way and the long way, whatever letters stand together', () => {
    const letter = fc.oneof(
      fc.integer({ min: 1, max: 0x1ffff }).map((code) => String.fromCodePoint(code)),
      fc.constantFrom(...'a я.\n\u00e9\u05e9\u0644\u304b\uac00👍🌻\u{1f3fb}\u{1f1f7}\ufe0f\u200d'),
    );
    const text = fc.oneof(
      nasty,
      fc.array(letter, { maxLength: 6 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...'aя \n'), { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (input) => {
        expect(clean(input)).toBe(cleanLong(input));
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['letters', 'a'],
    ['words', 'a '],
    ['words and what is not clean', `${'a '.repeat(1000)}\u200b`],
    ['marks', '\u0301\u0316'],
    ['marks and joiners', '\u093c\u200d'],
    ['zero widths', '\u200b'],
    ['emoji', '👨\u200d'],
    ['spaces', ' \t'],
    ['lines', ' \n'],
    ['lone surrogates', '\ud800'],
  ])('T16 takes a megabyte of %s without a long task', (_name, unit) => {
    const input = `a${unit.repeat(1_000_000 / unit.length)}b`;
    const start = performance.now();
    clean(input);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('a name in one line', () => {
  it('has no line break and no two spaces in a row', () => {
    fc.assert(
      fc.property(nasty, (input) => {
        expect(cleanName(input)).not.toMatch(/\n|\s\s|^\s|\s$/);
      }),
    );
  });
});

describe('a text of many lines', () => {
  it('T23 has as many lines whatever ends them', () => {
    for (const end of ['\r\n', '\r', '\u2028', '\u2029', '\u0085'])
      expect(cleanText(`a${end}b${end}${end}c`)).toBe('a\nb\n\nc');
  });

  it('never leaves more than two blank lines in a row', () => {
    fc.assert(
      fc.property(nasty, (input) => {
        expect(cleanText(input)).not.toMatch(/\n{4}|[^\S\n]\n/);
      }),
    );
  });
});
