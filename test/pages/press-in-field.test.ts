import { expect, it } from 'vitest';
import { feedSettled } from '../helpers/feed-in-page.js';
import { feedTag, hostPage, MODULE } from '../helpers/host-page.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit } from '../helpers/page-visit.js';

const { browser, site } = await openPageStage();

it('a press sets the caret where it is made, also at the lower edge of the window', async () => {
  const { page } = await visit(browser, site.page(hostPage(feedTag({}), MODULE)));
  await feedSettled(page);
  const field = page.locator('textarea').first();
  await field.fill('One two three\nfour five six\nseven eight nine');
  await field.evaluate((element) => {
    element.blur();
    scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + 10);
  });
  const box = await field.boundingBox();
  if (!box) throw new Error('The field is not seen.');
  await page.mouse.click(box.x + 30, box.y + 16);
  expect(await field.evaluate((element: HTMLTextAreaElement) => element.selectionStart)).toBeLessThan(10);
  expect((await field.boundingBox())?.y).toBe(box.y);
});
