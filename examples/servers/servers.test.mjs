import assert from 'node:assert/strict';
import { createServer, Agent, request as send } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { FeedClient } from 'whats-new-feed/client.js';
import { signMailru } from 'whats-new-feed/server.js';
import { mailru } from 'whats-new-feed/sources/mailru.js';
import { start, startSandbox } from '../start.mjs';

const SERVERS = ['node.js', 'express.js', 'fastify.js', 'hono.js', 'serve-worker.mjs'];
const PAGE = 'https://www.public.example';
const EVIL = 'https://evil.example';
// The sandbox's app, which mail.ru's own documentation publishes.
const secretKey = '3dad9cbf9baaa0360c0f2ba372d25716';
const sessionKey = 'be6ef89965d58e56dec21acb9b62bdaa';
const params = { method: 'stream.get', app_id: '423004', secure: '1', format: 'json', limit: '2' };
const sig = signMailru({ ...params, session_key: sessionKey }, { secretKey });
const signed = { ...params, session_key: sessionKey, sig };

let sandbox;
const ports = new Map();
const run = async (name) =>
  Number(
    await start(`servers/${name}`, {
      env: {
        PORT: '0',
        MAILRU_APP_ID: '423004',
        MAILRU_SECRET_KEY: secretKey,
        MAILRU_ENDPOINT: `${sandbox}/platform/api`,
        PAGE_ORIGINS: PAGE,
        VISITOR_SID: 'of-vera',
        VISITOR_SESSION_KEY: sessionKey,
      },
    }),
  );

before(async () => {
  sandbox = await startSandbox();
  for (const name of SERVERS) ports.set(name, await run(name));
});

/** As a browser or an attacker sends it: `fetch` would not let every header through. */
function ask(port, { method = 'GET', path, headers = {}, body, agent = false }) {
  return new Promise((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port, method, path, headers, agent }, async (response) => {
      const bytes = await buffer(response).catch(reject);
      const { statusCode: status, headers: got } = response;
      resolve({ status, headers: got, text: String(bytes) });
    });
    request.on('error', reject);
    request.end(body);
  });
}

const cookie = 'sid=of-vera';
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', origin: PAGE };
const query = (more) => new URLSearchParams({ ...signed, ...more }).toString();
const token = (more = {}, headers = {}) => ({
  method: 'POST',
  path: '/feed-token',
  headers: { ...json, cookie, ...headers },
  body: JSON.stringify({ source: 'mailru', reason: 'first', params: { ...params, ...more } }),
});
const call = (search, headers = { origin: PAGE }) => ({ path: `/platform/api?${search}`, headers });
const post = (body, headers) => ({
  method: 'POST',
  path: '/platform/api',
  headers: { ...form, ...headers },
  body,
});

const CASES = [
  ['a visitor asks for a token', 200, token()],
  ['a stranger asks for one', 401, { ...token(), headers: json }],
  ['a visitor of another site asks', 401, token({}, { cookie: 'sid=of-mallory' })],
  ['a foreign page asks', 403, token({}, { origin: EVIL, 'sec-fetch-site': 'cross-site' })],
  ['a foreign page’s form asks', 403, token({}, { origin: EVIL, 'content-type': 'text/plain' })],
  ['a form asks', 415, token({}, { 'content-type': 'text/plain' })],
  [
    'a foreign page asks whether it may ask',
    405,
    { method: 'OPTIONS', path: '/feed-token', headers: { origin: EVIL } },
  ],
  ['a signature is asked for that posts', 403, token({ method: 'stream.post' })],
  [
    'a signature is asked for that would be another call’s too',
    400,
    token({ filter_app: '1method=stream.post' }),
  ],
  ['a signature is asked for another session', 400, token({ session_key: 'x' })],
  ['1 MB is sent in place of a question', 413, { ...token(), body: Buffer.alloc(1_000_000, 32) }],
  ['a token is read by GET', 405, { path: '/feed-token', headers: { cookie } }],
  ['no JSON is sent', 400, { ...token(), body: '{"source":' }],

  ['a page reads the feed', 200, call(query())],
  ['a page reads the feed by POST', 200, post(query())],
  [
    'a page asks whether it may',
    204,
    { method: 'OPTIONS', path: '/platform/api', headers: { origin: PAGE } },
  ],
  ['the API refuses a signature', 400, call(query({ sig: '0'.repeat(32) }))],
  ['a foreign page reads', 403, call(query(), { origin: EVIL })],
  ['a foreign page has it as a script', 403, call(query(), { 'sec-fetch-site': 'cross-site' })],
  [
    'a foreign page asks whether it may',
    403,
    { method: 'OPTIONS', path: '/platform/api', headers: { origin: EVIL } },
  ],
  ['a method outside the list is called', 403, call(query({ method: 'users.getInfo' }))],
  ['a method is named twice', 400, call(`${query()}&method=stream.post`)],
  [
    'a method is named in the address and in the body',
    400,
    { ...post(query()), path: '/platform/api?method=stream.post' },
  ],
  ['a parameter poses as others', 400, call(query({ filter_app: '1method=stream.post' }))],
  ['1 MB is sent in place of a call', 413, post(query({ skip: 'a'.repeat(1_000_000) }))],
  ['JSON is sent in place of a call', 415, post('{}', json)],
  ['a call is put', 405, { ...post(query()), method: 'PUT' }],
  ['anything else is asked for', 404, { path: '/other' }],
];

