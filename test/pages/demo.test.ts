import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { build, preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drawnCards } from '../helpers/feed-in-page.js';
import { launchBrowser, visit } from '../helpers/page-visit.js';

const folder = mkdtempSync(join(tmpdir(), 'demo-'));
const PAGES = readdirSync('demo').filter((file) => file.endsWith('.html'));

let browser: Browser;
let site: PreviewServer;

beforeAll(async () => {
  const config = { mode: 'demo', logLevel: 'warn', build: { outDir: folder } } as const;
  await build(config);
  [browser, site] = await Promise.all([launchBrowser(), preview({ ...config, preview: { port: 0 } })]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
  rmSync(folder, { recursive: true });
});

it.each(PAGES)('%s has cards to scroll through, and nothing to say in the console', async (file) => {
  const { page, complaints, thrown } = await visit(browser, `${site.resolvedUrls?.local[0]}${file}`);
  await page.waitForFunction(() =>
    [...document.querySelectorAll('feed-list')].some(({ status }) => status === 'ready'),
  );
  for (let step = 0; step < 5; step += 1) {
    await page.mouse.wheel(0, 3000);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  expect((await drawnCards(page)).drawn).toBeGreaterThan(0);
  expect({ complaints, thrown }).toEqual({ complaints: [], thrown: [] });
});
