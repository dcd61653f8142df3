import { playwright } from '@vitest/browser-playwright';
import type { BrowserInstanceOption } from 'vitest/node';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { ENGINES, findEngine } from './find.mjs';
import { firefox } from './firefox.js';
import { webkit } from './webkit.js';

/** What the browser tests run in. One engine a run: Vitest gives all of a run the same scripts in the page. */
export async function instance(name: string): Promise<BrowserInstanceOption> {
  const browser = ENGINES.find((engine) => engine === name);
  if (!browser) throw new Error(`ENGINE is one of ${ENGINES.join(', ')}.`);
  if (browser === 'chromium') return { browser, provider: await chromium() };
  const program = await findEngine(browser);
  if (!program) throw new Error(`No ${browser} is installed; npm run test:engines says how.`);
  return { browser, provider: browser === 'firefox' ? firefox(program) : webkit(program) };
}

async function chromium() {
  const { executablePath, env } = await findBrowser();
  return playwright({
    launchOptions: {
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      ...(env && { env: { ...process.env, ...env } }),
    },
  });
}
