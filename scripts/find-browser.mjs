// Finds a Chromium for the tests. Order: CHROME_PATH, Playwright's own, an installed one,
// then the binary inside the npm package @sparticuz/chromium (linux-x64; no download, no root).
import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const findOnPath = (names) => {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
};
/** Shared libraries that a program needs and the machine lacks; none where that cannot be told. */
const missingLibraries = (program, env = process.env) => {
  try {
    return execFileSync('ldd', [program], { encoding: 'utf8', env })
      .split('\n')
      .filter((line) => line.includes('not found'))
      .map((line) => line.trim().split(' ')[0]);
  } catch {
    return [];
  }
};

/** The one inside @sparticuz/chromium, unpacked once into node_modules/.cache; undefined where it is not for this machine. */
function unpackBundled() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  let entry;
  try {
    entry = require.resolve('@sparticuz/chromium');
  } catch {
    return;
  }
  const pkgDir =
    entry.slice(0, entry.lastIndexOf(join('@sparticuz', 'chromium'))) + join('@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
  const cache = join(root, 'node_modules', '.cache', 'chromium');
  const dir = join(cache, version);
  if (!existsSync(join(dir, 'chromium'))) {
    mkdirSync(cache, { recursive: true });
    const tmp = mkdtempSync(join(cache, 'x-'));
    // The package always unpacks to os.tmpdir() and trusts what it finds there, so give it a tmpdir of its own.
    execFileSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        'const c=(await import(process.argv[1])).default; await c.executablePath()',
        pathToFileURL(entry.replace(/cjs.index\.cjs$/, 'esm/index.js')).href,
      ],
      { env: { ...process.env, TMPDIR: tmp, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }, stdio: 'inherit' },
    );
    try {
      renameSync(tmp, dir);
    } catch {
      // Another process was first.
      rmSync(tmp, { recursive: true, force: true });
    }
  }
  const executablePath = join(dir, 'chromium');
  let env;
  if (missingLibraries(executablePath).length > 0) {
    env = {
      LD_LIBRARY_PATH: [join(dir, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    };
    const still = missingLibraries(executablePath, { ...process.env, ...env });
    if (still.length > 0) throw new Error(`Bundled Chromium lacks shared libraries: ${still.join(', ')}`);
  }
  return { executablePath, env, source: `@sparticuz/chromium ${version}` };
}

export async function findBrowser() {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH, source: 'CHROME_PATH' };
  const own = (await import('playwright')).chromium.executablePath();
  if (own && isExecutable(own)) return { executablePath: own, source: 'playwright' };
  const installed =
    findOnPath(['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge']) ??
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ].find(isExecutable);
  if (installed) return { executablePath: installed, source: 'installed' };
  const bundled = unpackBundled();
  if (bundled) return bundled;
  throw new Error(
    'No Chromium found. Set CHROME_PATH, or run `npx playwright install chromium`, or install chromium with your package manager (Debian: apt-get install --no-install-recommends chromium).',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await findBrowser(), null, 1));
