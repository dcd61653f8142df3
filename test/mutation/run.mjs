// Changes the code, one place at a time, and tells which changes no test notices: `npm run mutation`, or only some
// files: `npm run mutation -- src/model/safe-url.ts`.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (cwd, command, ...rest) =>
  execFileSync(command, rest, { cwd, stdio: 'inherit', shell: process.platform === 'win32' });

const files = process.argv.slice(2);
run(here, 'npm', 'ci');
const only = files.length > 0 ? ['--mutate', files.join(',')] : [];
run(
  root,
  'node',
  `${here}node_modules/@stryker-mutator/core/bin/stryker.js`,
  'run',
  `${here}stryker.config.json`,
  ...only,
);
