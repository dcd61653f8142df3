import { getResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createSandbox } from '../../../demo/sandbox/handlers.js';
import { vendorExample } from '../../../demo/sandbox/vendor-example.js';
import { codeOf, idsOf, type Params, send, signed } from './ask.js';
import { parseXml } from './parse-xml.js';

const sandbox = createSandbox();
const { world } = sandbox;
const worldIds = world.events.map(({ id }) => id);
const nobody = '99999999999999999999';

describe('a signed call', () => {
  it('gets the ten newest events as JSON, the way mail.ru labels it', async () => {
    const response = await send(sandbox, signed());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await idsOf(response)).toEqual(worldIds.slice(0, 10));
  });

  it.each([
    ['by the scheme for clients', signed({ secure: '' })],
    ['by the scheme for clients, said aloud', signed({ secure: '0' })],
    ['with uid instead of a session', signed({ session_key: '', uid: vendorExample.uid })],
    ['with parameters of its own and empty ones', { ...signed({ cb: 'mailru.callbacks[1]' }) }],
  ])('may be signed %s', async (_name, params) => {
    expect((await send(sandbox, params)).status).toBe(200);
  });

  it('is not answered in full where the ETag says that nothing has changed', async () => {
    const sandbox = createSandbox();
    const url = `https://feeds.example/platform/api?${new URLSearchParams(signed())}`;
    const ask = async (headers = {}) =>
      (await getResponse([...sandbox.handlers], new Request(url, { headers }))) ?? Response.error();
    const etag = (await ask()).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\da-f]{40}"$/);
    const same = await ask({ 'if-none-match': etag });
    expect([same.status, same.body]).toEqual([304, null]);
    sandbox.world.insert();
    const other = await ask({ 'if-none-match': etag });
    expect(other.status).toBe(200);
    expect(other.headers.get('etag')).not.toBe(etag);
  });

  it('may be a POST', async () => {
    expect(await idsOf(await send(sandbox, signed({ limit: '2' }), 'POST'))).toEqual(worldIds.slice(0, 2));
  });

  it('may be answered with anything up to a hundred events', async () => {
    expect(await idsOf(await send(sandbox, signed({ limit: '100' })))).toHaveLength(100);
    expect(await idsOf(await send(sandbox, signed({ limit: '101' })))).toHaveLength(100);
  });

  it('may start at an offset', async () => {
    const params = signed({ offset: '20', limit: '5' });
    expect(await idsOf(await send(sandbox, params))).toEqual(worldIds.slice(20, 25));
  });

  it('may ask for one app', async () => {
    const response = await send(sandbox, signed({ filter_app: '520706', limit: '100' }));
    const events = (await response.json()) as { generator: { app_id: number } }[];
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ generator }) => generator.app_id))).toEqual(new Set([520706]));
  });

  it('may ask for one author, the session’s user unless another is named', async () => {
    const uid = world.people.get('kenji')?.uid ?? '';
    for (const [params, author] of [
      [{ uid }, uid],
      [{}, vendorExample.uid],
    ] as const) {
      const response = await send(sandbox, signed({ method: 'stream.getByAuthor', limit: '100', ...params }));
      const events = (await response.json()) as { author?: unknown; authors?: unknown }[];
      expect(events.length).toBeGreaterThan(2);
      expect(events.length).toBeLessThan(100);
      for (const event of events) expect(JSON.stringify([event.author, event.authors])).toContain(author);
    }
  });
});

