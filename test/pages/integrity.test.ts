import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostPage } from '../helpers/host-page.js';
import { startPageServer, type PageServer } from '../helpers/page-server.js';
import { launchBrowser, visit } from '../helpers/page-visit.js';

const dist = new URL('../../dist/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, dist), 'utf8');
const integrity = JSON.parse(read('integrity.json')) as Record<string, string>;
const hashOf = (name: string) => integrity[name] ?? 'missing';

const MODULE = 'whats-new-feed.min.js';
const CLASSIC = 'whats-new-feed.classic.min.js';
const RUSSIAN = 'whats-new-feed.ru.min.js';

let browser: Browser;
let site: PageServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startPageServer()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

/** The same program but for one byte. */
const flipped = (name: string) => site.script(read(name).replace('feed-list', 'feed-lisu'));
const tag = (name: string, src: string) =>
  `<script${name === CLASSIC ? '' : ' type="module"'} src="${src}" integrity="${hashOf(name)}"></script>`;

async function isDefined(...body: string[]): Promise<boolean> {
  const { page } = await visit(browser, site.page(hostPage(...body)));
  return page.evaluate(() => customElements.get('event-card') !== undefined);
}

describe('dist/integrity.json', () => {
  it('has the hash of every script for pages', () => {
    const scripts = readdirSync(dist).filter((name) => name.endsWith('.min.js'));
    expect(Object.keys(integrity).sort()).toEqual(scripts.sort());
    expect(scripts).toEqual(expect.arrayContaining([MODULE, CLASSIC, RUSSIAN]));
  });

  it.each([MODULE, CLASSIC])('lets the browser load %s, and refuse it with one other byte', async (name) => {
    expect(await isDefined(tag(name, `/${name}`))).toBe(true);
    expect(await isDefined(tag(name, flipped(name)))).toBe(false);
    // Nothing but the hash stands against it.
    expect(await isDefined(tag(name, flipped(name)).replace(/ integrity="[^"]*"/, ''))).toBe(true);
  });

  it.each([
    ['right', hashOf(RUSSIAN), 'Что нового', 0],
    ['wrong', hashOf(MODULE), "What's new", 1],
  ])(
    'guards Russian, which loads by itself, by an import map: a %s hash',
    async (_name, hash, heading, failures) => {
      const map = JSON.stringify({ integrity: { [`/${RUSSIAN}`]: hash } });
      const body = [`<script type="importmap">${map}</script>`, '<feed-list lang="ru"></feed-list>'];
      const { page, thrown, lines } = await visit(
        browser,
        site.page(hostPage(...body, tag(CLASSIC, `/${CLASSIC}`))),
      );
      const unloaded = () => lines.filter((line) => line.includes('could not be loaded')).length;
      await expect.poll(unloaded).toBe(failures);
      await expect.poll(() => page.locator('[part=heading]').textContent()).toContain(heading);
      expect(thrown).toEqual([]);
    },
  );
});
