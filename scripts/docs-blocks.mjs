// The code blocks of README.md and docs/, each with what the page says of it.
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);

/** Name and text of each page. */
export const pages = ['README.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }));

const FENCE = /(?:<!-- (\S+) -->\n\n)?^```(.*)\n([^]*?)^```$/gm;

/**
 * The blocks of a page in order. `example` is the file of which a comment says that the block is it; `file` is what the
 * paragraph above calls it, in the section under `heading`.
 */
export function blocksOf({ name, text }) {
  return [...text.matchAll(FENCE)].map((match) => {
    const [, example, language, code] = match;
    const before = text.slice(0, match.index);
    const above = before.trimEnd().split('\n\n').at(-1);
    return {
      at: `${name}:${before.split('\n').length + (example === undefined ? 0 : 2)}`,
      heading: [...before.matchAll(/^## (.+)$/gm)].at(-1)?.[1],
      file: /`([\w./-]*\.\w+)`/.exec(above)?.[1],
      example,
      language,
      code,
    };
  });
}
