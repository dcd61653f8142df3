import { describe, expect, it } from 'vitest';
import { OPEN_STREAM } from '../../demo/sandbox/piictu/piictu-openings.js';
import { feedTag, hostPage, MODULE, STRICT_CSP } from '../helpers/host-page.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit } from '../helpers/page-visit.js';

const { browser, site } = await openPageStage();

const TAGS = [
  feedTag({ id: 'mailru' }),
  '<feed-list id="getstream" source="getstream" endpoint="/api/" api-key="sandbox-key" feed="notification:vera" token-url="/feed-token"></feed-list>',
  `<feed-list id="piictu" source="piictu" endpoint="/" stream-id="${OPEN_STREAM}" token-url="/feed-token"></feed-list>`,
];

describe('three sources on one page, by attributes only', () => {
  it('each show their first page, quietly, under the strict policy', async () => {
    const url = site.page(hostPage(...TAGS, MODULE), STRICT_CSP);
    const { page, complaints, thrown, seen } = await visit(browser, url);
    await page.waitForFunction(() =>
      [...document.querySelectorAll('feed-list')].every(
        (feed) => (feed.shadowRoot?.querySelectorAll('event-card').length ?? 0) >= 10,
      ),
    );
    expect(
      await page.evaluate(() => [...document.querySelectorAll('feed-list')].map((feed) => feed.status)),
    ).toEqual(['ready', 'ready', 'ready']);
    expect(complaints).toEqual([]);
    expect(thrown).toEqual([]);
    expect(await seen()).toEqual({ violations: [], errors: [], pwned: 0 });
  });
});
