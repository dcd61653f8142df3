// What editors know of the tags, from the manifest: for VS Code and for JetBrains' editors, each in its own format.

const elementsOf = (manifest) =>
  manifest.modules.flatMap(({ declarations }) => declarations).filter(({ customElement }) => customElement);

/** For `html.customData` of VS Code. */
export function vscodeData(manifest) {
  return {
    version: 1.1,
    tags: elementsOf(manifest).map(({ tagName, description, attributes, slots, events }) => ({
      name: tagName,
      description: markdown([description], list('Slots', slots), list('Events', events)),
      attributes: attributes.map(({ name, description, type }) => ({
        name,
        description,
        ...(type.text === 'boolean' && { valueSet: 'v' }),
      })),
    })),
  };
}

/** For `web-types` of package.json, which JetBrains' editors read by themselves. */
export function webTypes(manifest, { name, version }) {
  const elements = elementsOf(manifest);
  const unique = (key) => [
    ...new Map(elements.flatMap((one) => one[key]).map((one) => [one.name, one])).values(),
  ];
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elements.map(({ tagName, description, attributes, members, slots, events }) => ({
          name: tagName,
          description,
          attributes: attributes.map(({ name, description, type, default: value }) => ({
            name,
            description,
            value: { type: type.text, ...(value && { default: value }) },
          })),
          slots: slots.map(({ name, description }) => ({ name, description })),
          js: {
            properties: members
              .filter(({ kind }) => kind === 'field')
              .map(({ name, description, type, readonly }) => ({
                name,
                // The attribute says it.
                ...(!attributes.some(({ fieldName }) => fieldName === name) && { description }),
                type: type.text,
                ...(readonly && { 'read-only': true }),
              })),
            events: events.map(({ name, description, type }) => ({ name, description, type: type.text })),
          },
        })),
      },
      css: {
        properties: unique('cssProperties').map(({ name, description, default: value }) => ({
          name,
          description: `${description} \`${value}\` when it is not set.`,
        })),
        parts: unique('cssParts').map(({ name, description }) => ({ name, description })),
      },
    },
  };
}

function list(title, items) {
  return items.length > 0
    ? [`**${title}**`, ...items.map(({ name, description }) => `- \`${name}\`: ${description}`)]
    : [];
}

function markdown(...blocks) {
  const value = blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return { kind: 'markdown', value };
}
