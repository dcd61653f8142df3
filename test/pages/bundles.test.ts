import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const read = (path: string) => readFileSync(folder(path), 'utf8');

/** What signs, and what holds what is signed with. */
const SIGNING = /\.subtle\b|importKey|HMAC|SHA-1|\bmd5\b|(?:secret|private)_?key|apiSecret|api_secret/i;

/** A file and whatever it imports from the package itself. */
function withImports(entry: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(entry)) return found;
  const code = read(entry);
  found.set(entry, code);
  for (const [, path = ''] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
    const url = new URL(path, `file:///${entry}`);
    withImports(url.pathname.slice(1), found);
  }
  return found;
}

describe('what is built for browsers', () => {
  const scripts = readdirSync(folder('dist')).filter((name) => name.endsWith('.min.js'));
  const entries = [
    'index',
    'define',
    'client',
    ...['mailru', 'getstream', 'piictu'].map((name) => `sources/${name}`),
  ];

  it.each(scripts.map((name) => `dist/${name}`))(
    '%s has no signing code and no option for a secret',
    (path) => {
      expect(read(path)).not.toMatch(SIGNING);
    },
  );

  it.each(entries)('dist/%s.js and what it imports have none either', (name) => {
    for (const [path, code] of withImports(`dist/${name}.js`)) expect(code, path).not.toMatch(SIGNING);
  });

  it('is told apart from what is for servers, which has both', () => {
    const code = [...withImports('dist/server.js').values()].join('\n');
    expect(code).toMatch(/\.subtle\b/);
    expect(code).toMatch(/apiSecret/);
  });
});

describe('an app that imports one source', () => {
  /** Words of the wire that only this source has. */
  const marks = { mailru: 'stream.getByAuthor', getstream: 'stream-auth-type', piictu: 'v1/streams' };

  it.each(Object.keys(marks))('gets %s and nothing of the others', (name) => {
    const code = read(`reports/size/${name}.js`);
    const found = Object.entries(marks).filter(([, mark]) => code.includes(mark));
    expect(found.map(([source]) => source)).toEqual([name]);
  });
});
