import { afterEach, describe, expect, it, vi } from 'vitest';
import { connect, StreamClient } from '../../../src/server.js';
import { StreamClient as TokenClient } from '../../../src/sources/getstream.js';

const HEROKU = 'https://thierry:pass@getstream.io/?app_id=1';
const TODAY = 'https://api.stream-io-api.com/api/';

/** The token tells which secret made it. */
const OF_PASS = connect('thierry', 'pass').sign('user1');

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe('connect', () => {
  it('by key and secret gives a client that makes its own tokens', async () => {
    const client = connect('key', 'secret', '519', { timeout: 5, version: 'v1.1' });
    expect(client).toBeInstanceOf(StreamClient);
    expect(client).toBeInstanceOf(TokenClient);
    expect(client).toMatchObject({
      apiKey: 'key',
      appId: '519',
      timeout: 5,
      version: 'v1.1',
      baseUrl: TODAY,
    });
    expect(await client.feed('user', '1').signature()).toBe('user1 osnsKzhIksUQ-h36abNdk4sOnbw');
  });

  it.each([
    ['as the seed has it', HEROKU, '1', TODAY],
    [
      'with a region',
      'https://thierry:pass@us-east.getstream.io/?app_id=1',
      '1',
      'https://us-east-api.stream-io-api.com/api/',
    ],
    ['with today’s host', 'https://thierry:pass@stream-io-api.com/?app_id=1', '1', TODAY],
    ['with today’s API host', 'https://thierry:pass@api.stream-io-api.com/?app_id=1', '1', TODAY],
    [
      'with a region in the API host',
      'https://thierry:pass@us-east-api.stream-io-api.com/?app_id=1',
      '1',
      'https://us-east-api.stream-io-api.com/api/',
    ],
    ['in capitals', 'HTTPS://thierry:pass@GETSTREAM.IO/?app_id=1', '1', TODAY],
    ['with more behind the id', 'https://thierry:pass@getstream.io/?app_id=12&x=1', '12', TODAY],
    ['with more before the id', 'https://thierry:pass@getstream.io/?x=1&app_id=12', '12', TODAY],
  ])('by a heroku URL %s, as first argument or from STREAM_URL', async (_name, url, appId, baseUrl) => {
    const first = connect(url);
    vi.stubEnv('STREAM_URL', url);
    for (const client of [first, connect(), connect('')]) {
      expect(client).toMatchObject({ apiKey: 'thierry', appId, baseUrl });
      expect(await client.sign('user1')).toBe(await OF_PASS);
    }
  });

  it('explicit arguments win over the environment, and over the URL', async () => {
    vi.stubEnv('STREAM_URL', HEROKU);
    expect(connect('a', 'b', 'c')).toMatchObject({ apiKey: 'a', appId: 'c' });
    expect(await connect('a', 'pass').sign('user1')).toBe(await OF_PASS);
    expect(connect(HEROKU, undefined, '99', { location: 'tokyo' })).toMatchObject({
      appId: '99',
      baseUrl: 'https://tokyo-api.stream-io-api.com/api/',
    });
  });

  it.each([
    'http://thierry:pass@getstream.io/?app_id=1',
    'https://thierry:pass@getstream.io/?app=1',
    'https://thierry:pass@getstream.io/?app_id=x',
    'https://thierry@getstream.io/?app_id=1',
    'https://getstream.io/?app_id=1',
    // Signed calls go to no host that nobody named.
    'https://thierry:pass@127.0.0.1/?app_id=1',
    'https://thierry:pass@stream.example.com/?app_id=1',
    'https://thierry:pass@getstream.io.example.com/?app_id=1',
    'see https://thierry:pass@getstream.io/?app_id=1',
    'https://',
    '',
  ])('refuses %j, without a word of it', (url) => {
    vi.stubEnv('STREAM_URL', url);
    for (const call of [() => connect(), () => connect(url, 'secret')]) {
      expect(call).toThrow(/^Invalid api key or heroku url$/);
    }
  });

  it('throws without a key, and for a key without its secret', () => {
    vi.stubEnv('STREAM_URL', undefined);
    expect(() => connect()).toThrow('Invalid api key or heroku url');
    expect(() => connect('key')).toThrow('set apiSecret');
  });

  it('works on platforms without a process', () => {
    vi.stubGlobal('process', undefined);
    expect(() => connect()).toThrow('Invalid api key or heroku url');
    expect(connect(HEROKU).apiKey).toBe('thierry');
  });
});

describe('StreamClient of the server', () => {
  it('shows its secret nowhere', () => {
    const client = new StreamClient({ apiKey: 'key', apiSecret: 'hush', appId: '1' });
    const feed = client.feed('user', '1');
    const seen = [client, feed].map((thing) => JSON.stringify([Object.entries(thing), thing]));
    expect(seen.join()).not.toContain('hush');
  });

  it.each(['document', 'importScripts'])('and connect refuse a place with %s, and say why', (name) => {
    vi.stubGlobal(name, {});
    expect(() => connect('key', 'secret')).toThrow(/^connect is for servers: a secret in a page/);
    expect(() => connect(HEROKU)).toThrow(/^connect is for servers/);
    expect(() => new StreamClient({ apiKey: 'key', apiSecret: 'secret' })).toThrow(
      /^StreamClient with a secret is for servers/,
    );
  });

  it('makes JWTs where it is told to', async () => {
    const client = new StreamClient({ apiKey: 'key', apiSecret: 'secret', auth: 'jwt' });
    const [, claims = ''] = (await client.feed('user', '1').signature()).split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      resource: '*',
      action: '*',
      feed_id: 'user1',
    });
  });
});
