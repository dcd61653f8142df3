// Whether the code in README.md and docs/ is right: TypeScript against the built types, and the attributes, slots, parts
// and custom properties of HTML and CSS against the manifest. Blocks that are files of examples/ are tested there.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
if (!existsSync(path('dist/index.d.ts'))) throw new Error('dist/ has no types: run `npm run build` first.');
const manifest = JSON.parse(readFileSync(path('dist/custom-elements.json'), 'utf8'));
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);
const known = (key) => new Set(elements.flatMap((element) => element[key].map(({ name }) => name)));

const pages = ['README.md', ...readdirSync(path('docs')).map((name) => `docs/${name}`)]
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ name, text: readFileSync(path(name), 'utf8') }));
const blocks = pages.flatMap(({ name, text }) =>
  [...text.matchAll(/(<!-- examples\/\S+ -->\n\n)?```(\w+)\n(.*?)```/gs)].map((match) => {
    const [, example, language, code] = match;
    const line = text.slice(0, match.index).split('\n').length;
    return { at: `${name}:${line}`, isExample: example !== undefined, language, code };
  }),
);
const problems = [];

const folder = path('reports/docs');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const files = new Map(
  blocks
    .filter(({ language, isExample }) => /^[jt]sx?$/.test(language) && !isExample)
    .map(({ at, language, code }) => {
      const file = `${folder}/${at.replace(/\W+/g, '-')}.${language}`;
      writeFileSync(file, `${code}\nexport {};\n`);
      return [file, at];
    }),
);
const program = ts.createProgram([...files.keys(), path('docs/code-blocks.d.ts')], {
  allowJs: true,
  checkJs: true,
  exactOptionalPropertyTypes: true,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noEmit: true,
  skipDefaultLibCheck: true,
  strict: true,
  target: ts.ScriptTarget.ES2022,
  types: ['node'],
});
for (const { file, start = 0, messageText } of ts.getPreEmitDiagnostics(program)) {
  const line = file ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
  const message = ts.flattenDiagnosticMessageText(messageText, ' ');
  problems.push(`${files.get(file?.fileName) ?? file?.fileName}, line ${line} of the block: ${message}`);
}

/** On every element of HTML. */
const GLOBAL = ['class', 'dir', 'hidden', 'id', 'slot', 'style', 'title'];
for (const { at, code } of blocks.filter(({ language }) => language === 'html')) {
  for (const [, tag, attributes] of code.matchAll(/<([a-z]+-[a-z-]+)([^>]*)>/g)) {
    const element = elements.find(({ tagName }) => tagName === tag);
    const names = new Set([...GLOBAL, ...(element?.attributes.map(({ name }) => name) ?? [])]);
    for (const [, name] of attributes.matchAll(/([\w-]+)(?:="[^"]*")?/g))
      if (!names.has(name)) problems.push(`${at}: <${tag}> has no attribute ${name}.`);
  }
}

const NAMES = [
  ['slot', known('slots'), /\bslot="([\w-]+)"/g],
  ['part', known('cssParts'), /::part\(([\w-]+)\)/g],
  ['custom property', known('cssProperties'), /(--feed-[\w-]+)/g],
];
for (const { name: page, text } of pages) {
  for (const [what, names, pattern] of NAMES)
    for (const [, name] of text.matchAll(pattern))
      if (!names.has(name)) problems.push(`${page}: there is no ${what} ${name}.`);
}

for (const problem of problems) console.error(problem);
console.log(`${files.size} of ${blocks.length} code blocks of ${pages.length} pages were type-checked.`);
process.exitCode = problems.length > 0 ? 1 : 0;
