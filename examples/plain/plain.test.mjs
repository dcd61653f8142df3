import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { launch, open } from '../browser.mjs';
import { expectFeed, expectNoLeak } from '../feed-app.mjs';
import { start, startSandbox } from '../start.mjs';

const browser = await launch();
const site = await start('plain/server.js', { env: { BACKEND: await startSandbox(), PORT: '0' } });

for (const name of ['index.html', 'classic.html']) {
  describe(name, () => {
    it('shows cards, hears events, has its slot, property and part', async () => {
      const { page, complaints } = await open(browser, `${site}/${name}`);
      await expectFeed(page);
      assert.deepEqual(complaints, []);
    });

    it('has its feed taken out and put in 20 times without a leak', async (test) => {
      const { page, complaints } = await open(browser, `${site}/${name}`);
      await expectFeed(page);
      await expectNoLeak(page, test, async () => {
        await page.evaluate(() => {
          const main = document.querySelector('main');
          const next = main.firstElementChild.cloneNode(true);
          main.replaceChildren();
          next.limit = 5;
          main.append(next);
        });
        await page.locator('feed-list event-card').first().waitFor();
      });
      assert.deepEqual(complaints, []);
    });

    it('is left by a link and come back to', async () => {
      const { page, complaints } = await open(browser, `${site}/${name}`);
      await expectFeed(page);
      await page.getByRole('link', { name: 'About' }).click();
      await page.getByText('A page without a feed.').waitFor();
      await page.goBack();
      await expectFeed(page);
      await page.getByRole('link', { name: 'News', exact: true }).click();
      await expectFeed(page);
      assert.deepEqual(complaints, []);
    });
  });
}
