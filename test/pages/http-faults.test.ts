import { once } from 'node:events';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { classicTag, CLASSIC, feedTag, hostPage } from '../helpers/host-page.js';
import { startPageServer, type PageServer } from '../helpers/page-server.js';
import { launchBrowser } from '../helpers/page-visit.js';

// A real server on a second port and no route of Playwright's: both would hide what a page of another origin may read
// (`threats.md` fact 15).
let browser: Browser;
let site: PageServer;
let page: Page;
const thrown: string[] = [];
const servers: Server[] = [];

const token = () => Response.json({ sessionKey: 'CANARY', sig: 'any' });

beforeAll(async () => {
  [browser, site] = await Promise.all([launchBrowser(), startPageServer()]);
  site.backend = token;
  page = await browser.newPage();
  page.on('pageerror', (error) => thrown.push(String(error)));
  await page.clock.install();
  // Retries come at once, unless the server names a time.
  await page.goto(site.page(hostPage(classicTag(site.script('Math.random = () => 0;')), CLASSIC)));
});

afterAll(async () => {
  expect(thrown).toEqual([]);
  await Promise.all([browser.close(), site.close()]);
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Another origin. Gives its address, and counts what it is asked. */
async function listen(handle: RequestListener) {
  const counted = vi.fn<RequestListener>((request, response) => {
    // Else Chromium asks anew by itself when a connection that it kept breaks.
    response.setHeader('connection', 'close');
    handle(request, response);
  });
  const server = createServer(counted);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, asked: counted };
}

type Handle = (response: ServerResponse, request: IncomingMessage) => void;

/** Lets pages of every origin read, and ends the feed after its first page. */
const api =
  (first: Handle, later: Handle = (response) => response.end('[]')): RequestListener =>
  (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    const handle = request.url?.includes('skip=') ? later : first;
    handle(response, request);
  };

const EVENTS = JSON.stringify([
  { id: 'a', title: 'A' },
  { id: 'b', title: 'B' },
]);
const good: Handle = (response) => response.end(EVENTS);
const status =
  (code: number, headers = {}): Handle =>
  (response) =>
    response.writeHead(code, headers).end('Sorry');
/** One after the other; the last one for ever. */
const each = (...handles: Handle[]): Handle => {
  let next = 0;
  return (...exchange) => handles[Math.min(next++, handles.length - 1)]?.(...exchange);
};

const add = (endpoint: string) =>
  page.evaluate((tag) => {
    document.querySelector('feed-list')?.remove();
    document.body.insertAdjacentHTML('beforeend', tag);
  }, feedTag({ endpoint }));

/** Shows a feed of this address and tells what became of it. `step`: milliseconds that pass at every look. */
async function show(endpoint: string, step = 0) {
  await add(endpoint);
  await vi.waitUntil(
    async () => {
      if (step) await page.clock.runFor(step);
      const { busy } = await told();
      return !busy;
    },
    { timeout: 10_000, interval: 5 },
  );
  const { busy: _, ...rest } = await told();
  return rest;
}

const told = () =>
  page.evaluate(async () => {
    const feed = document.querySelector('feed-list');
    await feed?.updateComplete;
    const { error } = feed ?? {};
    const part = (name: string) => feed?.shadowRoot?.querySelector(`[part=${name}]`)?.textContent.trim();
    return {
      busy: !error && !part('end'),
      error: error && [error.kind, ...('status' in error ? [error.status] : [])].join(' '),
      retryInMs: error && 'retryInMs' in error ? error.retryInMs : undefined,
      text: part('error'),
      cards: [...(feed?.shadowRoot?.querySelectorAll('event-card') ?? [])].map(({ event }) => event?.id),
    };
  });

const drawn = () =>
  page.evaluate(
    () =>
      [...(document.querySelector('feed-list')?.shadowRoot?.querySelectorAll('event-card') ?? [])].filter(
        ({ shadowRoot }) => shadowRoot?.querySelector('.card'),
      ).length,
  );

const RETRY = /Try again$/;

describe('a server of another origin', () => {
  it('that may be read is shown', async () => {
    const { url } = await listen(api(good));
    expect(await show(url)).toEqual({ cards: ['a', 'b'] });
  });

  it.each<[string, RequestListener]>([
    ['that ends the connection (H01)', api((response) => response.destroy())],
    ['that no page may read (H02)', (_request, response) => response.end(EVENTS)],
    [
      'whose body is shorter than announced (H03)',
      api((response) => {
        response.writeHead(200, { 'content-length': 1_000 }).write(EVENTS);
        setImmediate(() => response.destroy());
      }),
    ],
    [
      'whose chunks break off (H03)',
      api((response) => {
        response.write(EVENTS);
        setImmediate(() => response.destroy());
      }),
    ],
    [
      'whose gzip is none (H04)',
      api((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(EVENTS)),
    ],
    [
      'that leads back to itself (H06)',
      api((response, { url }) => response.writeHead(302, { location: url }).end()),
    ],
  ])(
    '%s is asked three times; nothing of its answers is shown, and the reader may try again',
    async (_name, handle) => {
      const { url, asked } = await listen(handle);
      expect(await show(url, 100)).toEqual({
        error: 'network',
        text: expect.stringMatching(RETRY),
        cards: [],
      });
      expect(asked).toHaveBeenCalledTimes(3);
    },
  );

  it('gets no token that another one leads to it (H06)', async () => {
    const evil = await listen(api(good));
    const { url } = await listen(api((response) => response.writeHead(307, { location: evil.url }).end()));
    expect(await show(url, 100)).toMatchObject({ error: 'network', cards: [] });
    expect(evil.asked).not.toHaveBeenCalled();
  });

  it.each<[string, Handle]>([
    ['never answers (H07)', () => undefined],
    ['falls silent after its headers (H07)', (response) => response.write('[')],
    [
      'sends a byte now and then (H08)',
      (response) => {
        const timer = setInterval(() => response.write(' '), 20);
        response.once('close', () => {
          clearInterval(timer);
        });
      },
    ],
  ])('that %s is given up in time, and the connections are closed', async (_name, handle) => {
    let open = 0;
    const { url, asked } = await listen(
      api((response, request) => {
        open += 1;
        response.once('close', () => (open -= 1));
        handle(response, request);
      }),
    );
    expect(await show(url, 2_000)).toMatchObject({
      error: 'timeout',
      text: expect.stringMatching(RETRY),
      cards: [],
    });
    await expect.poll(() => open).toBe(0);
    expect(asked.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('whose body never ends is stopped at 2 MiB (H09)', async () => {
    let sent = 0;
    const { url, asked } = await listen(
      api((response) => {
        const chunk = Buffer.alloc(65_536, ' ');
        const pump = () => {
          while (!response.destroyed && response.write(chunk)) sent += chunk.length;
        };
        response.on('drain', pump);
        pump();
      }),
    );
    expect(await show(url)).toMatchObject({ error: 'too-large', cards: [] });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });

  it.each<[string, Handle]>([
    ['has no body (H05)', status(204)],
    ['is empty (H05)', (response) => response.end()],
    [
      'is the page of a hotspot (H17)',
      (response) =>
        response
          .writeHead(200, { 'content-type': 'text/html' })
          .end('<!doctype html><script>document.title = "run"</script><form action="/login">'),
    ],
    ['is a script (J32)', (response) => response.end('document.title = "run"; cb([])')],
  ])('whose answer %s is no feed: one request, nothing of it runs', async (_name, handle) => {
    const { url, asked } = await listen(api(handle));
    expect(await show(url)).toMatchObject({ error: 'format', text: expect.stringMatching(RETRY), cards: [] });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await page.title()).toBe('Host');
  });

  it.each([
    [403, 'http 403', 1],
    [404, 'http 404', 1],
    [410, 'http 410', 1],
    [422, 'http 422', 1],
    [304, 'http 304', 1],
    [500, 'http 500', 3],
    [503, 'http 503', 3],
  ])(
    'that answers %i is an error, "%s", after %i requests (H11, H13, H19)',
    async (code, error, requests) => {
      const { url, asked } = await listen(api(status(code)));
      expect(await show(url, 100)).toMatchObject({ error, cards: [] });
      expect(asked).toHaveBeenCalledTimes(requests);
    },
  );

  it('that answers a part as 206 is read as what it is (H19)', async () => {
    const { url } = await listen(api((response) => response.writeHead(206).end(EVENTS)));
    expect(await show(url)).toMatchObject({ cards: ['a', 'b'] });
  });

  it.each([1, 2])('that fails %i times and then answers is shown (H11)', async (failures) => {
    const { url } = await listen(api(each(...Array<Handle>(failures).fill(status(500)), good)));
    expect(await show(url, 100)).toEqual({ cards: ['a', 'b'] });
  });

  it('that fails behind the first page costs nothing that is shown, and goes on by "Try again" (H11)', async () => {
    const later = each(
      ...Array<Handle>(3).fill(status(500)),
      (response) => response.end('[{"id":"c"}]'),
      (response) => response.end('[]'),
    );
    const { url } = await listen(api(good, later));
    expect(await show(url, 100)).toMatchObject({
      error: 'http 500',
      text: expect.stringMatching(RETRY),
      cards: ['a', 'b'],
    });
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await told()).cards).toEqual(['a', 'b', 'c']);
  });

  it.each([
    [
      'tells the page when to come back is asked then',
      { 'access-control-expose-headers': 'Retry-After' },
      7_000,
    ],
    ['does not let the page read when is asked by the library’s own time', {}, 0],
  ])('that is too busy and %s (H10, fact 10)', async (_name, headers, wait) => {
    const now = () => page.evaluate(() => performance.now());
    const { url } = await listen(api(each(status(429, { 'retry-after': '7', ...headers }), good)));
    const started = await now();
    expect(await show(url, 500)).toEqual({ cards: ['a', 'b'] });
    const passed = (await now()) - started;
    if (wait) expect(passed).toBeGreaterThanOrEqual(wait);
    else expect(passed).toBeLessThan(7_000);
  });

  it('that asks for an hour of patience is left alone, and says until when (H10)', async () => {
    const headers = { 'retry-after': '3600', 'access-control-expose-headers': 'Retry-After' };
    const { url, asked } = await listen(api(status(429, headers)));
    expect(await show(url)).toMatchObject({ error: 'http 429', retryInMs: 300_000 });
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('that an ad blocker stops is an error like any other, and the page lives on (H24)', async () => {
    const { url, asked } = await listen(api(good));
    await page.route(`${url}**`, (route) => route.abort('blockedbyclient'));
    expect(await show(url, 100)).toMatchObject({ error: 'network', text: expect.stringMatching(RETRY) });
    expect(asked).not.toHaveBeenCalled();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(async () => (await told()).cards).toEqual(['a', 'b']);
  });
});

describe('a look for newer events', () => {
  /** Until the next look, and until the page has its answer. */
  const aMinute = async (address: string) => {
    const answered = page.waitForResponse((response) => response.url().includes(address));
    await page.clock.runFor(60_000);
    await (await answered).finished();
    await told();
  };

  it('costs no body while the ETag of the page’s own site says that nothing is new', async () => {
    const looks: string[] = [];
    let etag = '"1"';
    let body = EVENTS;
    site.backend = (request) => {
      if (request.url.endsWith('/feed-token')) return token();
      if (request.url.includes('skip=')) return new Response('[]');
      const known = request.headers.get('if-none-match');
      // As Express has it.
      const isSame = known === etag && request.headers.get('cache-control') !== 'no-cache';
      looks.push(`${known} ${isSame ? 304 : 200}`);
      return isSame ? new Response(null, { status: 304 }) : new Response(body, { headers: { etag } });
    };
    expect(await show('/platform/api')).toEqual({ cards: ['a', 'b'] });
    for (let times = 1; times <= 3; times += 1) {
      if (times === 3) [etag, body] = ['"2"', EVENTS.replace('[', '[{"id":"n"},')];
      await aMinute('/platform/api');
    }
    // The end of the feed was asked for last.
    expect(looks).toEqual(['null 200', 'null 200', '"1" 304', '"1" 200']);
    await page.getByRole('button', { name: '1 new event' }).click();
    await expect.poll(async () => (await told()).cards).toEqual(['n', 'a', 'b']);
  });

  it('goes on at another origin that shows its ETag and permits no header', async () => {
    const methods: string[] = [];
    const { url } = await listen(
      api((response, { method, headers }) => {
        methods.push(`${method} ${headers['if-none-match']}`);
        response.writeHead(200, { etag: '"1"', 'access-control-expose-headers': 'ETag' }).end(EVENTS);
      }),
    );
    expect(await show(url)).toEqual({ cards: ['a', 'b'] });
    for (let times = 0; times < 2; times += 1) await aMinute(url);
    expect(methods).toEqual(Array(3).fill('GET undefined'));
    expect((await told()).error).toBeUndefined();
  });
});

describe('an answer as large as they get', () => {
  it('of 200 events and 1.9 MB is no task of more than 0.2 s (S13)', async () => {
    const text = 'It was a dark and stormy night; see https://a.example/ for more. '.repeat(140);
    const all = Array.from({ length: 200 }, (_, index) => ({
      id: `${index}`,
      title: `T${index}`,
      user_text: text,
    }));
    const { url } = await listen(api((response) => response.end(JSON.stringify(all))));
    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { tasks });
      new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map(({ duration }) => duration));
      }).observe({ type: 'longtask' });
    });
    const longest: number[] = [];
    // Whatever else runs on the machine makes a task longer, and never shorter.
    for (let times = 0; times < 5; times += 1) {
      await add(url);
      await expect.poll(drawn, { timeout: 10_000 }).toBe(200);
      longest.push(
        await page.evaluate(() => Math.max(0, ...(Reflect.get(window, 'tasks') as number[]).splice(0))),
      );
    }
    expect(Math.min(...longest)).toBeLessThan(200);
  });
});