describe('a walk through the feed', () => {
  const readIds = {
    json: idsOf,
    xml: async (response: Response) => {
      const root = parseXml(await response.text());
      expect(root?.name).toBe('response_stream_get');
      return root?.children.map(({ children }) => children.find(({ name }) => name === 'id')?.text) ?? [];
    },
  };

  it.each(['json', 'xml'] as const)('meets every event once and in order, as %s', async (format) => {
    const seen: (string | undefined)[] = [];
    for (;;) {
      const skip = seen.at(-1) ?? '';
      const ids = await readIds[format](await send(sandbox, signed({ format, limit: '50', skip })));
      if (ids.length === 0) break;
      seen.push(...ids);
    }
    expect(seen).toEqual(worldIds);
  });

  it('meets nothing twice while new events appear on top', async () => {
    const busy = createSandbox();
    const ids = busy.world.events.map(({ id }) => id);
    busy.faults.insertPerPage = 3;
    const seen: string[] = [];
    for (;;) {
      const page = await idsOf(await send(busy, signed({ limit: '50', skip: seen.at(-1) ?? '' })));
      if (page.length === 0) break;
      seen.push(...page);
    }
    expect(seen).toEqual(ids);
    expect(busy.world.events.length).toBe(ids.length + 3 * 10);
    expect(await idsOf(await send(busy, signed({ offset: '10', limit: '50' })))).not.toEqual(
      ids.slice(10, 60),
    );
  });
});

describe('a call that is refused', () => {
  const tampered = { ...signed({ limit: '10' }), limit: '11' };
  const cases: [string, number, Params][] = [
    ['without sig', 100, { ...signed(), sig: '' }],
    ['without app_id', 100, signed({ app_id: '' })],
    ['without method', 100, signed({ method: '' })],
    ['without session_key and uid', 100, signed({ session_key: '' })],
    ['with an unknown format', 100, signed({ format: 'yaml' })],
    ['with an unknown scheme', 100, signed({ secure: '2' })],
    ['with limit 0', 100, signed({ limit: '0' })],
    ['with a limit that is no number', 100, signed({ limit: '-1' })],
    ['with an app to filter that is no number', 100, signed({ filter_app: 'lantern' })],
    ['after an event that is not there', 100, signed({ skip: '0000000000000000' })],
    ['with another session', 102, signed({ session_key: '551fd0e4779e35859dfccd03397dc8a0' })],
    ['for a user that is not there', 102, signed({ session_key: '', uid: nobody })],
    ['for another app', 103, signed({ app_id: '123456' })],
    ['with a changed parameter', 104, tampered],
    ['with an added parameter', 104, { ...signed(), uid: nobody }],
    ['with an example’s sig', 104, { ...signed(), sig: '95a393ed7639184a52f7a17b6771a92' }],
    ['for a method that is not there', 2, signed({ method: 'stream.fly' })],
  ];

  it.each(cases)('%s: %i', async (_name, code, params) => {
    const response = await send(sandbox, params);
    expect(response.status).toBe(400);
    expect(await codeOf(response)).toBe(code);
  });

  it('says so in XML where XML was asked for', async () => {
    const response = await send(sandbox, { ...signed({ format: 'xml' }), sig: 'no' });
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const text = await response.text();
    expect(parseXml(text)).toBeDefined();
    expect(text).toContain(
      '<error><error_code>104</error_code><error_msg>Incorrect signature.</error_msg></error>',
    );
  });

  it('says so with status 200 where that is wanted', async () => {
    const response = await send(createSandbox({ errorStatus: 200 }), signed({ app_id: '1' }));
    expect(response.status).toBe(200);
    expect(await codeOf(response)).toBe(103);
  });

  it.each([1, 2, 3, 4, 100, 102, 103, 104, 105, 200, 202, 501])(
    'can be told to fail with %i',
    async (code) => {
      const failing = createSandbox({ events: 1 });
      failing.faults.errorCode = code;
      expect(await codeOf(await send(failing, signed()))).toBe(code);
    },
  );
});

it('is another app where it is told to be', async () => {
  const other = createSandbox({ appId: '520706', secretKey: 'another secret', events: 3 });
  expect(await codeOf(await send(other, signed()))).toBe(103);
  expect(await codeOf(await send(other, signed({ app_id: '520706' })))).toBe(104);
});
