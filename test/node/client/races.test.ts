import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import type { FeedSource } from '../../../src/sources/source.js';
import { controlled, ids, log, page, scripted, settled } from './fake-source.js';

describe('two loads at once', () => {
  it('are one request, however often the end of the list comes into view', async () => {
    const { source, requests, request } = controlled();
    const client = new FeedClient(source);
    const loads = [1, 2, 3, 4, 5].map(() => client.loadMore());
    await settled();
    loads.push(client.loadMore(), client.retry());
    request(0).resolve(page('a', 'a'));
    await Promise.all(loads);
    await settled();
    expect([requests.length, ids(client)]).toEqual([1, 'a']);
  });

  it('join a refresh that runs', async () => {
    const { source, requests, request } = controlled();
    const client = new FeedClient(source);
    const loads = [client.refresh(), client.refresh(), client.loadMore()];
    await settled();
    request(0).resolve(page('a', 'a'));
    await Promise.all(loads);
    expect([requests.length, ids(client)]).toEqual([1, 'a']);
  });

  it('do not share what they know between two feeds', async () => {
    const { source } = scripted(page('a'));
    const [one, other] = [new FeedClient(source), new FeedClient(source)];
    await Promise.all([one.loadMore(), other.loadMore()]);
    expect([ids(one), ids(other)]).toEqual(['a', 'a']);
  });
});

describe('a refresh while a page is under way', () => {
  it('aborts the page and drops its answer, even when it comes', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    const first = client.loadMore();
    await settled();
    request(0).resolve(page('b', 'b'));
    await first;

    const changes = log(client);
    const more = client.loadMore();
    await settled();
    const refresh = client.refresh();
    await settled();
    expect([request(1).signal.aborted, request(2).signal.aborted]).toEqual([true, false]);
    await more;
    request(1).resolve(page('late'));
    request(2).resolve(page('a', 'a'));
    await refresh;
    expect([ids(client), client.hasMore]).toEqual(['a', true]);
    expect(changes).toEqual(['loading', 'reset', 'ready']);
  });
});

describe('stop', () => {
  it('aborts the request, drops its late answer, and lets the feed go on afterwards', async () => {
    const { source, request, requests } = controlled();
    const client = new FeedClient(source);
    const changes = log(client);
    const load = client.loadMore();
    await settled();
    client.stop();
    await load;
    expect([client.status, request(0).signal.aborted]).toEqual(['idle', true]);
    request(0).resolve(page('late'));
    await settled();
    expect(ids(client)).toBe('');

    const again = client.loadMore();
    await settled();
    request(1).resolve(page('a'));
    await again;
    expect([client.status, ids(client), requests.length]).toEqual(['ready', 'a', 2]);
    expect(changes).toEqual(['loading', 'idle', 'loading', 'page', 'ready']);
  });

  it('drops an answer that is there but not yet read', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    const load = client.loadMore();
    await settled();
    request(0).resolve(page('late'));
    client.stop();
    await load;
    await settled();
    expect([client.status, ids(client)]).toEqual(['idle', '']);
  });

  it('drops a late failure and makes none of the abort', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    const load = client.loadMore();
    await settled();
    client.stop();
    request(0).reject(new DOMException('Aborted', 'AbortError'));
    await load;
    await settled();
    expect([client.status, client.error]).toEqual(['idle', undefined]);
  });

  it('keeps the pages and is ready when some are shown', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    const first = client.loadMore();
    await settled();
    request(0).resolve(page('a'));
    await first;
    void client.refresh();
    client.stop();
    expect([client.status, ids(client), client.hasMore]).toEqual(['ready', 'a', false]);
  });

  it('and a new load in the same tick are one request', async () => {
    const { source, requests } = scripted(page('a'));
    const client = new FeedClient(source);
    void client.loadMore();
    client.stop();
    await client.loadMore();
    expect([requests.length, ids(client)]).toEqual([1, 'a']);
  });

  it('is ready too when the feed is known to be empty', async () => {
    const client = new FeedClient(scripted(page('')).source);
    await client.loadMore();
    void client.refresh();
    client.stop();
    expect(client.status).toBe('ready');
  });

  it('is silent when nothing runs', async () => {
    const client = new FeedClient(scripted(page('a')).source);
    await client.loadMore();
    const changes = log(client);
    client.stop();
    expect(changes).toEqual([]);
  });

  it('leaves a later load alone', async () => {
    const { source, request } = controlled();
    const client = new FeedClient(source);
    void client.loadMore();
    await settled();
    client.stop();
    const load = client.loadMore();
    await settled();
    request(0).resolve(page('late'));
    await settled();
    expect(client.status).toBe('loading');
    request(1).resolve(page('a'));
    await load;
    expect(ids(client)).toBe('a');
  });
});