/** What the servers differ in by their nature. */
const OWN = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding', 'x-powered-by'];
const same = ({ status, headers, text }) => {
  // Hono names a type even where nothing follows.
  const own = text ? OWN : [...OWN, 'content-type'];
  const rest = Object.entries(headers).filter(([name]) => !own.includes(name));
  return { status, text, headers: Object.fromEntries(rest) };
};

describe('every server answers the same, where', () => {
  for (const [name, status, what] of CASES) {
    it(`${name}: ${status}`, async () => {
      let first;
      for (const [server, port] of ports) {
        const answer = await ask(port, what);
        assert.equal(answer.status, status, `${server}: ${answer.text}`);
        if (status === 404) continue;
        first ??= same(answer);
        assert.deepEqual(same(answer), first, server);
        if (status < 300) continue;
        for (const secret of [secretKey, sessionKey, sig, 'evil']) assert.ok(!answer.text.includes(secret));
      }
    });
  }
});

describe('a request that somebody kept', () => {
  it('gets a stranger nothing, and its visitor the same signature of the same page', async () => {
    for (const port of ports.values()) {
      const answers = [await ask(port, token()), await ask(port, token())];
      for (const { text } of answers) assert.deepEqual(JSON.parse(text), { sessionKey, sig });
      assert.equal((await ask(port, { ...token(), headers: json })).status, 401);
    }
  });

  it('reads, when it is a signed call, what it read before, and not what it was changed to', async () => {
    for (const port of ports.values()) {
      const [one, two] = [await ask(port, call(query())), await ask(port, call(query()))];
      assert.equal(two.text, one.text);
      const changed = await ask(port, call(query({ limit: '100' })));
      assert.match(changed.text, /"error_code":104/);
    }
  });
});

/** Passes each request to the next of two ports. */
async function balance(copies) {
  const served = copies.map(() => 0);
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    turn = (turn + 1) % copies.length;
    served[turn] += 1;
    const { method, url: path, headers } = incoming;
    const onward = send({ host: '127.0.0.1', port: copies[turn], method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  return { url: `http://127.0.0.1:${server.address().port}`, served };
}

async function readAll(endpoint, askToken) {
  const client = new FeedClient(mailru({ endpoint, appId: '423004', token: askToken }), { limit: 10 });
  const ids = () => client.events.map(({ id }) => id);
  for (let pages = 0; client.hasMore && pages < 100; pages += 1) {
    await client.loadMore();
    assert.equal(client.error, undefined);
  }
  return ids();
}

it('two copies in turn are one server to a feed that is read to its end', async () => {
  const copies = [ports.get('node.js'), await run('node.js')];
  const { url, served } = await balance(copies);
  const ids = await readAll(`${url}/platform/api`, async (request) => {
    const headers = { ...json, cookie };
    const response = await fetch(`${url}/feed-token`, {
      method: 'POST',
      headers,
      body: JSON.stringify(request),
    });
    return response.json();
  });
  const direct = await readAll(`${sandbox}/platform/api`, ({ params: asked }) => ({
    sessionKey,
    sig: signMailru({ ...asked, session_key: sessionKey }, { secretKey }),
  }));
  assert.ok(direct.length > 20);
  assert.deepEqual(ids, direct);
  assert.ok(Math.min(...served) > 3);
});

describe('2,000 token requests at 1,000 a second all get one', () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 50 });
  after(() => agent.destroy());
  const RATE = 1_000;
  const SECONDS = 2;
  for (const name of SERVERS) {
    it(name, async (test) => {
      const port = ports.get(name);
      const times = [];
      const pending = [];
      const began = performance.now();
      for (let i = 0; i < RATE * SECONDS; i += 1) {
        const early = (i * 1000) / RATE - (performance.now() - began);
        if (early > 1) await sleep(early);
        const at = performance.now();
        pending.push(
          ask(port, { ...token({ skip: String(i) }), agent }).then(({ status }) => {
            assert.equal(status, 200);
            times.push(performance.now() - at);
          }),
        );
      }
      await Promise.all(pending);
      const rate = Math.round((1000 * times.length) / (performance.now() - began));
      times.sort((a, b) => a - b);
      const ms = (share) => times[Math.ceil(share * times.length) - 1].toFixed(1);
      test.diagnostic(
        `${rate} a second; half within ${ms(0.5)} ms, 99 % within ${ms(0.99)} ms, all within ${ms(1)} ms`,
      );
    });
  }
});
