import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connect } from '../../../src/server.js';

const seen: { line: string; type: string | undefined; length: string | undefined }[] = [];
let status = 200;
const server = createServer(({ method = '', url = '', headers }, response) => {
  seen.push({
    line: `${method} ${url}`,
    type: headers['stream-auth-type']?.toString(),
    length: headers['content-length'],
  });
  response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' });
  response.end('{"duration":"1ms"}');
});
let baseUrl = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
});
afterAll(() => {
  server.close();
});

it('the platform’s own fetch puts a call on the wire as it was built', async () => {
  const feed = connect('key', 'secret', '1', { baseUrl }).feed('user', '1');
  await feed.removeActivity({ foreignId: 'tweet:1' });
  await feed.unfollow('flat', '33');
  await feed.get({ limit: 1 });
  expect(seen.splice(0)).toEqual([
    {
      line: 'DELETE /api/v1.0/feed/user/1/tweet:1/?api_key=key&foreign_id=1',
      type: 'simple',
      length: undefined,
    },
    { line: 'DELETE /api/v1.0/feed/user/1/follows/flat:33/?api_key=key', type: 'simple', length: undefined },
    { line: 'GET /api/v1.0/feed/user/1/?api_key=key&limit=1', type: 'simple', length: undefined },
  ]);
});

it('a redirect is not followed: the token would go along', async () => {
  status = 302;
  const feed = connect('key', 'secret', '1', { baseUrl }).feed('user', '1');
  await expect(feed.get()).rejects.toMatchObject({ kind: 'network' });
  expect(seen).toHaveLength(1);
});
