import { afterEach, describe, expect, it } from 'vitest';
import { HttpClient } from '../../../src/http/http-client.js';
import { callOf, fakeFetch, URL_OF_FEED } from './fake-call.js';

afterEach(() => {
  for (const key of ['method', 'body', 'mode']) Reflect.deleteProperty(Object.prototype, key);
});

describe('a request', () => {
  it('sends no cookies and no referrer, follows no redirect, and is not stored', async () => {
    const fetch = fakeFetch(200);
    await new HttpClient('test', 'T', { fetch }).send(callOf());
    const [url, init] = fetch.mock.calls[0] ?? [];
    expect(url).toBe(URL_OF_FEED);
    expect(init).toMatchObject({
      method: 'GET',
      headers: { authorization: 'T' },
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    expect(init?.signal).toBeInstanceOf(AbortSignal);
  });

  it('takes nothing from an Object.prototype that the page has written to', async () => {
    let seen: unknown;
    const fetch = fakeFetch(async (_url, init) => {
      seen = [init.method, 'body' in init, init.mode];
      return new Response('text');
    });
    const build = () => ({ url: URL_OF_FEED, method: 'GET' }) as const;
    const end = new HttpClient('test', 'T', { fetch }).send(callOf({ build }));
    Object.assign(Object.prototype, { method: 'POST', body: 'stolen', mode: 'no-cors' });
    await end;
    expect(seen).toEqual(['GET', false, undefined]);
  });

  it('uses the fetch that the page has at the time, called without a this', async () => {
    const before = globalThis.fetch;
    const client = new HttpClient('test', 'T');
    try {
      globalThis.fetch = function (this: unknown) {
        return Promise.resolve(new Response(String(this === undefined || this === globalThis)));
      };
      expect(await client.send(callOf())).toBe('true');
    } finally {
      globalThis.fetch = before;
    }
  });
});
