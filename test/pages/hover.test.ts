import { describe, expect, it } from 'vitest';
import { feedSettled } from '../helpers/feed-in-page.js';
import { feedTag, hostPage, MODULE } from '../helpers/host-page.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit } from '../helpers/page-visit.js';

// In pages of their own: browser tests at work beside each other share one mouse.
const { browser, site, server } = await openPageStage();

const BUTTONS = ['[part~=send]', '[part~=newer]', '.audio [part~=play]', '[part~=button]'];

/** A feed with "Send", a button that plays, one for newer events and "Load more". */
async function showButtons(colorScheme: string) {
  const tag = feedTag({ limit: '50', 'auto-pages': '1', style: `color-scheme: ${colorScheme}` });
  const { page } = await visit(browser, site.page(hostPage(tag, MODULE)));
  await feedSettled(page);
  await page.locator('[part~=comment-action]').first().click();
  await page.keyboard.type('Words');
  server.sandbox.world.insert();
  await page.evaluate(() => document.querySelector('feed-list')?.checkNewer());
  return page;
}

describe.each(['light', 'dark'])('on a %s page', (colorScheme) => {
  it('the mouse is seen over every button', async () => {
    const page = await showButtons(colorScheme);
    for (const selector of BUTTONS) {
      const button = page.locator(selector).first();
      const ground = () => button.evaluate((element) => getComputedStyle(element).backgroundColor);
      const before = await ground();
      // Cards that are drawn meanwhile may move it away from under the mouse.
      const over = () => button.hover().then(ground);
      await expect.poll(over, { timeout: 5000 }).not.toBe(before);
    }
  });
});
