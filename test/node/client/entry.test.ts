import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as entry from '../../../src/client.js';

/** Everything that the module pulls in at run time: its own files by address, packages by name. */
function imports(file: URL, found = new Set<string>()): Set<string> {
  if (found.has(file.href)) return found;
  found.add(file.href);
  const code = readFileSync(file, 'utf8');
  for (const [, name = ''] of code.matchAll(
    /^(?:import|export)\s[^;]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm,
  )) {
    if (name.startsWith('.')) imports(new URL(name.replace(/\.js$/, '.ts'), file), found);
    else found.add(name);
  }
  return found;
}

it('the client entry needs no package and nothing of the elements', () => {
  const found = [...imports(new URL('../../../src/client.ts', import.meta.url))];
  expect(found.length).toBeGreaterThan(8);
  expect(found.filter((name) => !name.startsWith('file:'))).toEqual([]);
  expect(found.filter((name) => /\/src\/(?:elements|locales|sources\/mailru)\b/.test(name))).toEqual([]);
});

it('the client entry gives the client, the errors and the two doors for addresses, nothing else', () => {
  const errors = [
    'Aborted',
    'Api',
    'Auth',
    'Config',
    'Feed',
    'Format',
    'Http',
    'Network',
    'Timeout',
    'TooLarge',
  ];
  expect(Object.keys(entry).sort()).toEqual(
    ['FeedClient', ...errors.map((name) => `${name}Error`), 'toLinkUrl', 'toMediaUrl'].sort(),
  );
});
