// The tests of an example that has a router.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch, open } from './browser.mjs';
import { awayAndBack, expectFeed, expectNoLeak } from './feed-app.mjs';
import { npm } from './package.mjs';
import { start, startSandbox } from './start.mjs';

const serveWithVite = (name, how, env) => start('serve-app.mjs', { args: [name, how], env });

export async function testRouterApp(name, serve = serveWithVite) {
  const browser = await launch();
  // Checks its types too.
  npm(['run', 'build'], fileURLToPath(new URL(`${name}/`, import.meta.url)));
  const env = { BACKEND: await startSandbox() };
  // Both before the first test: the browser is closed when no test is left.
  const [started, built] = await Promise.all(['started', 'built'].map((how) => serve(name, how, env)));
  for (const [how, url] of Object.entries({ started, built })) {
    describe(`${name}, ${how}`, () => {
      it('shows cards, hears events, has its slot, property and part', async () => {
        const { page, complaints } = await open(browser, url);
        await expectFeed(page);
        assert.deepEqual(complaints, []);
      });

      it('asks for the first page once, however often it is mounted at first', async () => {
        const { page } = await open(browser, 'about:blank');
        const first = [];
        page.on('request', (request) => {
          const { pathname, searchParams } = new URL(request.url());
          if (pathname === '/platform/api' && !searchParams.has('skip')) first.push(request);
        });
        await page.goto(url);
        await expectFeed(page);
        const answered = await Promise.all(first.map((request) => request.response()));
        assert.equal(answered.filter(Boolean).length, 1);
      });

      it('is mounted and unmounted 20 times by its router without a leak', async (test) => {
        const { page, complaints } = await open(browser, url);
        await expectFeed(page);
        await expectNoLeak(page, test, () => awayAndBack(page));
        await expectFeed(page);
        assert.deepEqual(complaints, []);
      });

      it('is left for another site and come back to', async () => {
        const { page, complaints } = await open(browser, url);
        await expectFeed(page);
        await page.goto('about:blank');
        await page.goBack();
        await expectFeed(page);
        assert.deepEqual(complaints, []);
      });
    });
  }
}
