import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cutText } from '../../../src/model/text.js';

const family = '👨\u200d👩\u200d👧\u200d👦';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('cutting a text', () => {
  it('gives the text itself when it is short enough', () => {
    expect(cutText('short', 5)).toBe('short');
    expect(cutText(family.repeat(3), 3)).toBe(family.repeat(3));
    expect(cutText('two words', 9)).toBe('two words');
    expect(cutText('', 0)).toBe('');
  });

  it('T18 counts graphemes and never cuts one', () => {
    expect(cutText(family.repeat(4), 3)).toBe(family.repeat(3));
    expect(cutText('e\u0301'.repeat(4), 3)).toBe('e\u0301'.repeat(3));
  });

  it.each([57, 58, 59])('counts a grapheme as one wherever it stands: after %i letters', (letters) => {
    const start = `😀${'x'.repeat(letters)}${family}`;
    expect(cutText(`${start}yz`, letters + 2)).toBe(start);
  });

  it('T28 counts an emoji as one', () => {
    expect(cutText('😀'.repeat(10_000), 200)).toBe('😀'.repeat(200));
  });

  it('cuts at a space that is near, without it', () => {
    expect(cutText('one two three four', 12)).toBe('one two');
    expect(cutText('one two three four', 14)).toBe('one two three');
    expect(cutText('one two\nthree four', 10)).toBe('one two');
    expect(cutText('one   two three', 8)).toBe('one');
  });

  it('T15 cuts inside a word that is too long to give up', () => {
    expect(cutText('я'.repeat(5000), 100)).toBe('я'.repeat(100));
    expect(cutText(`a ${'b'.repeat(100)}`, 60)).toBe(`a ${'b'.repeat(58)}`);
  });

  it('bounds the length even where all is one grapheme', () => {
    expect(cutText(`a${family.repeat(2)}${'\u0301'.repeat(10_000)}`, 10).length).toBeLessThanOrEqual(10 * 60);
  });

  it.each(['a', 'я', '😀', family, '\u0301'])('takes 200 000 characters without a long task: %j', (unit) => {
    const text = unit.repeat(200_000 / unit.length);
    const start = performance.now();
    cutText(text, 200_000);
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('never cuts a surrogate pair in a browser without Intl.Segmenter', () => {
    vi.stubGlobal('Intl', {});
    expect(cutText('😀😀😀', 2)).toBe('😀😀');
    expect(cutText(family, 2)).toBe('👨\u200d');
  });

  it('gives a beginning of the text, within the limit and free of halves', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.nat(40), (input, limit) => {
        const cut = cutText(input, limit);
        expect(input.startsWith(cut)).toBe(true);
        expect(cut).not.toMatch(/\p{Cs}/u);
        expect([...new Intl.Segmenter().segment(cut)].length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
