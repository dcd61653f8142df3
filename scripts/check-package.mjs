// Whether what npm would publish can be imported as `exports` says, with types, by Node and by bundlers. On what is
// in dist/ now.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}reports/package`;
mkdirSync(folder, { recursive: true });
const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
const [{ filename, files, size }] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' }));
const tarball = `${folder}/${filename}`;

const MAX_BYTES = 600_000;
const isMap = ({ path }) => path.endsWith('.map');
const sum = (some) => some.reduce((total, { size }) => total + size, 0);
const maps = sum(files.filter(isMap));
const rest = sum(files) - maps;
console.log(
  `${filename}: ${kilobytes(size)}; unpacked ${files.length} files, ${kilobytes(rest)} and ${kilobytes(maps)} of source maps.`,
);
if (rest > MAX_BYTES) fail(`More than ${kilobytes(MAX_BYTES)} without source maps.`);
const stray = files.filter(
  ({ path }) => !/^(?:dist\/(?!.*\btests?\b)|(?:README\.md|LICENSE|package\.json)$)/.test(path),
);
if (stray.length > 0) fail(`Not for readers of the package: ${stray.map(({ path }) => path).join(', ')}`);

tool('publint/src/cli.js', tarball, '--strict');
// The classic script and what the script-tag files load by themselves are files for pages, which nobody imports.
const forPages = ['classic', 'ru', 'realtime'].map((part) => `whats-new-feed.${part}.min.js`);
const esm = ['--profile', 'esm-only', '--no-emoji', '--format', 'table-flipped'];
tool('@arethetypeswrong/cli/dist/index.js', tarball, ...esm, '--exclude-entrypoints', ...forPages);

/** Says nothing while all is well. */
function tool(file, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`${root}node_modules/${file}`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) fail(stdout + stderr);
}

function kilobytes(bytes) {
  return `${Math.ceil(bytes / 1000)} kB`;
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
