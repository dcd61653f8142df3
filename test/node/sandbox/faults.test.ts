import { getResponse } from 'msw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type Sandbox } from '../../../demo/sandbox/handlers.js';
import { signMailru } from '../../../src/server.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import { codeOf, idsOf, send, signed } from './ask.js';

afterEach(() => {
  vi.useRealTimers();
});

const params = { method: 'stream.get', app_id: vendorExample.appId, secure: '1', format: 'json', limit: '3' };

async function askToken(sandbox: Sandbox, reason = 'first'): Promise<Response> {
  const request = new Request('https://host.example/feed-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://page.example' },
    body: JSON.stringify({ source: 'mailru', params, reason }),
  });
  const response = await getResponse([...sandbox.handlers], request);
  if (!response) throw new Error('Nothing answers.');
  return response;
}

async function callWithToken(sandbox: Sandbox): Promise<Response> {
  const { sessionKey, sig } = (await (await askToken(sandbox)).json()) as { sessionKey: string; sig: string };
  return send(sandbox, { ...params, session_key: sessionKey, sig });
}

describe('tokens', () => {
  it('sign a call for a page of any origin', async () => {
    expect(await idsOf(await callWithToken(createSandbox({ events: 5 })))).toHaveLength(3);
  });

  it('end with the session; the next one works', async () => {
    const sandbox = createSandbox({ events: 5 });
    expect((await send(sandbox, signed())).status).toBe(200);
    sandbox.expireSessions();
    expect(await codeOf(await send(sandbox, signed()))).toBe(102);
    expect((await callWithToken(sandbox)).status).toBe(200);
    const { sessionKey } = (await (await askToken(sandbox, 'expired')).json()) as { sessionKey: string };
    expect(sessionKey).not.toBe(vendorExample.sessionKey);
  });

  it('are not for who has signed out', async () => {
    const sandbox = createSandbox({ events: 5 });
    sandbox.faults.signedOut = true;
    expect((await askToken(sandbox)).status).toBe(401);
  });

  it('are of the app that the sandbox is told to be', async () => {
    const sandbox = createSandbox({ events: 5, secretKey: 'another secret' });
    const { sessionKey, sig } = (await (await askToken(sandbox)).json()) as Record<string, string>;
    const all = { ...params, session_key: sessionKey ?? '' };
    expect(sig).toBe(signMailru(all, { secretKey: 'another secret' }));
  });
});

describe('faults', () => {
  it('every third request fails once and its repeat succeeds', async () => {
    const sandbox = createSandbox({ events: 100 });
    sandbox.faults.every = { n: 3, status: 503 };
    const statuses: number[] = [];
    for (const offset of ['0', '10', '20', '20', '30', '40', '50', '60', '50']) {
      statuses.push((await send(sandbox, signed({ offset }))).status);
    }
    expect(statuses).toEqual([200, 200, 503, 200, 200, 200, 503, 200, 200]);
  });

  it('every request may fail once', async () => {
    const sandbox = createSandbox({ events: 5 });
    sandbox.faults.every = { n: 1, status: 500 };
    const statuses: number[] = [];
    for (let i = 0; i < 4; i += 1) statuses.push((await send(sandbox, signed())).status);
    expect(statuses).toEqual([500, 200, 500, 200]);
  });

  it('all requests may get a status, in HTML as from a gateway, until it is taken back', async () => {
    const sandbox = createSandbox({ events: 5 });
    sandbox.faults.status = 429;
    const response = await send(sandbox, signed());
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe('1');
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    sandbox.faults.status = undefined;
    expect((await send(sandbox, signed())).status).toBe(200);
  });

  it('status 0 is no answer at all', async () => {
    const sandbox = createSandbox({ events: 5 });
    sandbox.faults.status = 0;
    expect((await send(sandbox, signed())).type).toBe('error');
  });

  it('a cut body starts well and breaks off', async () => {
    const sandbox = createSandbox({ events: 5 });
    sandbox.faults.cutBody = true;
    const response = await send(sandbox, signed());
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toMatch(/^\[\{"id":/);
    await expect(reader?.read()).rejects.toThrow('cut');
  });

  it('an empty feed has no events in either format', async () => {
    const sandbox = createSandbox({ events: 5 });
    sandbox.faults.empty = true;
    expect(await idsOf(await send(sandbox, signed()))).toEqual([]);
    expect(await (await send(sandbox, signed({ format: 'xml' }))).text()).not.toContain('<event>');
  });

  it('latency holds an answer back', async () => {
    vi.useFakeTimers();
    const sandbox = createSandbox({ events: 5 });
    sandbox.faults.latencyMs = 3000;
    let answered = false;
    const response = send(sandbox, signed()).then((answer) => {
      answered = true;
      return answer;
    });
    await vi.advanceTimersByTimeAsync(2900);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    expect((await response).status).toBe(200);
  });
});
