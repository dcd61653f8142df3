import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type SandboxServer, startSandboxServer } from '../../../demo/sandbox/http-server.js';
import type { TokenRequest } from '../../../src/http/token.js';
import { getstream } from '../../../src/sources/getstream.js';
import { app, ask, jwt, simple } from '../sandbox/getstream-ask.js';

const right = jwt({ user_id: 'vera' });
const wrong = jwt({ user_id: 'vera' }, 'another-secret');

let server: SandboxServer;
/** How many there are when nobody hears: the server's own, in the same process. */
let ownTimers: number;
const unhandled = vi.fn();

const insert = () => {
  server.sandbox.getstream.insert();
};

async function start(port = 0): Promise<void> {
  server = await startSandboxServer({ port, streamAppId: app.appId });
  insert();
  await settle();
}

/** Long enough for what is on its way, on this machine. */
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 120));

beforeAll(async () => {
  // Timers are counted, and what waits half a minute does not keep us waiting.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
  process.on('unhandledRejection', unhandled);
  await start();
  ownTimers = vi.getTimerCount();
});

afterEach(() => {
  expect(unhandled).not.toHaveBeenCalled();
});

afterAll(async () => {
  await server.close();
  process.off('unhandledRejection', unhandled);
  vi.useRealTimers();
});

/** Subscribes to a feed with tokens that are given in turn, the last one for ever. */
function hear(tokens: readonly string[], realtime: true | string = true) {
  const requests: TokenRequest[] = [];
  const { subscribe } = getstream({
    endpoint: `${server.url}/api/`,
    apiKey: app.key,
    feed: 'timeline:vera',
    token: (request) => ({ token: tokens[requests.push(request) - 1] ?? tokens.at(-1) ?? '' }),
    realtime,
    appId: app.appId,
  });
  const handleChange = vi.fn();
  const end = subscribe?.(handleChange) ?? expect.fail('It cannot be subscribed to.');
  onTestFinished(end);
  return { handleChange, end, requests, reasons: () => requests.map(({ reason }) => reason) };
}

/** Somebody posts until that is heard: nobody is told when the subscription stands. */
async function heard({ handleChange }: ReturnType<typeof hear>): Promise<void> {
  await vi.waitFor(() => {
    insert();
    expect(handleChange).toHaveBeenCalled();
  });
  await settle();
  handleChange.mockClear();
}

const allIsOver = () =>
  vi.waitFor(() => {
    expect(vi.getTimerCount()).toBe(ownTimers);
  });

describe('a feed of getstream in realtime', () => {
  it.each([
    ['a JWT', right],
    ['a simple token', simple('timelinevera').split(' ')[1] ?? ''],
  ])('hears with %s what happens in it, and nothing of other feeds', async (_, token) => {
    const line = hear([token]);
    await heard(line);
    const elsewhere = await ask(server.sandbox.getstream, 'feed/user/nobody/', {
      body: { actor: 'a', verb: 'post', object: 'elsewhere' },
    });
    expect(elsewhere.status).toBe(201);
    await settle();
    expect(line.handleChange).not.toHaveBeenCalled();
    insert();
    await vi.waitFor(() => {
      expect(line.handleChange).toHaveBeenCalledTimes(1);
    });
    expect(line.requests).toEqual([
      { source: 'getstream', params: { feed: 'timeline:vera' }, reason: 'first' },
    ]);
  });

  it('asks for a fresh token, once, when the server refuses the first', async () => {
    const line = hear([wrong, right]);
    await heard(line);
    expect(line.reasons()).toEqual(['first', 'expired']);
  });

  it('says nothing when the server refuses both, and leaves it alone', async () => {
    const line = hear([wrong]);
    await vi.waitFor(() => {
      expect(line.reasons()).toEqual(['first', 'expired']);
    });
    await allIsOver();
    insert();
    await settle();
    expect([line.handleChange.mock.calls, line.reasons()]).toEqual([[], ['first', 'expired']]);
  });

  it('says nothing when there is no token', async () => {
    const line = hear(['']);
    await settle();
    expect([line.handleChange.mock.calls, line.reasons()]).toEqual([[], ['first']]);
    await allIsOver();
  });
});

describe('when nobody hears any more', () => {
  it('leaves no connection and no timer, and tells nothing', async () => {
    const line = hear([right]);
    await heard(line);
    expect(vi.getTimerCount()).toBeGreaterThan(ownTimers);
    line.end();
    await allIsOver();
    insert();
    await settle();
    expect(line.handleChange).not.toHaveBeenCalled();
  });

  it('leaves nothing either when the connection was still being made', async () => {
    for (const delay of [0, 5, 12, 20, 30]) {
      const line = hear([right]);
      // Its own first steps need no timer.
      await vi.waitFor(() => {
        expect(line.requests).toHaveLength(delay > 0 ? 1 : 0);
      });
      await vi.advanceTimersByTimeAsync(delay);
      line.end();
      await settle();
      await allIsOver();
    }
  });

  it('does not even connect when there was no token yet', async () => {
    const handleConnection = vi.fn();
    const other = createServer(handleConnection).listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    hear([right], `http://127.0.0.1:${(other.address() as AddressInfo).port}/faye`).end();
    await settle();
    expect(handleConnection).not.toHaveBeenCalled();
  });

  it.each([
    ['answers nothing', 73_000],
    ['is not there', 31_000],
  ])('leaves nothing for long when the server %s', async (how, wait) => {
    const mute = createServer().listen(0, '127.0.0.1');
    await once(mute, 'listening');
    onTestFinished(() => void mute.close());
    const { port } = mute.address() as AddressInfo;
    if (how === 'is not there') mute.close();
    const line = hear([right], `http://127.0.0.1:${port}/faye`);
    await settle();
    expect(vi.getTimerCount()).toBeGreaterThan(ownTimers);
    line.end();
    await vi.advanceTimersByTimeAsync(wait);
    await allIsOver();
    expect(line.handleChange).not.toHaveBeenCalled();
  });
});

// The last: what a closed server leaves behind is no matter of ours.
describe('a server that was away and has forgotten everything', () => {
  it('is taken for a change, and brings a fresh token where one is needed', async () => {
    const line = hear([right, jwt({ user_id: 'vera' }, `${app.secret}-1`)]);
    await heard(line);
    const port = Number(new URL(server.url).port);
    await server.close();
    await start(port);
    server.sandbox.getstream.expire();
    expect(line.handleChange).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(31_000);
    await vi.waitFor(() => {
      expect(line.handleChange).toHaveBeenCalledTimes(1);
    });
    expect(line.reasons()).toEqual(['first', 'expired']);
  });
});
