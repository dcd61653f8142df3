// Whether the code in README.md and docs/ is right. What is a file of examples/ must be that file, word for word, and is
// tested there. TypeScript is checked against the built types, HTML and CSS against the manifest, CSS by a browser too,
// commands by what they call. A block that nothing checks is a fault, and so is a link that leads nowhere.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { blocksOf, pages } from './docs-blocks.mjs';
import { commandFaults } from './docs-commands.mjs';
import { styleFaults } from './docs-styles.mjs';
import { isTyped, typeFaults } from './docs-types.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const read = (name) => readFileSync(path(name), 'utf8');
if (!existsSync(path('dist/index.d.ts'))) throw new Error('dist/ has no types: run `npm run build` first.');
const manifest = JSON.parse(read('dist/custom-elements.json'));
const elements = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);
const namesOf = (key) => new Set(elements.flatMap((element) => element[key].map(({ name }) => name)));

const blocks = pages.flatMap(blocksOf);
const problems = [];
const filesOf = (at) =>
  blocks.filter((block) => block.at.split(':')[0] === at.split(':')[0]).map(({ file }) => file);

const CHECKS = {
  sh: ({ at, code }) => commandFaults(code, filesOf(at)),
  json: ({ code }) => jsonFaults(code),
  html: ({ code }) => htmlFaults(code),
  ini: ({ at, code }) => settingFaults(at, code),
  '': ({ code }) => policyFaults(code),
};
function jsonFaults(code) {
  try {
    JSON.parse(code);
    return [];
  } catch (error) {
    return [error.message];
  }
}

/** On every element of HTML. */
const GLOBAL = ['class', 'dir', 'hidden', 'id', 'slot', 'style', 'title'];
function htmlFaults(code) {
  const maps = [...code.matchAll(/<script type="importmap">(.*?)<\/script>/gs)];
  const tags = [...code.matchAll(/<([a-z]+-[a-z-]+)([^>]*)>/g)];
  return [
    ...maps.flatMap(([, json]) => jsonFaults(json)),
    ...tags.flatMap(([, tag, attributes]) => {
      const element = elements.find(({ tagName }) => tagName === tag);
      if (!element) return [`there is no <${tag}>.`];
      const known = new Set([...GLOBAL, ...element.attributes.map(({ name }) => name)]);
      return [...attributes.matchAll(/([\w-]+)(?:="[^"]*")?/g)]
        .filter(([, name]) => !known.has(name))
        .map(([, name]) => `<${tag}> has no attribute ${name}.`);
    }),
  ];
}

/** The settings that a page gives are those that the examples on it read. */
function settingFaults(at, code) {
  const [page] = at.split(':');
  const examples = blocks.filter((block) => block.example && block.at.startsWith(`${page}:`));
  const wanted = new Set(
    examples.flatMap((block) => [...block.code.matchAll(/\benv\.([A-Z_]+)/g)].map(([, name]) => name)),
  );
  const lines = code.split('\n').filter((line) => line && !line.startsWith('#'));
  const given = new Set(lines.map((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? line));
  return [
    ...[...given].filter((name) => !wanted.has(name)).map((name) => `no example reads ${name}.`),
    ...[...wanted].filter((name) => !given.has(name)).map((name) => `${name} is not said.`),
  ];
}

/** Blocks without a language are policies; the tests load pages under the same one. */
function policyFaults(code) {
  const tested = read('test/helpers/host-page.ts');
  const names = code.split(/[;\n]/).flatMap((part) => /[a-z-]+/.exec(part.trim())?.[0] ?? []);
  return names.filter((name) => !tested.includes(name)).map((name) => `no test has ${name} in its policy.`);
}

for (const block of blocks) {
  const { at, language, code, example, file } = block;
  const faults = [];
  if (example) {
    if (!existsSync(path(example))) faults.push(`there is no ${example}.`);
    else if (read(example) !== code) faults.push(`this is not what ${example} holds.`);
    if (!file || !example.endsWith(`/${file}`))
      faults.push(`say above it that it is the file of ${example}.`);
  } else if (!CHECKS[language] && !isTyped(language) && language !== 'css')
    faults.push(`nothing checks ${language}: make it a file of examples/.`);
  faults.push(...(CHECKS[language]?.(block) ?? []));
  problems.push(...faults.map((fault) => `${at}: ${fault}`));
}

problems.push(...typeFaults(blocks), ...(await styleFaults(blocks, elements)));

const NAMES = [
  ['slot', namesOf('slots'), /\bslot="([\w-]+)"/g],
  ['part', namesOf('cssParts'), /::part\(([\w-]+)\)/g],
  ['custom property', namesOf('cssProperties'), /(--feed-[\w-]+)/g],
];
/** As GitHub makes them of headings. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
const anchors = ({ text }) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading));
for (const { name, text } of pages) {
  const say = (fault) => problems.push(`${name}: ${fault}`);
  for (const [what, names, pattern] of NAMES)
    for (const [, one] of text.matchAll(pattern)) if (!names.has(one)) say(`there is no ${what} ${one}.`);
  for (const [file] of text.matchAll(/whats-new-feed[.\w]*\.min\.js/g))
    if (!existsSync(path(`dist/${file}`))) say(`the package has no ${file}.`);
  for (const [, file] of text.matchAll(/node_modules\/whats-new-feed\/([\w./-]*)/g))
    if (!existsSync(path(file))) say(`the package has no ${file}.`);
  for (const [, command] of text.matchAll(/`(np[mx] [^`]+)`/g))
    for (const fault of commandFaults(command)) say(fault);
  for (const [, to] of text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)) {
    const [file, anchor] = to.split('#');
    const target = file ? join(dirname(name), file) : name;
    const linked = pages.find((one) => one.name === target);
    if (!existsSync(path(target))) say(`there is no ${to}.`);
    else if (anchor && linked && !anchors(linked).includes(anchor)) say(`${target} has no #${anchor}.`);
  }
}
const told = anchors(pages.find(({ name }) => name === 'docs/events.md'));
for (const event of namesOf('events'))
  if (!told.includes(event)) problems.push(`docs/events.md: write about ${event}.`);
const [, kilobytes] = /Under (\d+) kB gzip/.exec(read('README.md'));
const size = gzipSync(readFileSync(path('dist/whats-new-feed.min.js'))).length / 1000;
if (size > kilobytes || size < kilobytes - 5)
  problems.push(`README.md: the script has ${size.toFixed(1)} kB; that is not "under ${kilobytes}".`);

for (const problem of problems) console.error(problem);
const { length: examples } = blocks.filter(({ example }) => example);
console.log(
  `${blocks.length} code blocks of ${pages.length} pages were checked, ${examples} of them as files of examples/.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;
