import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { feedSettled } from '../helpers/feed-in-page.js';
import { CLASSIC, feedTag, hostPage, MODULE, STRICT_CSP } from '../helpers/host-page.js';
import { openPageStage } from '../helpers/page-stage.js';
import { visit, type Visit } from '../helpers/page-visit.js';

const { browser, site, server } = await openPageStage();

const feed = (more: Readonly<Record<string, string>>) =>
  feedTag({
    source: 'getstream',
    endpoint: '/api/',
    'app-id': '1',
    'api-key': 'sandbox-key',
    feed: 'timeline:vera',
    poll: '0',
    ...more,
  });

const asked = ({ requests }: Visit, what: string) => requests.filter((url) => url.includes(what)).length;
const looks = (opened: Visit) => asked(opened, 'id_gt');

describe.each([
  ['ES module', MODULE],
  ['classic script', CLASSIC],
])('realtime beside the %s', (_, tag) => {
  it('is heard from another origin under the strict Content-Security-Policy, by WebSocket alone', async () => {
    const csp = STRICT_CSP.replace("connect-src 'self'", `$& ${server.url.replace('http', 'ws')}`);
    const page = hostPage(feed({ realtime: `${server.url}/faye` }), tag);
    const opened = await visit(browser, site.page(page, csp));
    await feedSettled(opened.page);
    // Nobody tells when the subscription stands.
    await expect
      .poll(
        () => {
          server.sandbox.getstream.insert();
          return looks(opened);
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBeGreaterThan(0);
    expect(asked(opened, 'whats-new-feed.realtime.min.js')).toBe(1);
    expect(asked(opened, '/faye')).toBe(0);
    expect([opened.thrown, opened.complaints, (await opened.seen()).violations]).toEqual([[], [], []]);
  });

  it('is not got where it is not asked for', async () => {
    const opened = await visit(browser, site.page(hostPage(feed({}), tag), STRICT_CSP));
    await feedSettled(opened.page);
    expect([asked(opened, 'realtime'), opened.complaints]).toEqual([0, []]);
  });
});

it.each([
  ['that wishes for no pause', { reconnect: 'retry', interval: 0, timeout: 45_000 }],
  ['that wishes for nothing', undefined],
])('asks a server %s every second at most, and reads what it must not send', async (_server, advice) => {
  const asks: number[] = [];
  const backend = site.backend;
  onTestFinished(() => {
    site.backend = backend;
  });
  site.backend = async (request) => {
    if (!request.url.endsWith('/faye')) return backend(request);
    if (request.method === 'GET') return new Response('No WebSocket here.', { status: 404 });
    const messages = (await request.json()) as { id: string; channel: string; subscription?: string }[];
    if (messages.some(({ channel }) => channel === '/meta/connect')) asks.push(performance.now());
    const replies = messages.map(({ id, channel, subscription }) => ({
      ...{ id, channel, subscription, advice, successful: true },
      ...{ clientId: 'any', supportedConnectionTypes: ['long-polling'] },
    }));
    return Response.json([null, 5, { advice: advice && 5 }, { channel: '__proto__', data: 1 }, ...replies]);
  };
  const opened = await visit(browser, site.page(hostPage(feed({ realtime: '/api/faye' }), MODULE)));
  await expect.poll(() => asks.length, { timeout: 10_000 }).toBeGreaterThan(3);
  // Of those with which it subscribes the server is not asked to wait.
  const [before = 0, after = 0] = asks.slice(2, 4);
  expect(after - before).toBeGreaterThan(900);
  expect(opened.thrown).toEqual([]);
});

it('makes no script element, needs no global and does not watch for the end of the page', () => {
  const code = readFileSync(new URL('../../dist/whats-new-feed.realtime.min.js', import.meta.url), 'utf8');
  expect(code).toContain('/meta/handshake');
  expect(code).not.toMatch(/createElement|\bglobal\.|beforeunload/);
  expect(code).toContain('Apache-2.0');
});
