import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { hostPage, MODULE } from '../helpers/host-page.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit } from '../helpers/page-visit.js';

const { browser, site } = await openPageStage();

/** A card with a set of five pictures and a film, all of one colour. */
const showPictures = (page: Page, fill: string) =>
  page.evaluate(async (color) => {
    const src = `data:image/svg+xml,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="100%" height="100%" fill="${color}"/></svg>`,
    )}`;
    const picture = { kind: 'image', src, width: 400, height: 300 };
    const film = { kind: 'video', title: 'A film', poster: src, player: { type: 'file', src } };
    const event = {
      ...{ id: 'a', kind: 'event', authors: [], authorCount: 0, subevents: [], subeventCount: 0 },
      ...{ actionLinks: [], attachments: [...Array<unknown>(5).fill(picture), film] },
    };
    const card = Object.assign(document.createElement('event-card'), { event });
    card.style.inlineSize = '500px';
    document.body.replaceChildren(card);
    await card.updateComplete;
    card.focus();
  }, fill);

/** How many pixels of what has the focus have a contrast of 3:1 with what they are without it. */
const changed = async (page: Page): Promise<{ pixels: number; line: number }> => {
  const focus = () =>
    page.evaluate(() => {
      const element = document.activeElement?.shadowRoot?.activeElement;
      if (!(element instanceof HTMLElement)) throw new Error('Nothing has the focus.');
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
    });
  const clip = await focus();
  const withFocus = await page.screenshot({ clip });
  const held = await page.evaluateHandle(() => document.activeElement?.shadowRoot?.activeElement);
  await held.evaluate((element) => element instanceof HTMLElement && element.blur());
  const without = await page.screenshot({ clip });
  await held.evaluate((element) => element instanceof HTMLElement && element.focus());
  const pictures = [withFocus, without].map((picture) => picture.toString('base64'));
  const pixels = await page.evaluate(async (sources) => {
    const lights = await Promise.all(
      sources.map(async (source) => {
        const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
        const part = (value = 0) => ((value / 255 + 0.055) / 1.055) ** 2.4;
        return Array.from(
          { length: data.length / 4 },
          (_, at) =>
            0.2126 * part(data[4 * at]) + 0.7152 * part(data[4 * at + 1]) + 0.0722 * part(data[4 * at + 2]),
        );
      }),
    );
    const [one = [], other = []] = lights;
    return one.filter((light, at) => {
      const [low, high] = [light, other[at] ?? 0].sort((a, b) => a - b);
      return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05) >= 3;
    }).length;
  }, pictures);
  return { pixels, line: clip.width + clip.height };
};

it.each(['white', 'black', '#2f5bea'])('is seen on pictures and on a film that are %s', async (fill) => {
  const { page } = await visit(browser, site.page(hostPage('', MODULE)));
  await showPictures(page, fill);
  for (let stop = 0; stop < 5; stop++) {
    await page.keyboard.press('Tab');
    const { pixels, line } = await changed(page);
    expect([stop, pixels > line]).toEqual([stop, true]);
  }
});
