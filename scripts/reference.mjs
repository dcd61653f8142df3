// Writes the parts of docs/reference.md that repeat the code, from the manifest in dist/. With `--check` it only says
// whether they are as they should be, and whether everything public is described.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { undescribed } from './manifest.mjs';

const path = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const manifest = JSON.parse(readFileSync(path('dist/custom-elements.json'), 'utf8'));
const declarations = manifest.modules.flatMap((module) => module.declarations);
// The list comes first.
const elements = declarations.filter(({ customElement }) => customElement).reverse();

const code = (text) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
/** Each name once, with all elements that have it. */
const together = (key) => {
  const all = elements.flatMap((element) => element[key].map((item) => ({ ...item, tag: element.tagName })));
  return [...new Set(all.map(({ name }) => name))].map((name) => all.filter((item) => item.name === name));
};
const tags = (items) => items.map(({ tag }) => code(tag)).join(', ');

const fields = ({ members }) =>
  table(
    ['attribute', 'property', 'type', 'default', 'meaning'],
    members
      .filter(({ kind, readonly }) => kind === 'field' && !readonly)
      .map(({ name, attribute, type, default: value, description }) => [
        code(attribute),
        code(name),
        code(type.text.replace(' | undefined', '')),
        value === "''" ? '' : code(value),
        description,
      ]),
  );

/** What stands between `<!-- generated: name -->` and `<!-- end -->`. */
const SECTIONS = {
  ...Object.fromEntries(elements.map((element) => [element.tagName, () => fields(element)])),
  state: () =>
    table(
      ['property', 'type', 'meaning'],
      elements
        .flatMap(({ members }) => members)
        .filter(({ readonly }) => readonly)
        .map(({ name, type, description }) => [code(name), code(type.text), description]),
    ),
  methods: () =>
    table(
      ['method', 'meaning'],
      elements
        .flatMap(({ members }) => members)
        .filter(({ kind }) => kind === 'method')
        .map(({ name, parameters = [], description }) => {
          const given = parameters.map((one) => `${one.name}${one.optional ? '?' : ''}: ${one.type.text}`);
          return [code(`${name}(${given.join(', ')})`), description];
        }),
    ),
  events: () =>
    table(
      ['event', 'fields', 'fired by', 'when'],
      together('events').map((items) => {
        const [{ name, type, description }] = items;
        const { members } = declarations.find((one) => one.name === type.text);
        const own = members.map((member) => code(`${member.name}: ${member.type.text}`));
        return [code(name), own.join(', '), tags(items), description];
      }),
    ),
  slots: () =>
    table(
      ['slot', 'what'],
      together('slots').map(([{ name, description }]) => [code(name), description]),
    ),
  parts: () =>
    table(
      ['part', 'in', 'what'],
      together('cssParts').map((items) => [code(items[0].name), tags(items), items[0].description]),
    ),
  'custom-properties': () =>
    table(
      ['property', 'light', 'dark', 'for'],
      together('cssProperties').map(([{ name, default: value, description }]) => {
        const [, light = value, dark = value] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
        return [code(name), code(light), code(dark), description];
      }),
    ),
};

const page = path('docs/reference.md');
const before = readFileSync(page, 'utf8');
const written = before.replace(
  /(<!-- generated: ([\w-]+) -->\n).*?(<!-- end -->)/gs,
  (_, start, name, end) => `${start}\n${SECTIONS[name]()}\n\n${end}`,
);
const after = await prettier.format(written, {
  ...(await prettier.resolveConfig(page)),
  filepath: page,
});

if (!process.argv.includes('--check')) {
  writeFileSync(page, after);
} else {
  const silent = undescribed(manifest);
  if (silent.length > 0) console.error(`Write what these are for: ${silent.join('; ')}.`);
  if (after !== before) console.error('docs/reference.md is stale: run `npm run build && npm run docs`.');
  process.exitCode = silent.length > 0 || after !== before ? 1 : 0;
}