describe('a source that calls the feed back while it is asked', () => {
  it.each(['loadMore', 'retry', 'refresh'] as const)('by %s makes no endless turn', async (name) => {
    let asked = 0;
    const source: FeedSource = {
      name: 'fake',
      page: () => {
        asked += 1;
        if (asked < 10) void client[name]();
        return Promise.resolve(page('a'));
      },
    };
    const client = new FeedClient(source);
    await client.loadMore();
    await settled();
    expect(asked).toBeLessThanOrEqual(2);
    expect([client.status, ids(client)]).toEqual(['ready', 'a']);
  });
});

describe('in any order of answers', () => {
  it('only what was asked for last is shown, under one request at a time, in the allowed order of states', async () => {
    const step = fc.constantFrom('loadMore', 'refresh', 'retry', 'stop');
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { minLength: 1, maxLength: 12 }), async (s, steps) => {
        let open = 0;
        let asked = 0;
        const source: FeedSource = {
          name: 'fake',
          // Deaf to its signal: every answer comes, sooner or later. Each one tells which request it is for.
          page: async ({ skip, signal }) => {
            const number = asked++;
            if (open > 0) throw new Error('two requests that nobody aborted');
            open += 1;
            let counted = true;
            const close = () => {
              if (counted) open -= 1;
              counted = false;
            };
            signal.addEventListener('abort', close);
            await s.schedule(Promise.resolve(), `answer ${String(number)}`);
            close();
            if (number % 4 === 3) throw new Error('fails');
            const depth = Number(skip ?? 0);
            return page(`${String(signal.aborted)}-${String(number)}`, String(depth + 1));
          },
        };
        const client = new FeedClient(source);
        const statuses: string[] = [client.status];
        client.subscribe(({ type }) => {
          if (type === 'state') statuses.push(client.status);
        });
        s.scheduleSequence(
          steps.map((name) => ({
            label: name,
            builder: () => {
              void client[name]();
              return Promise.resolve();
            },
          })),
        );
        await s.waitAll();
        await settled();

        expect(client.error?.cause).not.toMatchObject({ message: 'two requests that nobody aborted' });
        expect(client.status).not.toBe('loading');
        const shown = client.events.map(({ id }) => id);
        expect(shown.every((id) => id.startsWith('false-'))).toBe(true);
        const numbers = shown.map((id) => Number(id.slice(6)));
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        const allowed = ['idle>loading', 'ready>loading', 'error>loading', 'loading>ready', 'loading>error', 'loading>idle']; // prettier-ignore
        statuses.slice(1).forEach((status, i) => {
          expect(allowed).toContain(`${String(statuses[i])}>${status}`);
        });
        if (numbers.length > 0) expect(statuses.slice(statuses.lastIndexOf('ready'))).not.toContain('idle');
      }),
      { numRuns: 300 },
    );
  });

  it('the feed of one reader never shows an event of the next one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (s, stops) => {
        const sourceOf = (reader: string): FeedSource => ({
          name: 'fake',
          page: ({ skip }) =>
            s.schedule(Promise.resolve(page(`${reader}${skip ?? '0'}`, `${skip ?? '0'}1`)), reader),
        });
        const before = new FeedClient(sourceOf('A'));
        const after = new FeedClient(sourceOf('B'));
        const heardTooLate: string[] = [];
        let changed = false;
        before.subscribe(({ type }) => {
          if (changed && type === 'page') heardTooLate.push(ids(before));
        });
        s.scheduleSequence([
          async () => void before.loadMore(),
          async () => {
            if (stops) void before.loadMore();
            changed = true;
            before.stop();
            void after.loadMore();
          },
          async () => void after.loadMore(),
        ]);
        await s.waitAll();
        await settled();
        expect(heardTooLate).toEqual([]);
        expect(after.events.map(({ id }) => id[0])).not.toContain('A');
        expect(after.events.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});
