// Compares the built library with others and with the platform itself: see README.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { BenchPage, close, launch } from './browser.mjs';
import { CANDIDATES } from './candidates.mjs';
import { machine } from './machine.mjs';
import { writeResults } from './results.mjs';
import { scenariosOf } from './scenarios.mjs';
import { serve } from './serve.mjs';

const USAGE = `Usage: npm run bench -- [--rounds 5] [--only name,…] [--sizes 100,1000,10000,100000] [--quick] [--no-build]
Names: ${CANDIDATES.map(({ name }) => name).join(', ')}`;
const ALL_SIZES = [100, 1000, 10_000, 100_000];
/** One scenario; whatever takes longer is not tried again in later rounds. */
const PATIENCE_MS = 600_000;

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const npm = (folder, ...command) =>
  execFileSync('npm', command, { cwd: path(folder), stdio: 'inherit', shell: process.platform === 'win32' });

const options = readOptions();
install();
if (options.build || !existsSync(path('../dist/define.js'))) npm('..', 'run', 'build');

// Not before the peers are there.
const { bundleAll, bundles, hasStyles } = await import('./bundle.mjs');
const { wireTexts } = await import('./wire-texts.mjs');
console.log('bundling');
const sizes = await bundleAll();
const server = await serve(bundles, await wireTexts());
// Else playwright closes the browser and the loop opens the next one.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));

const started = Date.now();
const date = new Date().toISOString().slice(0, 10);
const run = { date, machine: await machine(), options, load: loadavg()[0], sizes, records: [] };
const hopeless = new Set();
mkdirSync(path('../reports/bench'), { recursive: true });
for (let round = 0; round < options.rounds; round += 1) {
  for (const candidate of shuffle(options.candidates)) await measure(candidate, round);
  run.minutes = (Date.now() - started) / 60_000;
  writeFileSync(path('../reports/bench/run.json'), JSON.stringify(run));
}
server.close();
if (options.whole) await writeResults(run, path('results.md'), path('../docs/'));
else await writeResults(run, path('../reports/bench/results.md'), path('../reports/bench/'));
const written = options.whole
  ? 'bench/results.md and docs/bench-*.svg'
  : 'reports/bench/results.md and charts';
console.log(`${written}: written after ${run.minutes.toFixed(1)} minutes`);
process.exit();

/** Everything about one candidate in a browser of its own. */
async function measure(candidate, round) {
  const { name } = candidate;
  const url = hasStyles(name) ? `${server.url}?css=${name}` : server.url;
  const began = Date.now();
  let browser = await launch();
  // The first page of a browser pays for what all of them need.
  await BenchPage.open(browser, url).then((page) => page.close());
  for (const { key, run: act } of scenariosOf(candidate, { ...options, round })) {
    if (hopeless.has(name + key)) continue;
    const start = Date.now();
    const record = await attempt(browser, url, (page) => act(page, name));
    run.records.push({ name, key, round, seconds: (Date.now() - start) / 1000, ...record });
    if (record.skipped) {
      hopeless.add(name + key);
      console.log(`  ${name}, ${key}: ${record.skipped}`);
      await close(browser);
      browser = await launch();
    }
  }
  await close(browser);
  console.log(`round ${round + 1}/${options.rounds}  ${name}  ${((Date.now() - began) / 1000).toFixed(0)} s`);
}

async function attempt(browser, url, act) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no result in ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    return await Promise.race([within(), late]);
  } catch (error) {
    return { skipped: error.message.split('\n')[0] };
  } finally {
    clearTimeout(timer);
  }

  async function within() {
    const page = await BenchPage.open(browser, url);
    const result = await act(page);
    await page.close();
    return page.errors.length > 0 ? { ...result, errors: page.errors.slice(0, 3) } : result;
  }
}

function install() {
  const installed = 'node_modules/.package-lock.json';
  const age = (name) => (existsSync(path(name)) ? statSync(path(name)).mtimeMs : 0);
  if (age(installed) < age('package-lock.json')) npm('.', 'ci', '--ignore-scripts');
}

function shuffle(list) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(Math.random() * left.length), 1)[0]);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        rounds: { type: 'string' },
        only: { type: 'string' },
        sizes: { type: 'string' },
        quick: { type: 'boolean', default: false },
        'no-build': { type: 'boolean', default: false },
      },
    });
    const { quick } = values;
    const only = values.only?.split(',');
    const candidates = CANDIDATES.filter(({ name }) => only?.includes(name) ?? true);
    const lengths = values.sizes?.split(',').map(Number) ?? (quick ? ALL_SIZES.slice(0, 3) : ALL_SIZES);
    const rounds = Number(values.rounds ?? (quick ? 1 : 5));
    if (only && candidates.length < only.length) fail('--only names something else.');
    if (!lengths.every((size) => ALL_SIZES.includes(size)))
      fail(`--sizes takes any of ${ALL_SIZES.join(', ')}.`);
    if (!Number.isInteger(rounds) || rounds < 1) fail('--rounds takes a whole number.');
    return {
      rounds,
      candidates,
      sizes: lengths,
      frames: quick ? 60 : 150,
      build: !values['no-build'],
      // Only such a run is worth keeping.
      whole: !quick && !only && lengths.length === ALL_SIZES.length && rounds >= 5,
    };
  } catch (error) {
    return fail(error.message);
  }
}

function fail(message) {
  console.error(`${message}\n\n${USAGE}`);
  process.exit(1);
}
