import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

/** An exported name with its words, as tsc writes them. */
const EXPORTED =
  /^(?:\/\*\*(?:[^*]|\*(?!\/))*\*\/\n)?export (?:declare )?(?:abstract )?(?:function|class|const|interface|type) (\w+)(?:.*;|.*\{\n(?: .*\n)*\}.*)\n/gm;
const IMPORT = /^(import (?:type )?\{ )(.*)( \} from .*\n)/gm;
const COMMENT = /\/\*\*(?:[^*]|\*(?!\/))*\*\//g;

/** Takes away what of a folder's types nothing leads to that an app can import, and shortens the rest. */
export function pruneTypes(folder, exported) {
  const urls = readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => new URL(path, folder).href);
  const texts = new Map(urls.map((url) => [url, shorten(readFileSync(new URL(url), 'utf8'))]));
  const entries = urls.filter((url) =>
    isEntry(`./${url.slice(new URL('..', folder).href.length)}`, exported),
  );
  // One that goes may have been the last to need another.
  for (let before; before !== sizeOf(texts);) {
    before = sizeOf(texts);
    const kept = reached(entries, texts);
    for (const url of texts.keys()) if (!kept.has(url)) texts.delete(url);
    for (const url of kept) if (!entries.includes(url)) texts.set(url, withoutUnused(url, texts));
  }
  for (const url of urls)
    if (texts.has(url)) writeFileSync(new URL(url), withTabs(texts.get(url)));
    else rmSync(new URL(url));
}

const sizeOf = (texts) => [...texts.values()].join('').length;

/** A pattern stands for every file that fits. */
function isEntry(path, exported) {
  return Object.values(exported).some(({ types = '' }) => {
    const [before, after] = types.split('*');
    return path === types || (after && path.startsWith(before) && path.endsWith(after));
  });
}

function reached(entries, texts) {
  const kept = new Set();
  const keep = (url) => {
    if (kept.has(url) || !texts.has(url)) return;
    kept.add(url);
    for (const [, path] of texts.get(url).matchAll(/(?:from|import)[ (]*['"](\.[^'"]+)\.js['"]/g))
      keep(new URL(`${path}.d.ts`, url).href);
  };
  entries.forEach(keep);
  return kept;
}

/** The text of a file without exports that are named nowhere, and without imports that are then not needed. */
function withoutUnused(url, texts) {
  const code = [...texts.values()].join('').replace(COMMENT, '');
  const text = texts.get(url).replace(EXPORTED, (whole, name) => (count(name, code) > 1 ? whole : ''));
  const own = text.replace(COMMENT, '');
  return text.replace(IMPORT, (_, start, names, end) => {
    const needed = names.split(', ').filter((name) => count(/\w+$/.exec(name)[0], own) > 1);
    return needed.length > 0 ? `${start}${needed.join(', ')}${end}` : '';
  });
}

const count = (name, code) => code.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0;

/** Without what the manifest or Lit says of an element, and without what is not for apps: the package is to be small. */
const shorten = (text) =>
  text
    .replace(/^ {4}\/\*\* @ignore \*\/\n.*\n/gm, '')
    .replace(/^ {4}(?:dis)?connectedCallback\(\): void;\n/gm, '')
    .replace(' implements View', '')
    .replace(/^(?: {4}\/\*\*.*\*\/\n)? {4}(?:protected \w+\(|static (?:styles|properties):).*\n/gm, '')
    .replace(/^ \* @(?:csspart|cssproperty|fires|slot) .*\n/gm, '');

const withTabs = (text) => text.replace(/^(?: {4})+/gm, (spaces) => '\t'.repeat(spaces.length / 4));
