import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayHost, labelMisleads, toLinkUrl, toMediaUrl } from '../../../src/model/safe-url.js';

const part = fc.oneof(
  fc.constantFrom(
    'http',
    'HTTPS',
    ':',
    '//',
    '/',
    '\\',
    '@',
    '#',
    '?',
    '.',
    '..',
    '[',
    ']',
    '%',
    '%2e',
    '\t',
    ' ',
    '\n',
  ),
  fc.constantFrom(
    'javascript',
    'data',
    'evil.test',
    'localhost',
    '127.1',
    '0x7f',
    '10.0.0.1',
    'xn--',
    'xn--80a1acny',
  ),
  fc.constantFrom('аррӏе', '。', '\u00ad', '\u202e', '\ud800', '_', '-', ':80', ':443', 'www.'),
  fc.string({ maxLength: 3 }),
);
const address = fc.oneof(
  fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.array(part, { maxLength: 8 }).map((parts) => `https://${parts.join('')}`),
  fc.webUrl(),
);

const misleads = (label: string, address: string) => {
  const url = toLinkUrl(address);
  if (!url) throw new Error(`${address} is no address.`);
  return labelMisleads(label, url);
};

describe('an address', () => {
  it('has at most 2048 characters, as it comes and in normal form', () => {
    const long = (length: number) => 'https://A.test/'.padEnd(length, 'x');
    expect(toLinkUrl(long(2048))).toHaveLength(2048);
    expect(toLinkUrl(long(2049))).toBeUndefined();
    expect(toLinkUrl(`https://a.test/${'\t'.repeat(2048)}`)).toBeUndefined();
    expect(toLinkUrl(`https://a.test/${'é'.repeat(1000)}`)).toBeUndefined();
  });

  it.each(['xhttps://a.test/', 'httpsx://a.test/', 'https-x://a.test/'])(
    '%s is of no web scheme',
    (address) => {
      expect(toLinkUrl(address)).toBeUndefined();
    },
  );
});

describe('an address the page may load', () => {
  it.each([
    ['http://a.test/http:x', 'https://a.test/http:x'],
    ['https://a.test/http:x', 'https://a.test/http:x'],
    ['https://X.local.test/a', 'https://x.local.test/a'],
    ['a.b/x', 'https://a.b/x'],
  ])('%s is %s', (given, made) => {
    expect(toMediaUrl(given)).toBe(made);
  });
});

describe('a label', () => {
  it.each([
    'https://bank.example',
    'bank.example',
    'log in at http://bank.example/in now',
    'log in at HTTPS://bank.example',
    '(www.bank.example)',
    'www.bank.example.',
    'bank.example!',
    'go to www.bank.example. It is safe',
    'sign in at bank.example',
    'open bank.example/login now',
    '🔒 bank.example (secure)',
    'ftp://bank.example',
    "log in at bank.example's site",
    'go to bank.example:login',
    'bank.example|login',
    'https://bank.example@evil.test',
    'https://bank.example:login',
    'help@a.test or bank.example',
    'evil.test, now bank.example',
    'बैंक.भारत में',
    'at a.b.bank.example',
    'at HTTP://localhost/',
    'http://10.0.0.1/',
    'so...bank.example',
    '_bank.example_',
    '-bank.example',
  ])('that names another host misleads: %s', (label) => {
    expect(misleads(label, 'https://evil.test/')).toBe(true);
  });

  it.each([
    'evil.test',
    'https://evil.test/page',
    'read (www.evil.test) more',
    'at evil.test',
    'see a_b.c.evil.test now',
    'https://evil.test/index.html',
    'evil.test/?u=https://bank.example/(a)b.html',
    'plain. Words',
    'e.g. 2.0.1',
    'т.е. это',
    'vera.petrova@mail.example',
    '@vera.petrova',
    '@vera-anna.maria.petrova',
    '@बैंक.भारत',
    '',
    'http://',
  ])('that names the host, or none, does not: %s', (label) => {
    const host = label.includes('a_b') ? 'a_b.c.evil.test' : 'www.evil.test';
    expect(misleads(label, `https://${host}/`)).toBe(false);
  });
});

describe('whatever string comes', () => {
  it('a link is undefined or an absolute http(s) address without user name, in normal form', () => {
    fc.assert(
      fc.property(address, (input) => {
        const link = toLinkUrl(input);
        if (link === undefined) return;
        const url = new URL(link);
        expect(link).toMatch(/^https?:\/\/[\w.-]+(?::\d+)?\//);
        expect(url.username + url.password).toBe('');
        expect(link.length).toBeLessThanOrEqual(2048);
        expect(url.href).toBe(link);
        expect(toLinkUrl(link)).toBe(link);
      }),
      { numRuns: 3000 },
    );
  });

  it('media is undefined or a link raised to https, on a named host with a dot', () => {
    fc.assert(
      fc.property(address, (input) => {
        const media = toMediaUrl(input);
        if (media === undefined) return;
        expect(toLinkUrl(input)?.replace(/^http:/, 'https:')).toBeDefined();
        expect(media).toMatch(/^https:\/\/(?:[\w-]+\.)+(?!\d+[/:])[\w-]+(?::\d+)?\//);
        expect(toMediaUrl(media)).toBe(media);
      }),
      { numRuns: 3000 },
    );
  });

  it('a shown host is the host itself: typed into an address bar it leads to the same place', () => {
    fc.assert(
      fc.property(address, (input) => {
        const link = toLinkUrl(input);
        if (!link) return;
        const hostname = new URL(link).hostname.replace(/^www\.(?=.*\.)/, '');
        expect(new URL(`https://${displayHost(link)}`).hostname).toBe(hostname);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('what is as long as it may be', () => {
  it.each([
    ['an address', () => toLinkUrl(`${'a.'.repeat(1000)}@`)],
    // One grapheme, and so a name of the allowed length.
    ['a label', () => misleads('👨\u200d'.repeat(1000), 'https://a.test/')],
  ])('takes no time a thousand times in an answer: %s (S14)', (_, read) => {
    const start = performance.now();
    expect(Array.from({ length: 1000 }, () => Boolean(read()))).not.toContain(true);
    expect(performance.now() - start).toBeLessThan(800);
  });
});

describe('a host that looks like another', () => {
  it.each([
    '\u0440\u0430\u0443.com',
    '\u03bf\u03c1\u03b5\u03b7\u0430.com',
    'mix\u0435d.org',
    '\u0455\u0441\u043e\u0440\u0435.com',
  ])('%s is shown in punycode', (host) => {
    const link = toLinkUrl(`https://${host}/`);
    expect(link && displayHost(link)).toMatch(/^xn--/);
  });

  it('stays punycode where the punycode itself is a forgery', () => {
    for (const host of ['xn--a.test', 'xn--abc-.test', 'xn--zzzzzzzz.test']) {
      const link = toLinkUrl(`https://${host}/`);
      if (link) expect(displayHost(link)).toBe(host);
    }
  });
});
