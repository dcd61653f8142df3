import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** Code after a comment that names its file. */
const BLOCK = /<!-- (examples\/\S+) -->\n\n```\w+\n(.*?)\n```/gs;

describe.each(['docs/get-started.md', 'docs/servers.md'])('%s', (page) => {
  const blocks = [...read(page).matchAll(BLOCK)];

  it('has all its code from examples, but for commands', () => {
    const all = [...read(page).matchAll(/^```(?!sh$)\w+$/gm)];
    expect(all.length).toBeGreaterThan(4);
    expect(blocks.length).toBe(all.length);
  });

  it.each(blocks.map(([, path = '', code = '']) => [path, code]))('has %s word for word', (path, code) => {
    expect(`${code}\n`).toBe(read(path));
  });
});
