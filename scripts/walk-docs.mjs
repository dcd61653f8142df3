// Does what docs/get-started.md and docs/servers.md say, word for word, from empty folders, and looks at each feed in a
// browser: `node --test scripts/walk-docs.mjs`. Only the package is taken from a tarball, and the others in the versions
// of examples/. Needs port 8000, as the pages do.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, it } from 'node:test';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { launch, open } from '../examples/browser.mjs';
import { expectFeed } from '../examples/feed-app.mjs';
import { packPackage } from '../examples/package.mjs';
import { blocksOf, pages } from './docs-blocks.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const blocks = pages.flatMap(blocksOf);
const tarball = packPackage();
/** What an app of examples/ has of a package. */
const versionOf = (name, example) => {
  const file = `${root}examples/${example}/package.json`;
  const { dependencies, devDependencies } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return { ...dependencies, ...devDependencies }[name];
};
const pinned = (name, example) => {
  const version = versionOf(name, example);
  return name === 'whats-new-feed' ? tarball : version ? `${name}@${version}` : name;
};

const running = new Set();
/** With what they started themselves. */
const endAll = () => running.forEach(({ pid }) => process.kill(-pid));
process.once('exit', endAll);

/** Runs a command that the page gives; of one that goes on, the first line with an address or a port. */
async function run(line, folder, example) {
  const [, setting, command] = /^((?:[A-Z]+=\S+ )?)(.+)$/.exec(line);
  const words = command.split(' ');
  const [program, ...args] = words[1] === 'install' ? words.map((word) => pinned(word, example)) : words;
  const env = { ...process.env, ...Object.fromEntries(setting.trim() ? [setting.trim().split('=')] : []) };
  // The others go on.
  if (!/^(?:npx vite|node |npm run sandbox)/.test(command)) {
    execFileSync(program, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    return undefined;
  }
  const child = spawn(program, args, {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const said = createInterface(child.stdout);
  for await (const [text] of on(said, 'line', { close: ['close'] })) {
    const found = /http:\/\/[^\s/]+|^\d+$/.exec(stripVTControlCharacters(text));
    if (found) return found[0];
  }
  throw new Error(`${line}: it ended.`);
}

/** What the reader is told to write into the console. */
const { code: SIGN_IN } = blocks.find(
  ({ at, language, example }) => /servers/.test(at) && language === 'js' && !example,
);
const newFolder = () => mkdtempSync(join(tmpdir(), 'walk-'));

/** Writes the files of sections and runs their commands, in a new folder. Gives what the last one printed. */
async function walk(page, headings, { folder = newFolder(), app } = {}) {
  const steps = blocks.filter((block) => block.at.startsWith(page) && headings.includes(block.heading));
  assert.ok(steps.length > 0);
  let printed;
  for (const { language, file, code } of steps) {
    if (language === 'sh') {
      for (const line of code.trim().split('\n'))
        printed = await run(line, line.startsWith('BACKEND=') ? app : folder, headings[0].toLowerCase());
    } else if (file) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), code);
    }
  }
  return { folder, printed };
}

const browser = await launch();

/** Opens an address as the page names it, `localhost` and files too. */
async function see(url) {
  const opened = await open(browser, 'about:blank');
  await opened.page.context().unrouteAll();
  const body = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1" />';
  await opened.page.route(/^https:/, (route) => route.fulfill({ contentType: 'image/svg+xml', body }));
  await opened.page.goto(url);
  return opened;
}

beforeEach(() => run('npm run sandbox -- --port 8000', root));
afterEach(async () => {
  const ended = [...running].map((child) => once(child, 'exit'));
  endAll();
  await Promise.all(ended);
});

it('one file', async () => {
  const { folder } = await walk('docs/get-started.md', ['One file']);
  const { page, complaints } = await see(pathToFileURL(join(folder, 'index.html')).href);
  await page.locator('feed-list event-card').nth(9).waitFor();
  assert.deepEqual(complaints, []);
});

it('a plain page, by module and by classic script', async () => {
  const { printed } = await walk('docs/get-started.md', ['A plain page']);
  for (const name of ['', 'classic.html']) {
    const { page, complaints } = await see(`${printed}/${name}`);
    await expectFeed(page);
    assert.deepEqual(complaints, []);
  }
});

for (const name of ['React', 'Vue'])
  it(`${name}, and with the server of docs/servers.md in place of the sandbox`, async () => {
    const sandboxed = await walk('docs/get-started.md', [name]);
    const { page, complaints } = await see(sandboxed.printed);
    await expectFeed(page);
    assert.deepEqual(complaints, []);

    const { printed } = await walk('docs/servers.md', ['The handlers', 'Node'], { app: sandboxed.folder });
    const { page: stranger } = await see(printed);
    await stranger.getByText('Sign in again.').waitFor();
    await stranger.evaluate(SIGN_IN);
    await stranger.reload();
    await expectFeed(stranger);
  });
