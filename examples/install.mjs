// Packs the package and installs it into every example: `node examples/install.mjs`, or only some: `… react vue`.
import { exampleNames, installExample, packPackage } from './package.mjs';

const tarball = packPackage();
for (const name of exampleNames(process.argv.slice(2))) {
  installExample(name, tarball);
  console.log(`examples/${name} is ready.`);
}
