import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Sandbox } from '../../demo/sandbox/handlers.js';
import { startSandboxServer, type SandboxServer } from '../../demo/sandbox/http-server.js';
import { OPEN_STREAM } from '../../demo/sandbox/piictu/piictu-openings.js';
import { cardIds, feedSettled } from '../helpers/feed-in-page.js';
import { classicTag, feedTag, hostPage, MODULE } from '../helpers/host-page.js';
import { passOn, startPageServer, type PageServer } from '../helpers/page-server.js';
import { launchBrowser, visit } from '../helpers/page-visit.js';
import { getstreamIds, piictuIds } from '../helpers/sandbox-ids.js';

let browser: Browser;
let site: PageServer;

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startPageServer()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), site.close()]);
});

async function startSandbox(): Promise<SandboxServer> {
  const server = await startSandboxServer({ port: 0 });
  onTestFinished(() => server.close());
  site.backend = passOn(server.url);
  return server;
}

interface Feed {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Ids of all its events, newest first. */
  ids(sandbox: Sandbox): string[] | Promise<string[]>;
}

const mailru = (format: string): Feed => ({
  name: `of mail.ru in ${format}`,
  attributes: { format },
  ids: ({ world }) => world.events.map(({ id }) => id),
});

const getstream = (kind: string, feed: string, ranking?: string): Feed => ({
  name: `of getstream, ${kind}`,
  attributes: {
    source: 'getstream',
    endpoint: '/api/',
    'api-key': 'sandbox-key',
    feed,
    ...(ranking && { ranking }),
  },
  ids: (sandbox) => getstreamIds(sandbox, feed, ranking),
});

const feeds: readonly Feed[] = [
  mailru('json'),
  mailru('xml'),
  getstream('flat', 'timeline:vera'),
  getstream('ranked', 'popular:all', 'popular'),
  getstream('aggregated', 'timeline_aggregated:vera'),
  getstream('notification', 'notification:vera'),
  {
    name: 'of piictu',
    attributes: { source: 'piictu', endpoint: '/', 'stream-id': OPEN_STREAM },
    ids: (sandbox) => piictuIds(sandbox, OPEN_STREAM),
  },
];

/** Where "Load more" is, the end, or an error; and how many cards stand above it. */
function lookBelow(page: Page) {
  return page.evaluate(() => {
    const root = document.querySelector('feed-list')?.shadowRoot;
    const shows = (selector: string) => Boolean(root?.querySelector(selector));
    const box = root?.querySelector('.more')?.getBoundingClientRect();
    return {
      cards: root?.querySelectorAll('[role=feed] event-card').length ?? 0,
      isEnd: shows('[part=end]'),
      isError: shows('[part=error]'),
      button: box && { x: box.x + box.width / 2, y: box.y + box.height / 2 },
    };
  });
}

/**
 * As a reader does it: the wheel, and "Load more" where it shows, until the feed says that this was all. Gives
 * the number of cards at which the button was there for the first time.
 */
async function readToTheEnd(page: Page): Promise<number | undefined> {
  await feedSettled(page);
  await page.mouse.move(450, 400);
  let firstButtonAt: number | undefined;
  for (let step = 0; step < 200; step++) {
    await page.mouse.wheel(0, 50_000);
    await feedSettled(page);
    const { cards, isEnd, isError, button } = await lookBelow(page);
    if (isError) throw new Error('The feed shows an error.');
    if (isEnd) return firstButtonAt;
    if (!button) continue;
    firstButtonAt ??= cards;
    if (button.y < 800) await page.mouse.click(button.x, button.y);
  }
  throw new Error('The feed does not end.');
}

async function readFeed(
  { attributes }: Feed,
  limit: number,
): Promise<{ ids: string[]; firstButtonAt: number | undefined; failures: number }> {
  // Retries come at once.
  const hasty = classicTag(site.script('Math.random = () => 0;'));
  const feed = feedTag({ ...attributes, limit: String(limit) });
  const { page, thrown, complaints } = await visit(browser, site.page(hostPage(hasty, feed, MODULE)));
  const firstButtonAt = await readToTheEnd(page);
  expect(thrown).toEqual([]);
  const failures = complaints.filter((line) => line.includes('500')).length;
  return { ids: await cardIds(page), firstButtonAt, failures };
}

describe.each(feeds)('scrolled to its end, the feed $name', (feed) => {
  it('shows every event of the world once and in order, though every third request fails once', async () => {
    const { sandbox } = await startSandbox();
    const world = await feed.ids(sandbox);
    expect(world.length).toBeGreaterThan(60);
    sandbox.faults.every = { n: 3, status: 500 };
    const { ids, firstButtonAt, failures } = await readFeed(feed, 30);
    expect(ids).toEqual(world);
    expect(failures).toBeGreaterThan(0);
    // Three pages come by themselves; then what stands below the feed can be reached.
    expect(firstButtonAt).toBe(world.length > 90 ? 90 : undefined);
  });

  it('loses and repeats nothing while new events appear between its pages', async () => {
    const { sandbox } = await startSandbox();
    const world = await feed.ids(sandbox);
    sandbox.faults.insertPerPage = 3;
    const inserts = [sandbox.world, sandbox.getstream, sandbox.piictu].map((api) => vi.spyOn(api, 'insert'));
    const { ids } = await readFeed(feed, 50);
    expect(inserts.flatMap(({ mock }) => mock.calls).length).toBeGreaterThanOrEqual(6);
    expect(new Set(ids).size).toBe(ids.length);
    const original = new Set(world);
    expect(ids.filter((id) => original.has(id))).toEqual(world);
  });
});
