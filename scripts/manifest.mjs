// What custom-elements.json says: texts and types as the analyzer reads them in the sources, attributes and tags as the
// built classes have them. Only what an app may use.
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';
import { LitElement } from 'lit';
import { readdirSync, readFileSync } from 'node:fs';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** What an element draws inside; the parts of that are its own too. */
const DRAWS = { FeedList: 'EventCard', EventCard: 'AttachmentView' };

const FILE = 'dist/index.js';

/** Reads src/ and what is in dist/ now. */
export async function makeManifest() {
  const entry = await import('../dist/index.js');
  await import('../dist/define.js');
  const paths = readdirSync(new URL('src/elements/', root), { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `src/elements/${path}`)
    .sort();
  const sources = new Map(paths.map((path) => [path, read(path)]));
  const modules = [...sources].map(([path, text]) =>
    ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true),
  );
  const found = create({ modules }).modules.flatMap(({ declarations }) => declarations);
  const classes = new Map(found.filter(({ kind }) => kind === 'class').map((one) => [one.name, one]));
  const eventTypes = new Map(
    [...sources.get('src/elements/events.ts').matchAll(/'([\w-]+)': (\w+);/g)].map(([, name, type]) => [
      name,
      type,
    ]),
  );
  const defaults = cssDefaults([...sources].filter(([path]) => path.endsWith('.styles.ts')));

  const partsOf = (name) => [
    ...(classes.get(name).cssParts ?? []).flatMap(splitParts).map(tidy),
    ...(DRAWS[name] ? partsOf(DRAWS[name]) : []),
  ];
  const element = (name, tagName, Class) => {
    const { description, members, events = [], slots = [], cssProperties = [] } = classes.get(name);
    const fields = members
      .filter((member) => isPublic(member))
      .map((member) => {
        // The analyzer adds it to what has a question mark, also where it stands there.
        member.type &&= { text: member.type.text.replace(/( \| undefined)+$/, '$1') };
        return tidy(member);
      });
    const attributes = attributesOf(Class, fields);
    for (const { fieldName, name } of attributes)
      fields.find((field) => field.name === fieldName).attribute = name;
    return {
      kind: 'class',
      name,
      tagName,
      customElement: true,
      description: line(description),
      superclass: { name: 'LitElement', package: 'lit' },
      attributes,
      members: fields,
      events: events
        .filter((event) => eventTypes.has(event.name))
        .map((event) => ({ ...tidy(event), type: { text: eventTypes.get(event.name) } })),
      slots: slots.map(tidy),
      cssParts: partsOf(name),
      cssProperties: cssProperties.map((one) => ({ ...tidy(one), default: defaults.get(one.name) })),
    };
  };
  const eventClass = (name) => {
    const { description, members } = classes.get(name);
    const superclass = { name: 'Event', package: 'global:' };
    return { kind: 'class', name, description: line(description), superclass, members: members.map(tidy) };
  };

  const tags = new Map();
  const declarations = Object.entries(entry).flatMap(([name, Class]) => {
    if (Class.prototype instanceof Event) return [eventClass(name)];
    const tag = name.replace(/\B[A-Z]/g, '-$&').toLowerCase();
    if (!classes.has(name) || customElements.get(tag) !== Class) return [];
    tags.set(tag, name);
    return [element(name, tag, Class)];
  });
  const declaration = (name) => ({ name, module: FILE });
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: FILE,
        declarations,
        exports: declarations.map(({ name }) => ({ kind: 'js', name, declaration: declaration(name) })),
      },
      {
        kind: 'javascript-module',
        path: 'dist/define.js',
        declarations: [],
        exports: [...tags].map(([tag, name]) => ({
          kind: 'custom-element-definition',
          name: tag,
          declaration: declaration(name),
        })),
      },
    ],
  };
}

/** Everything that has no words for a reader. */
export function undescribed(manifest) {
  const silent = (value, path) => {
    if (typeof value !== 'object' || value === null) return [];
    const name = `${path}${value.name ? ` ${value.name}` : ''}`;
    const here = value.name && 'description' in value && !value.description ? [name] : [];
    return [...here, ...Object.values(value).flatMap((part) => silent(part, name))];
  };
  return manifest.modules.flatMap(({ declarations }) => silent(declarations, '').map((name) => name.trim()));
}

function isPublic({ name, privacy, static: isStatic }) {
  return (
    !isStatic &&
    (privacy ?? 'public') === 'public' &&
    !name.startsWith('#') &&
    !(name in LitElement.prototype)
  );
}

function attributesOf(Class, fields) {
  return [...Class.elementProperties]
    .filter(([, { attribute }]) => attribute !== false)
    .map(([fieldName, { attribute, reflect, type = String }]) => {
      const { description, default: value } = fields.find(({ name }) => name === fieldName);
      return {
        name: typeof attribute === 'string' ? attribute : fieldName.toLowerCase(),
        fieldName,
        type: { text: type.name.toLowerCase() },
        description,
        default: value,
        reflects: reflect,
      };
    });
}

/** The analyzer takes several `@csspart` in a line for one. */
function splitParts({ name, description }) {
  const [first, ...rest] = description.split(/\s+@csspart\s+/);
  const others = rest.map((text) => /^(?<name>[\w-]+) - (?<description>.*)$/s.exec(text).groups);
  return [{ name, description: first }, ...others];
}

/** `--feed-accent: light-dark(…)` for each custom property that a style asks for; the first one counts. */
function cssDefaults(styles) {
  const all = new Map();
  for (const [, text] of styles) {
    for (const [, name, value] of text.matchAll(/var\((--feed-[\w-]+), ((?:[^()]|\([^()]*\))*)\)/g))
      if (!all.has(name)) all.set(name, value);
  }
  return all;
}

function tidy({ inheritedFrom: _from, privacy: _privacy, default: value, description, ...rest }) {
  // 10_000 is for those who read the code.
  const number = /^[\d_]+$/.test(value) ? value.replaceAll('_', '') : value;
  return { ...rest, description: line(description), default: number };
}

function line(description = '') {
  return description
    .replace(/\s+/g, ' ')
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .trim();
}
