import { describe, expect, it, vi } from 'vitest';
import { AuthError, ConfigError } from '../../../src/http/errors.js';
import type { TokenRequest } from '../../../src/http/token.js';
import { piictuFromAttributes } from '../../../src/sources/piictu.js';
import type { SourceAttributes } from '../../../src/sources/source.js';
import { endpoint, photoOf, setUp, signal, streamId, streamOf } from './piictu-answers.js';

describe('a request to piictu', () => {
  it('is GET /v1/streams/<stream id> with Authorization: OAuth, and the token nowhere else', async () => {
    const { source, fetch } = setUp();
    await source.page({ limit: 10, signal });
    const [url, init] = fetch.mock.lastCall ?? [];
    expect(url).toBe(`${endpoint}/v1/streams/${streamId}?rpp=10`);
    expect(init).toMatchObject({ method: 'GET', headers: { authorization: 'OAuth secret-token' } });
    expect(init?.body).toBeUndefined();
  });

  it.each(['https://photos.example', 'https://photos.example/', 'https://photos.example/?'])(
    'goes to /v1 of the endpoint %s',
    async (address) => {
      const { source, fetch } = setUp(undefined, { endpoint: address });
      await source.page({ limit: 10, signal });
      expect(fetch.mock.lastCall?.[0]).toBe(`https://photos.example/v1/streams/${streamId}?rpp=10`);
    },
  );

  it.each([0, -3, NaN])('refuses a limit of %s, whatever asks for it', async (limit) => {
    const { source } = setUp();
    await expect(async () => source.page({ limit, signal })).rejects.toMatchObject({ option: 'limit' });
  });

  it.each([
    [1, '1'],
    [49, '49'],
    [50, '50'],
    [51, '50'],
    [200, '50'],
  ])('asks for %i photos as rpp=%s, for 50 are the server’s own limit', async (limit, rpp) => {
    const { source, queries } = setUp();
    await source.page({ limit, signal });
    expect(queries()).toEqual([{ rpp }]);
  });

  it.each(['likes', 'friends'] as const)(
    'has sort_by=%s on every page where it was chosen',
    async (sortBy) => {
      const { source, queries } = setUp(() => streamOf([photoOf('b', 2), photoOf('a', 1)]), { sortBy });
      const { skip = '' } = await source.page({ limit: 2, signal });
      await source.page({ limit: 2, skip, signal });
      expect(queries()).toEqual([
        { rpp: '2', sort_by: sortBy },
        sortBy === 'likes'
          ? { rpp: '2', sort_by: 'likes', page: '2' }
          : { rpp: '3', sort_by: 'friends', max_seq: '1' },
      ]);
    },
  );

  it('asks the host for the token of the stream once, and keeps it', async () => {
    const token = vi.fn((_request: TokenRequest) => ({ token: 'T' }));
    const { source } = setUp(undefined, { token });
    await source.page({ limit: 10, signal });
    await source.page({ limit: 10, signal });
    expect(token).toHaveBeenCalledExactlyOnceWith({
      source: 'piictu',
      params: { stream_id: streamId },
      reason: 'first',
    });
  });

  it('asks for a new token and sends again when the server refuses the old one', async () => {
    const token = vi.fn(({ reason }: TokenRequest) => ({ token: reason }));
    const { source, fetch } = setUp(undefined, { token });
    fetch.mockResolvedValueOnce(new Response('', { status: 401 }));
    await expect(source.page({ limit: 10, signal })).resolves.toMatchObject({ events: [] });
    expect(fetch.mock.lastCall?.[1]).toMatchObject({ headers: { authorization: 'OAuth expired' } });
  });

  it('is not sent without a token, and says what one must hold', async () => {
    const { source, fetch } = setUp(undefined, { token: () => ({ sessionKey: 's', sig: '0' }) });
    const error: unknown = await source.page({ limit: 10, signal }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AuthError);
    expect(error).toMatchObject({ advice: 'sign-in', message: expect.stringContaining('{ token }') });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('a piictu source that is wrongly set up', () => {
  const right = { endpoint, streamId, token: 'T' };

  it.each<[string, SourceAttributes]>([
    ['endpoint', { ...right, endpoint: undefined }],
    ['endpoint', { ...right, endpoint: 'http://api.piictu.com' }],
    ['endpoint', { ...right, endpoint: `${endpoint}?page=1` }],
    ['stream-id', { ...right, streamId: undefined }],
    ['stream-id', { ...right, streamId: '' }],
    ['stream-id', { ...right, streamId: '../users' }],
    ['stream-id', { ...right, streamId: '4da3\n' }],
    ['token-url', { ...right, token: undefined }],
    ['sort-by', { ...right, sortBy: 'seq' }],
    ['sort-by', { ...right, sortBy: '' }],
  ])('names the attribute %s: %j', (option, attributes) => {
    const make = () => piictuFromAttributes(attributes);
    expect(make).toThrow(ConfigError);
    expect(make).toThrow(
      expect.objectContaining({ option, message: expect.stringContaining(`"${option}"`) }),
    );
  });
});
