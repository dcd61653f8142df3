import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
let project: string;

/** An empty project with nothing but the package, as npm would publish it, and what that says it needs. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'whats-new-feed-'));
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', project];
  const [packed] = JSON.parse(
    execFileSync('npm', pack, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as { filename: string }[];
  const folder = join(project, 'node_modules/whats-new-feed');
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['xzf', join(project, packed?.filename ?? ''), '-C', folder, '--strip-components=1']);
  for (const name of Object.keys({ ...packageJson.dependencies, ...packageJson.peerDependencies })) {
    const link = join(project, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), link);
  }
});
afterAll(() => rmSync(project, { recursive: true }));

// What ends in .min.js is for pages; tags/ has only types.
const ENTRIES = Object.keys(packageJson.exports)
  .filter((path) => !/\.min\.js$|\.json$|\*$/.test(path))
  .map((path) => path.replace('.', 'whats-new-feed'));

describe('in Node', () => {
  it.each(ENTRIES)('%s is imported without an error or a warning', async (entry) => {
    const script = `const all = await import(${JSON.stringify(entry)}); console.log(typeof all);`;
    const { stdout, stderr } = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: project,
    });
    expect(stderr).toBe('');
    expect(stdout).toBe('object\n');
  });

  it('what is not an entry is nobody’s', async () => {
    const script = `await import('whats-new-feed/sources/mailru/mailru.js')`;
    const ended = run(process.execPath, ['--input-type=module', '-e', script], { cwd: project });
    await expect(ended).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

/** What an app of these lines sends to its readers. */
async function bundle(code: string): Promise<string> {
  const input = join(project, 'app.js');
  writeFileSync(input, code);
  const outDir = join(project, 'out');
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: { outDir, modulePreload: false, rolldownOptions: { input, output: { entryFileNames: 'app.js' } } },
  });
  return readFileSync(join(outDir, 'app.js'), 'utf8');
}

describe('in a bundle', () => {
  // A word of English, and one of what only elements need.
  const TEXT = 'Load more';
  const ELEMENTS = 'attachShadow';

  it('a class that is defined by the app has its English', async () => {
    const code = `import { FeedList } from 'whats-new-feed'; customElements.define('my-feed', FeedList);`;
    const text = await bundle(code);
    expect(text).toContain(TEXT);
    expect(text).toContain(ELEMENTS);
  });

  it('define.js defines, and Russian comes with its import', async () => {
    const plain = await bundle(`import 'whats-new-feed/define.js';`);
    expect(plain).toContain(TEXT);
    expect(plain).toMatch(/customElements\.define/);
    expect(plain).not.toContain('Показать');
    const both = await bundle(`import 'whats-new-feed/define.js'; import 'whats-new-feed/locales/ru.js';`);
    expect(both).toContain('Показать');
  });

  it.each([
    ['the client core', `import { FeedClient } from 'whats-new-feed/client.js'; console.log(FeedClient);`],
    ['an error', `import { FeedError } from 'whats-new-feed'; console.log(FeedError);`],
    ['a source', `import { mailru } from 'whats-new-feed/sources/mailru.js'; console.log(mailru);`],
  ])('%s brings no element', async (_name, code) => {
    expect(await bundle(code)).not.toContain(ELEMENTS);
  });
});
