import { describe, expect, it, vi } from 'vitest';
import { HttpError, NetworkError } from '../../../src/http/errors.js';
import { HttpClient, type HttpCall } from '../../../src/http/http-client.js';
import { createRevalidation } from '../../../src/http/revalidation.js';
import { callOf, fakeFetch, readAnswer, URL_OF_FEED } from './fake-call.js';

const tagged = (etag: string, text = 'text') => new Response(text, { headers: { etag } });
const same = () => new Response(null, { status: 304 });

/** Asks the same again and again, of a server that answers step by step. */
function setUp(...steps: Parameters<typeof fakeFetch>) {
  const fetch = fakeFetch(...steps);
  const client = new HttpClient('test', 'T', { fetch, random: () => 0 });
  const revalidated = createRevalidation<string>();
  const read = vi.fn(readAnswer);
  const ask = (parts: Partial<HttpCall<string>> = {}) => client.send(revalidated(callOf({ read, ...parts })));
  /** What each request said about the ETag that it knows. */
  const offered = () =>
    fetch.mock.calls.map(([, { headers }]) => new Headers(headers).get('if-none-match') ?? 'none');
  return { fetch, ask, read, offered };
}

describe('what is asked again', () => {
  it('is not read anew when the server says that it is the same', async () => {
    const { ask, read, offered } = setUp(tagged('"1"', 'one'), same());
    expect([await ask(), await ask(), await ask()]).toEqual(['one', 'one', 'one']);
    expect(offered()).toEqual(['none', '"1"', '"1"']);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is read when it has changed, and goes on with the new ETag', async () => {
    const { ask, offered } = setUp(tagged('"1"', 'one'), tagged('W/"2"', 'two'), same());
    expect([await ask(), await ask(), await ask()]).toEqual(['one', 'two', 'two']);
    expect(offered()).toEqual(['none', '"1"', 'W/"2"']);
  });

  it('lets a server that heeds Cache-Control answer so', async () => {
    const { ask, fetch } = setUp(tagged('"1"'), same());
    await ask();
    await ask();
    const [, init] = fetch.mock.calls[1] ?? [];
    expect(init).toMatchObject({
      headers: { authorization: 'T', 'cache-control': 'max-age=0' },
      cache: 'no-store',
    });
  });

  it('is asked as before where the server gives no ETag', async () => {
    const { ask, offered } = setUp(200);
    await ask();
    await ask();
    expect(offered()).toEqual(['none', 'none']);
  });

  it('is asked as before of another origin, which may not permit the header', async () => {
    const answer = Object.defineProperty(tagged('"1"'), 'type', { value: 'cors' });
    const { ask, offered } = setUp(async () => answer, 200);
    await ask();
    await ask();
    expect(offered()).toEqual(['none', 'none']);
  });

  it.each<[string, Partial<HttpCall<string>>]>([
    ['another address', { build: () => ({ url: `${URL_OF_FEED}?skip=a`, method: 'GET' }) }],
    [
      'another token',
      { build: () => ({ url: URL_OF_FEED, method: 'GET', headers: { authorization: 'other' } }) },
    ],
  ])('is not mixed up with %s', async (_, parts) => {
    const { ask, offered } = setUp(tagged('"1"'), 200);
    await ask();
    await ask(parts);
    expect(offered()).toEqual(['none', 'none']);
  });

  it('is never conditional when it is posted: what is posted is not in the address', async () => {
    const build = () => ({ url: URL_OF_FEED, method: 'POST', body: new URLSearchParams('a=1') }) as const;
    const { ask, offered } = setUp(tagged('"1"'), 200);
    await ask({ build });
    await ask({ build });
    expect(offered()).toEqual(['none', 'none']);
  });

  it('is asked without the ETag after a request that failed with it', async () => {
    const { ask, offered } = setUp(
      tagged('"1"', 'one'),
      new TypeError('Failed to fetch'),
      tagged('"1"', 'two'),
    );
    expect([await ask(), await ask()]).toEqual(['one', 'two']);
    expect(offered()).toEqual(['none', '"1"', 'none']);
  });

  it('is an error when the server says "the same" to who knows nothing', async () => {
    const { ask } = setUp(same());
    await expect(ask()).rejects.toThrow(HttpError);
  });

  it('keeps nothing of an answer that is an error', async () => {
    const { ask, offered } = setUp(new Response('', { status: 404, headers: { etag: '"1"' } }));
    for (let times = 0; times < 2; times += 1) await expect(ask()).rejects.not.toThrow(NetworkError);
    expect(offered()).toEqual(['none', 'none']);
  });
});
