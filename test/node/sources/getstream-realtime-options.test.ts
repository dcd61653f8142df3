import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ConfigError } from '../../../src/http/errors.js';
import { getstream, type GetstreamOptions, getstreamFromAttributes } from '../../../src/sources/getstream.js';
import type { RealtimeFeed } from '../../../src/sources/getstream/getstream-realtime.js';

const listenForChanges = vi.hoisted(() => vi.fn((_feed: RealtimeFeed) => Promise.resolve()));
vi.mock('../../../src/sources/getstream/listen-for-changes.js', () => ({ listenForChanges }));

beforeEach(() => {
  listenForChanges.mockClear();
});

const given = { apiKey: 'key', feed: 'timeline:vera', token: 'a.b.c' };

const sourceOf = (options: Partial<GetstreamOptions> = {}) =>
  getstream({ ...given, realtime: true, appId: '519', ...options });

/** The address that is listened at. */
async function addressOf(options: Partial<GetstreamOptions>): Promise<string | undefined> {
  sourceOf(options).subscribe?.(() => {});
  await vi.waitFor(() => {
    expect(listenForChanges).toHaveBeenCalled();
  });
  return listenForChanges.mock.lastCall?.[0].url;
}

describe('realtime of getstream', () => {
  it.each([undefined, false, 'false'])('is not there, nor needs an app id, when it is %s', (realtime) => {
    expect(getstreamFromAttributes({ ...given, realtime }).subscribe).toBeUndefined();
  });

  it.each([true, 'true', '', 'https://faye.example/faye'])('is there when it is %j', (realtime) => {
    expect(getstreamFromAttributes({ ...given, realtime, appId: '519' }).subscribe).toBeTypeOf('function');
  });

  it('is not there for a ranked feed, which is not asked for what is newer', () => {
    expect(sourceOf({ ranking: 'popular' }).subscribe).toBeUndefined();
  });

  it.each([undefined, ''])('names app-id when that is %j', (appId) => {
    const make = () => getstreamFromAttributes({ ...given, realtime: '', appId });
    expect(make).toThrow(ConfigError);
    expect(make).toThrow('"app-id"');
  });

  it.each(['http://faye.example/faye', 'javascript:alert(1)', 'faye'])('is refused at %s', (realtime) => {
    expect(() => sourceOf({ realtime })).toThrow('"realtime" must be an https address');
  });

  it.each<[string, Partial<GetstreamOptions>]>([
    ['https://faye-us-east.stream-io-api.com/faye', {}],
    ['https://faye-us-east.stream-io-api.com/faye', { endpoint: 'https://eu-api.stream-io-api.com/api/' }],
    ['https://feeds.example/faye', { endpoint: 'https://feeds.example/stream/api/' }],
    ['https://faye.example/own', { realtime: 'https://faye.example/own' }],
  ])('is heard at %s', async (url, options) => {
    expect(await addressOf(options)).toBe(url);
  });

  it('is nothing but a name until it is subscribed to', async () => {
    sourceOf();
    await Promise.resolve();
    expect(listenForChanges).not.toHaveBeenCalled();
  });

  it('hears the channel of the feed, as the feed', async () => {
    await addressOf({});
    expect(listenForChanges.mock.lastCall?.[0]).toMatchObject({
      apiKey: 'key',
      user: 'site-519-feed-timelinevera',
    });
  });
});
