import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { findBrowser } from '../scripts/find-browser.mjs';
import { launch } from './browser.mjs';

const json = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

function commit() {
  const git = (...command) =>
    execFileSync('git', command, { encoding: 'utf8', cwd: new URL('..', import.meta.url) }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src') && ' and changes');
  } catch {
    return 'unknown';
  }
}

/** What the figures depend on, as rows of a table. */
export async function machine() {
  const browser = await launch();
  const version = browser.version();
  await browser.close();
  const { source } = await findBrowser();
  const [{ model }] = cpus();
  const { dependencies } = json('package.json');
  return {
    'whats-new-feed': `${json('../package.json').version}, commit ${commit()}`,
    processor: `${cpus().length} × ${model.trim()}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${platform()} ${release()}`,
    Node: process.version,
    browser: `headless Chromium ${version} (${source}), no GPU, 1280 × 900`,
    peers: Object.entries(dependencies)
      .map(([name, wanted]) => `${name} ${wanted.replace(/^npm:.*@/, '')}`)
      .join(', '),
  };
}
