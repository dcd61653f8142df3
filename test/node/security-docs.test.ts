import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = new URL('../../', import.meta.url);
const text = readFileSync(new URL('docs/security.md', root), 'utf8');
const rows = [...text.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) =>
  row.split('|').map((cell) => cell.trim()),
);

/** How many cases `threats` has of each kind. */
const CASES = { S: 24, U: 60, T: 30, J: 41, X: 30, H: 25, C: 24, M: 14 };

/** "J01–J04" and "C01, C03" in full. */
function ids(cell: string): string[] {
  return [...cell.matchAll(/([A-Z])(\d+)(?:–\1(\d+))?/g)].flatMap(([, kind = '', first = '', last = first]) =>
    Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${kind}${Number(first) + index}`),
  );
}

describe('docs/security.md', () => {
  it('names tests that are there', () => {
    const named = [...text.matchAll(/`((?:node|browser|pages)\/[\w/-]+)`/g)].map(([, path]) => path ?? '');
    expect(new Set(named).size).toBeGreaterThan(50);
    expect([...new Set(named)].filter((path) => !existsSync(new URL(`test/${path}.test.ts`, root)))).toEqual(
      [],
    );
  });

  it.each(Object.entries(CASES))('says of every %s, up to %i, once what holds it', (kind, count) => {
    const told = rows.flatMap(([cell = '']) => (/^[A-Z]\d/.test(cell) ? ids(cell) : []));
    const wanted = Array.from({ length: count }, (_, index) => `${kind}${index + 1}`);
    const ofKind = told.filter((id) => id.startsWith(kind));
    expect(ofKind.sort()).toEqual(wanted.sort());
  });

  it('names every dependency, and no other (S20)', () => {
    const [, table = ''] = text.split('## Runtime dependencies');
    const named = [...table.matchAll(/^\| (`.+?) +\|/gm)].flatMap(
      ([, cell = '']) => cell.match(/[\w@/-]+/g) ?? [],
    );
    expect(named.sort()).toEqual(Object.keys(packageJson.dependencies).sort());
  });
});
