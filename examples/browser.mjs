import { after } from 'node:test';
import { chromium } from 'playwright';
import { findBrowser } from '../scripts/find-browser.mjs';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** A browser for a whole test file. */
export async function launch() {
  const { executablePath, env } = await findBrowser();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    ...(env && { env: { ...process.env, ...env } }),
  });
  after(() => browser.close());
  return browser;
}

/** Opens an address in a profile of its own. `complaints` is what the console and uncaught errors say. */
export async function open(browser, url) {
  const context = await browser.newContext({ viewport: { width: 900, height: 700 } });
  // The sandbox's pictures are on hosts that do not exist.
  await context.route(
    (to) => to.hostname !== '127.0.0.1',
    (route) => route.fulfill({ contentType: 'image/png', body: PIXEL }),
  );
  const page = await context.newPage();
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => {
    // Lit's own word to developers, where Vite serves its development build.
    const isKnown = line.text().startsWith('Lit is in dev mode.');
    if (['error', 'warning'].includes(line.type()) && !isKnown) complaints.push(line.text());
  });
  await page.goto(url);
  return { page, complaints };
}
