import { afterEach, describe, expect, it, vi } from 'vitest';
import { FeedClient } from '../../../src/client/feed-client.js';
import { HttpError } from '../../../src/http/errors.js';
import { ids, log, page, scripted } from './fake-source.js';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a listener', () => {
  it('hears nothing after its unsubscribe, which ends no other subscription', async () => {
    const client = new FeedClient(scripted(page('a')).source);
    const listener = vi.fn();
    const first = client.subscribe(listener);
    client.subscribe(listener);
    first();
    first();
    await client.loadMore();
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('that another one unsubscribes during a change does not hear that change', async () => {
    const client = new FeedClient(scripted(page('a')).source);
    const later = vi.fn();
    client.subscribe(() => {
      unsubscribe();
    });
    const unsubscribe = client.subscribe(later);
    await client.loadMore();
    expect(later).not.toHaveBeenCalled();
  });

  it('that throws costs the others nothing', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const client = new FeedClient(scripted(page('a')).source);
    const boom = new Error('boom');
    client.subscribe(() => {
      throw boom;
    });
    const changes = log(client);
    await client.loadMore();
    expect(changes).toEqual(['loading', 'page', 'ready']);
    expect(report.mock.calls).toEqual([[boom], [boom], [boom]]);
    expect(ids(client)).toBe('a');
  });

  it('sees the whole new state already with the first of several changes', async () => {
    const client = new FeedClient(
      scripted(page('a', 'a'), () => Promise.reject(new HttpError('No.'))).source,
    );
    const seen: unknown[] = [];
    client.subscribe(({ type }) => {
      if (type !== 'state') seen.push([type, client.status, ids(client), client.error?.kind]);
    });
    await client.loadMore();
    await client.loadMore();
    expect(seen).toEqual([
      ['page', 'ready', 'a', undefined],
      ['error', 'error', 'a', 'http'],
    ]);
  });
});

describe('a listener that calls the feed back', () => {
  it('may load the next page from within a change', async () => {
    const { source, requests } = scripted(page('a', 'a'), page('b', 'b'), page('c'));
    const client = new FeedClient(source);
    const end = new Promise<void>((resolve) => {
      client.subscribe(({ type }) => {
        if (type === 'page') void client.loadMore();
        if (!client.hasMore && client.status === 'ready') resolve();
      });
    });
    await client.loadMore();
    await end;
    expect([ids(client), requests.length]).toEqual(['a b c', 3]);
  });

  it('does not let others hear a later change before an earlier one', async () => {
    const client = new FeedClient(scripted(page('a', 'a'), page('b')).source);
    client.subscribe(({ type }) => {
      if (type === 'page') void client.refresh();
    });
    const types: string[] = [];
    client.subscribe(({ type }) => types.push(type));
    await client.loadMore();
    expect(types).toEqual(['state', 'page', 'state', 'state']);
  });

  it('may stop a load at its first word, so that the source is never asked', async () => {
    const { source, requests } = scripted(page('a'));
    const client = new FeedClient(source);
    const unsubscribe = client.subscribe(() => {
      unsubscribe();
      client.stop();
    });
    await client.loadMore();
    expect([client.status, requests.length]).toEqual(['idle', 0]);
  });

  it('may start a new load from the end of a stopped one', async () => {
    const { source, requests } = scripted(page('a'));
    const client = new FeedClient(source);
    void client.loadMore();
    let load = Promise.resolve();
    client.subscribe(() => {
      if (client.status === 'idle') load = client.loadMore();
    });
    client.stop();
    expect(client.status).toBe('loading');
    await load;
    expect([client.status, ids(client), requests.length]).toEqual(['ready', 'a', 1]);
  });
});
