import { describe, expect, it } from 'vitest';
import { displayHost, labelMisleads, toLinkUrl, toMediaUrl } from '../../src/model/safe-url.js';
import { HOSTILE_URLS } from './hostile-urls.js';

/** Run in Node and in a browser: their URL parsers are not the same. */
export function describeHostileUrls(): void {
  const shown = HOSTILE_URLS.map((row) => ({
    ...row,
    name: `${row.id} ${JSON.stringify(row.input.slice(0, 60))}`,
  }));

  describe('an address from a post', () => {
    it.each(shown)('$name', ({ input, link, media, host }) => {
      const url = toLinkUrl(input);
      expect(url).toBe(link);
      expect(toMediaUrl(input)).toBe(media);
      if (!url) return;
      expect(toLinkUrl(url)).toBe(url);
      expect(displayHost(url)).toBe(host ?? new URL(url).hostname);
    });

    it('covers every row of the threat list', () => {
      const ids = new Set(HOSTILE_URLS.map(({ id }) => id));
      const wanted = Array.from({ length: 60 }, (_, index) => `U${String(index + 1).padStart(2, '0')}`);
      // U46 is a label, below.
      expect(wanted.filter((id) => !ids.has(id))).toEqual(['U46']);
    });
  });

  describe('a label beside its link', () => {
    it.each([
      ['https://bank.example', 'https://evil.test/', true],
      ['bank.example', 'https://evil.test/', true],
      ['www.bank.example/login', 'https://evil.test/', true],
      ['evil.test.bank.example', 'https://evil.test/', true],
      ['my.mail.ru', 'https://mail.ru/', true],
      ['\u0430pple.com', 'https://xn--pple-43d.com/', true],
      ['почта.рф', 'https://xn--80a1acny.xn--p1ai/', false],
      ['Our news', 'https://evil.test/', false],
      ['2.0', 'https://evil.test/', false],
      ['me@bank.example', 'https://evil.test/', false],
      ['EVIL.test', 'https://www.evil.test/', false],
      ['https://evil.test/bank.example/index.html', 'https://evil.test/bank.example/index.html', false],
    ])('U46 %j -> %s misleads: %s', (label, address, misleads) => {
      const url = toLinkUrl(address);
      expect(url && labelMisleads(label, url)).toBe(misleads);
    });
  });
}
