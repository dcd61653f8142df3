// `npm run test:engines`: the browser tests in Chromium, Firefox and WebKitGTK, or in those that are named.
//   --install  installs what is missing, where it may: as root, by apt
//   --require  an engine that is missing is a failure
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findBrowser } from './find-browser.mjs';
import { APT, ENGINES, findEngine, versionOf } from '../test/engines/find.mjs';

const LONGEST_MS = 10 * 60_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { install: { type: 'boolean' }, require: { type: 'boolean' } },
});
const wanted = positionals.length > 0 ? positionals : ENGINES;
for (const name of wanted)
  if (!ENGINES.includes(name)) throw new Error(`${name} is none of ${ENGINES.join(', ')}.`);

let found = await find();
if (values.install && found.size < wanted.length) {
  install();
  found = await find();
}
for (const name of wanted) {
  const program = found.get(name);
  const env = { ...process.env, ...(name === 'chromium' && (await findBrowser()).env) };
  console.log(`${name}: ${program ? versionOf(name, program, env) : 'not installed, and not tested'}`);
}
const missing = wanted.filter((name) => !found.has(name));
if (missing.length > 0) console.log(`Debian installs it by: apt-get update && ${APT}`);

mkdirSync(`${root}reports`, { recursive: true });
const queue = [...found.keys()];
let failed = values.require === true && missing.length > 0;
// More at a time than there are cores makes the slowest of them fail.
const lanes = Array.from({ length: Math.min(2, cpus().length) }, async () => {
  for (let name; (name = queue.shift());) failed = !(await passes(name)) || failed;
});
await Promise.all(lanes);
process.exitCode = failed ? 1 : 0;

async function find() {
  const programs = await Promise.all(wanted.map(async (name) => [name, await findEngine(name)]));
  return new Map(programs.filter(([, program]) => program));
}

/** Neither a network that does not answer nor another apt may keep it waiting. */
function install() {
  if (process.getuid?.() !== 0) return console.log('apt is for root: nothing is installed.');
  const limits = [
    '-o',
    'Acquire::http::Timeout=10',
    '-o',
    'Acquire::Retries=0',
    '-o',
    'DPkg::Lock::Timeout=30',
  ];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of ['apt-get update', APT]) {
    const [command, ...args] = step.split(' ');
    const { status, error, stderr } = spawnSync(command, [...limits, ...args], {
      timeout: 120_000,
      encoding: 'utf8',
      env,
    });
    if (status === 0) continue;
    console.log(`apt did not work: ${error?.message ?? stderr.trim().split('\n').at(-1)}`);
    return;
  }
}

/** Tells how it went; all that the tests said only where one failed. */
async function passes(name) {
  const report = `${root}reports/vitest-${name}.json`;
  // One that stays empty is counted as a failure.
  writeFileSync(report, '');
  const begin = performance.now();
  const { code, output } = await run(name);
  const seconds = Math.round((performance.now() - begin) / 1000);
  const text = readFileSync(report, 'utf8');
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = text ? JSON.parse(text) : {};
  if (code !== 0) console.log(output);
  console.log(
    `${name}: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped, ${seconds} s`,
  );
  return code === 0;
}

function run(name) {
  const child = spawn(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', '--project', 'browser*'], {
    cwd: root,
    // A group of its own, so that no browser outlives it.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ENGINE: name },
  });
  // Told to end, Playwright takes its browser along, which has a group of its own.
  const end = (signal = 'SIGTERM') => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It is over.
    }
  };
  const timers = [setTimeout(() => end(), LONGEST_MS), setTimeout(() => end('SIGKILL'), LONGEST_MS + 10_000)];
  process.once('exit', () => end());
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  return new Promise((resolve) => {
    child.once('close', (code) => {
      for (const timer of timers) clearTimeout(timer);
      end();
      resolve({ code, output });
    });
  });
}
