// The package as npm would publish it, built and packed once for all examples.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** These, or all where none is named. */
export const exampleNames = (names) =>
  names.length > 0
    ? names
    : readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name);

/** Path of the tarball; that of `PACKAGE_TARBALL` where it is set, else a new one. */
export function packPackage() {
  if (process.env.PACKAGE_TARBALL) return process.env.PACKAGE_TARBALL;
  execFileSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const folder = `${root}reports/package`;
  mkdirSync(folder, { recursive: true });
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  );
  return `${folder}/${filename}`;
}

/** Installs what the example's lockfile names, unless that is there, and the package on top. */
export function installExample(name, tarball) {
  const folder = fileURLToPath(new URL(`${name}/`, import.meta.url));
  const made = `${folder}node_modules/.package-lock.json`;
  const isFresh = existsSync(made) && statSync(made).mtimeMs > statSync(`${folder}package-lock.json`).mtimeMs;
  if (!isFresh) npm(['ci'], folder);
  // Else npm takes a new tarball of the same version for the one that it has.
  rmSync(`${folder}node_modules/whats-new-feed`, { recursive: true, force: true });
  npm(['install', '--no-save', '--no-package-lock', '--prefer-offline', tarball], folder);
  return folder;
}

/** Runs npm and gives what it prints. What it printed before it failed is in the error. */
export function npm(args, cwd) {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
