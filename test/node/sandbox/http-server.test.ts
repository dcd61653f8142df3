import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { connect } from 'getstream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SandboxServer, startSandboxServer } from '../../../demo/sandbox/http-server.js';
import { idsOf, signed } from './ask.js';

let server: SandboxServer;
const api = (more = {}) => `${server.url}/platform/api?${new URLSearchParams(signed(more)).toString()}`;

beforeAll(async () => {
  server = await startSandboxServer({ port: 0, events: 30 });
});

afterAll(async () => {
  await server.close();
});

describe('the sandbox over HTTP', () => {
  it('answers a page of any origin, which may read when to come back', async () => {
    const response = await fetch(api(), { headers: { origin: 'https://page.example' } });
    expect(await idsOf(response)).toEqual(server.sandbox.world.events.slice(0, 10).map(({ id }) => id));
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });

  it('answers a POST and its preflight', async () => {
    const headers = { 'access-control-request-headers': 'x-own', 'access-control-request-method': 'POST' };
    const preflight = await fetch(`${server.url}/platform/api`, { method: 'OPTIONS', headers });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toBe('x-own');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('POST');
    const body = new URLSearchParams(signed({ limit: '2' }));
    expect(await idsOf(await fetch(`${server.url}/platform/api`, { method: 'POST', body }))).toHaveLength(2);
  });

  it('gives a token for exactly what will be sent', async () => {
    const params = { method: 'stream.get', app_id: '423004', secure: '1', limit: '4' };
    const token = await fetch(`${server.url}/feed-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'https://page.example' },
      body: JSON.stringify({ source: 'mailru', params, reason: 'first' }),
    });
    const { sessionKey, sig } = (await token.json()) as { sessionKey: string; sig: string };
    const query = new URLSearchParams({ ...params, session_key: sessionKey, sig });
    expect(await idsOf(await fetch(`${server.url}/platform/api?${query.toString()}`))).toHaveLength(4);
  });

  it('knows only what it knows', async () => {
    expect((await fetch(`${server.url}/elsewhere`)).status).toBe(404);
  });

  it('really drops and really cuts connections, and lives on', async () => {
    const { faults } = server.sandbox;
    faults.status = 0;
    await expect(fetch(api())).rejects.toThrow('fetch failed');
    faults.status = undefined;
    faults.cutBody = true;
    const cut = await fetch(api());
    expect(cut.status).toBe(200);
    const reader = cut.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^\[\{"id":/);
    await expect(async () => {
      while (!(await reader?.read())?.done);
    }).rejects.toThrow('terminated');
    faults.cutBody = false;
    expect((await fetch(api())).status).toBe(200);
  });
});

describe('npm run sandbox', () => {
  const command = fileURLToPath(new URL('../../../scripts/sandbox.mjs', import.meta.url));

  function run(...args: string[]) {
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const output = { out: '', error: '' };
    child.stdout.on('data', (data) => (output.out += String(data)));
    child.stderr.on('data', (data) => (output.error += String(data)));
    return { child, output };
  }

  it('prints one line, the URL, serves there and ends when it is told to', async () => {
    const { child, output } = run('--port', '0', '--stream-key', 'k', '--stream-secret', 's');
    await once(child.stdout, 'data');
    expect(output.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    const url = `${output.out.trim()}/platform/api?${new URLSearchParams(signed()).toString()}`;
    expect(await idsOf(await fetch(url))).toHaveLength(10);
    // An existing client, unmodified, with the key and the secret that were given.
    const urlOverride = { api: `${output.out.trim()}/api/` };
    const feed = connect('k', 's', '9', { urlOverride }).feed('user', '1');
    await feed.addActivity({ actor: '1', verb: 'tweet', object: 'Hello' });
    expect((await feed.get()).results.map(({ verb }) => verb)).toEqual(['tweet']);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(output).toEqual({ out: expect.stringMatching(/^\S+\n$/) as string, error: '' });
  }, 20_000);

  it.each([['--bogus'], ['--port', 'many'], ['--port', '70000'], ['extra']])(
    'explains itself when it is given %s %s',
    async (...args) => {
      const { child, output } = run(...args);
      expect(await once(child, 'close')).toEqual([1, null]);
      expect(output.out).toBe('');
      expect(output.error).toContain('Usage: npm run sandbox');
    },
    20_000,
  );
});
