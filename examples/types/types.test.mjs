import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { npm } from '../package.mjs';

it('templates of Preact, Solid and Svelte know the tags, their properties and events', () => {
  npm(['run', 'build'], fileURLToPath(new URL('.', import.meta.url)));
});
