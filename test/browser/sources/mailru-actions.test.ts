import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../../demo/sandbox/handlers.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import { tokenFromUrl } from '../../../src/http/token-url.js';
import { mailru } from '../../../src/sources/mailru/mailru.js';

const { signal } = new AbortController();

// XML needs a browser.
describe('what a reader does, in XML', () => {
  const sandbox = createSandbox({ events: 30 });
  const fetch = async (url: string, init: RequestInit) =>
    (await getResponse([...sandbox.handlers], new Request(url, init))) ?? Response.error();
  const source = mailru({
    endpoint: 'https://sandbox.example/platform/api',
    appId: vendorExample.appId,
    format: 'xml',
    token: tokenFromUrl(`${location.origin}/feed-token`, fetch),
    http: { fetch },
  });

  it('is there when the feed is read again', async () => {
    const { events } = await source.page({ limit: 10, signal });
    const event = events.find(({ thread }) => thread?.commentable && !thread.liked);
    if (!event) throw new Error('There is no such event.');
    await source.like?.(event, signal);
    await source.comment?.(event, 'a < b & c', signal);
    const again = await source.page({ limit: 10, signal });
    const { thread } = again.events.find(({ id }) => id === event.id) ?? {};
    expect(thread).toMatchObject({ liked: true, likeCount: (event.thread?.likeCount ?? 0) + 1 });
    expect(thread?.comments.at(-1)?.text).toBe('a < b & c');
  });

  it('fails with the error that the API writes', async () => {
    sandbox.world.insert({ id: 'f', thread_id: 'fixed', title: 'a', is_likeable: 0 });
    const [event] = (await source.page({ limit: 1, signal })).events;
    if (!event) throw new Error('There is no event.');
    await expect(source.like?.(event, signal)).rejects.toMatchObject({ code: 202, advice: 'forbidden' });
  });
});
