import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLinkUrl, toMediaUrl } from '../../src/model/safe-url.js';

const from = (...parts: string[]) => fc.constantFrom(...parts);
const many = (part: fc.Arbitrary<string>, maxLength = 6) =>
  fc.array(part, { maxLength }).map((parts) => parts.join(''));

const host = many(
  from(
    ...'a1.-_A',
    'example.',
    'xn--',
    'xn--80ak6aa92e.',
    '0x7f',
    '127.0.0.1',
    'local',
    'lan',
    'com',
    'é',
    'x'.repeat(64),
  ),
);
const place = many(
  fc.oneof(
    from(...'/.?#%&=+,;:@!$*()~\'"|\\^`{}[]<> \t\né', '/..', '/.a', '%2e', '%2E/', '%zz', 'a', '1', '_'),
    fc.string(),
  ),
  8,
);
const scheme = from(
  'https://',
  'https://',
  'http://',
  'HTTPS://',
  'https:/',
  '//',
  'ftp://',
  'https://a@',
  'http://a.com:80',
);

/** The short way for most addresses against `URL` itself, whose white space at the beginning means the long way. */
export function describeNormalUrls(): void {
  describe('an address that is in normal form already', () => {
    it('is what URL makes of it', () => {
      const address = fc.tuple(
        scheme,
        fc.oneof(host, from('a.com', 'www.a-b.example')),
        from('', '/'),
        place,
      );
      fc.assert(
        fc.property(address, (parts) => {
          const text = parts.join('');
          expect(toLinkUrl(text)).toBe(toLinkUrl(` ${text}`));
          expect(toMediaUrl(text)).toBe(toMediaUrl(` ${text}`));
        }),
        { numRuns: 5000 },
      );
    });

    it('is what URL makes of it, whatever letter stands where', () => {
      for (let code = 1; code < 0x180; code++) {
        const letter = String.fromCharCode(code);
        for (const text of [
          `a${letter}b.com/`,
          `a.c${letter}m/`,
          `a.com/${letter}`,
          `a.com/a${letter}b`,
          `a.com/?${letter}`,
        ])
          expect(toLinkUrl(`https://${text}`)).toBe(toLinkUrl(` https://${text}`));
      }
    });

    it.each([2047, 2048, 2049])('is left out where it is too long: %i', (length) => {
      const text = 'http://a.com/'.padEnd(length, 'x');
      expect(toLinkUrl(text)).toBe(length > 2048 ? undefined : text);
      expect(toMediaUrl(text)).toBe(length > 2047 ? undefined : text.replace('http', 'https'));
    });
  });
}
