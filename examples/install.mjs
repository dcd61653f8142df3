// Packs the package and installs it into every example: `node examples/install.mjs`, or only some: `… react vue`.
import { readdirSync } from 'node:fs';
import { installExample, packPackage } from './package.mjs';

const all = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const tarball = packPackage();
for (const name of process.argv.length > 2 ? process.argv.slice(2) : all) {
  installExample(name, tarball);
  console.log(`examples/${name} is ready.`);
}
