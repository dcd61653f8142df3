// `npm run test:examples`: packs the package, installs it into every example and tests them there, or only some:
// `npm run test:examples -- react vue`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exampleNames, installExample, packPackage } from './package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = 'reports/examples.json';
mkdirSync(`${root}reports`, { recursive: true });
// One that stays empty is counted as a failure.
writeFileSync(root + report, '');
const names = exampleNames(process.argv.slice(2));
const tarball = packPackage();
for (const name of names) installExample(name, tarball);
const reporters = [
  ['spec', 'stdout'],
  ['./examples/report.mjs', report],
].map(([name, to]) => [`--test-reporter=${name}`, `--test-reporter-destination=${to}`]);
const files = names.map((name) => `examples/${name}/${name}.test.mjs`);
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', ...reporters.flat(), ...files.filter((file) => existsSync(root + file))],
  { cwd: root, stdio: 'inherit' },
);
process.exitCode = status ?? 1;
