import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Takes away the type files of a folder that nothing leads to which an app can import, and shortens the others. */
export function pruneTypes(folder, exported) {
  const all = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => new URL(path, folder).href);
  const kept = new Set();
  const keep = (url) => {
    if (kept.has(url) || !existsSync(new URL(url))) return;
    kept.add(url);
    for (const [, path] of readFileSync(new URL(url), 'utf8').matchAll(
      /(?:from|import)[ (]*['"](\.[^'"]+)\.js['"]/g,
    ))
      keep(new URL(`${path}.d.ts`, url).href);
  };
  for (const { types } of Object.values(exported)) {
    const [before, after] = types?.split('*') ?? [];
    // A pattern stands for every file that fits.
    for (const url of all) {
      const path = `./${new URL(url).pathname.slice(new URL('..', folder).pathname.length)}`;
      if (path === types || (after && path.startsWith(before) && path.endsWith(after))) keep(url);
    }
  }
  for (const url of all)
    if (kept.has(url)) writeFileSync(new URL(url), shorten(readFileSync(new URL(url), 'utf8')));
    else rmSync(new URL(url));
}

/** Without what the manifest or Lit says of an element, and with tabs: the package is to be small. */
const shorten = (text) =>
  text
    .replace(/^(?: {4}\/\*\*.*\*\/\n)? {4}(?:protected \w+\(|static (?:styles|properties):).*\n/gm, '')
    .replace(/^ \* @(?:csspart|cssproperty|fires|slot) .*\n/gm, '')
    .replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
