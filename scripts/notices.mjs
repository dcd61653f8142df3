// What the licences of the packages inside the script-tag files ask for.
import { readFileSync } from 'node:fs';

const INSIDE = {
  'Lit and @lit/task': 'lit/LICENSE',
  cockatiel: 'cockatiel/LICENSE',
  '@shoelace-style/localize': '@shoelace-style/localize/LICENSE.md',
};

/** First in each file, which may be all that a site owner copies. */
export const NOTICE =
  '/*! Inside: Lit by Google LLC (BSD-3-Clause), cockatiel by Connor Peet, localize by A Beautiful Site, LLC (MIT). */';

/** The licences in full, for a file beside them. */
export const licenses = () =>
  Object.entries(INSIDE)
    .map(([name, file]) => {
      const text = readFileSync(new URL(`../node_modules/${file}`, import.meta.url), 'utf8');
      return `${name}\n\n${text.trim()}\n`;
    })
    .join('\n\n');
