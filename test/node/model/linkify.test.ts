import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLinks } from '../../../src/model/linkify.js';

/** Links as `[label]`, the rest as it is. */
const marked = (text: string) =>
  splitLinks(text)
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.label}]`))
    .join('');

const joined = (text: string) =>
  splitLinks(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.label))
    .join('');

describe('addresses in a text', () => {
  it.each([
    ['http://a.test/x).', '[http://a.test/x]).'],
    ['(https://a.test/a_(b))', '([https://a.test/a_(b)])'],
    ['https://a.test,https://b.test', '[https://a.test],[https://b.test]'],
    ['https://a.test/?a[]=1&b=(', '[https://a.test/?a[]=1&b=]('],
    ['https://a.test/x,y;z', '[https://a.test/x,y;z]'],
    ['https://a.test&quot;', '[https://a.test]&quot;'],
    ['<a href="https://a.test">b</a>', '<a href="[https://a.test]">b</a>'],
    ['«https://a.test»', '«[https://a.test]»'],
    ['@user@host.test', '@user@host.test'],
    ['#tag', '#tag'],
    ['See www.a.test!', 'See [www.a.test]!'],
    ['Смотриhttps://a.test/путь?да=1…', 'Смотри[https://a.test/путь?да=1]…'],
    ['https://web.archive.org/2020/https://a.test/', '[https://web.archive.org/2020/https://a.test/]'],
    ['a@www.host.test', 'a@www.host.test'],
    ['https://user@evil.test/', 'https://user@evil.test/'],
    ['[click](javascript:__pwn=1)', '[click](javascript:__pwn=1)'],
    ['javascript://a.test/%0aalert(1)', 'javascript://a.test/%0aalert(1)'],
    ['Node.js and a.test stay words', 'Node.js and a.test stay words'],
    ['https://', 'https://'],
    ['www.', 'www.'],
    ['HTTP://A.test', '[HTTP://A.test]'],
    ['https://a.test\nhttps://b.test', '[https://a.test]\n[https://b.test]'],
    ['', ''],
  ])('T24 %j', (text, want) => {
    expect(marked(text)).toBe(want);
  });

  it('lead where they say', () => {
    expect(splitLinks('go www.a.test')).toContainEqual({ label: 'www.a.test', url: 'https://www.a.test/' });
  });

  it('become links up to the limit, the rest stays text', () => {
    const text = 'https://a.test/ '.repeat(60);
    const pieces = splitLinks(text);
    expect(pieces.filter((piece) => typeof piece !== 'string')).toHaveLength(50);
    expect(joined(text)).toBe(text);
    // Each piece costs the card a node.
    expect(pieces.length).toBeLessThanOrEqual(101);
  });

  it('leave the text whole when the pieces are joined', () => {
    const part = fc.constantFrom(
      'https://',
      'http://',
      'www.',
      'a.test',
      '/x',
      '(',
      ')',
      '.',
      ',',
      ';',
      ' ',
      '\n',
      '@',
      '&quot;',
      '😀',
      '"',
      'я',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ maxLength: 3 })), { maxLength: 20 }), (parts) => {
        expect(joined(parts.join(''))).toBe(parts.join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('S14 take no time in 200 KB of anything', () => {
    const units = [
      'https://',
      'www.',
      'https://a.test,',
      'https://a.test)',
      '(',
      ')',
      'https://(((',
      '&quot;',
      'a.',
      'http:/',
      ',;',
    ];
    for (const unit of units) {
      for (const text of [
        unit.repeat(200_000 / unit.length),
        `https://a.test/${unit.repeat(200_000 / unit.length)}`,
      ]) {
        const start = performance.now();
        expect(joined(text) === text).toBe(true);
        expect(performance.now() - start).toBeLessThan(1500);
      }
    }
  });
});
