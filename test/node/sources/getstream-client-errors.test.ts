import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ApiError, FeedError } from '../../../src/http/errors.js';
import {
  ApiKeyException,
  CustomFieldException,
  FeedConfigException,
  getExceptionDict,
  getExceptions,
  InputException,
  SignatureException,
  SiteSuspendedException,
  StreamApiException,
  StreamClient,
} from '../../../src/sources/getstream.js';

const TOKEN = 'osnsKzhIksUQ-h36abNdk4sOnbw';
const OTHER = 'MqPLN1eA_7l5iYrJ8zMyImkY8V0';
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJ1c2VyX2lkIjoiNDIifQ.fJP44ZlP7bly-2HvbPxBO7WUGJhc1i2hpj4TnXmtYLE';

/** What a call rejects with, or the answer. */
async function answered(body: unknown, status: number, headers: Record<string, string> = {}, token = TOKEN) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = () => Promise.resolve(new Response(text, { status, headers }));
  const client = new StreamClient({ apiKey: 'key', fetch });
  const outcome: unknown = await client
    .feed('user', '1', token)
    .get()
    .catch((error: unknown) => error);
  return { outcome, client };
}

const payload = (code: number, more: object = {}) => ({
  code,
  detail: 'What went wrong.',
  duration: '1ms',
  exception: 'SomeException',
  status_code: 400,
  ...more,
});

const SEVEN: [string, typeof StreamApiException, number, number | undefined][] = [
  ['StreamApiException', StreamApiException, 1, undefined],
  ['ApiKeyException', ApiKeyException, 2, 401],
  ['SignatureException', SignatureException, 3, 401],
  ['InputException', InputException, 4, 400],
  ['CustomFieldException', CustomFieldException, 5, 400],
  ['FeedConfigException', FeedConfigException, 6, 400],
  ['SiteSuspendedException', SiteSuspendedException, 7, 401],
];

describe('the exceptions of the seed', () => {
  it.each(SEVEN)('%s has its code and its status', (_name, Exception, code, statusCode) => {
    expect([Exception.code, Exception.statusCode]).toEqual([code, statusCode]);
    const usual = new Exception('No.');
    expect(usual).toMatchObject({ message: 'No.', detail: 'No.', code, statusCode, fields: {} });
    expect(new Exception('No.', 418)).toMatchObject({ code, statusCode: 418, status: 418 });
    expect(usual).toBeInstanceOf(StreamApiException);
  });

  it('are part of the one tree of errors', () => {
    const error = new InputException('No.');
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toBeInstanceOf(ApiError);
    expect(error.kind).toBe('api');
  });

  it('getExceptions lists them', () => {
    expect(getExceptions()).toEqual(SEVEN.map(([, Exception]) => Exception));
  });

  it('getExceptionDict has them by their code', () => {
    expect(getExceptionDict()).toEqual(
      Object.fromEntries(SEVEN.map(([, Exception, code]) => [code, Exception])),
    );
  });
});

describe('StreamClient.raiseException', () => {
  const client = new StreamClient({ apiKey: 'key' });

  it.each(SEVEN)('throws %s by the code of the answer', (_name, Exception, code) => {
    const raise = () => client.raiseException(payload(code), 402);
    expect(raise).toThrow(Exception);
    expect(raise).toThrow(
      expect.objectContaining({ message: 'What went wrong.', detail: 'What went wrong.', statusCode: 402 }),
    );
  });

  it.each([
    [null],
    [undefined],
    ['text'],
    [[]],
    [{}],
    [{ detail: 'no exception' }],
    [payload(1, { detail: '' })],
  ])('throws a generic error for %j', (result) => {
    const error = expect.objectContaining({
      message: 'GetStreamAPI500',
      detail: '',
      code: 1,
      statusCode: 500,
    });
    const raise = () => client.raiseException(result, 500);
    expect(raise).toThrow(StreamApiException);
    expect(raise).toThrow(error);
  });
});

describe('an answer', () => {
  // The codes that came later have no class of their own.
  it.each([
    [8, 401],
    [9, 429],
    [10, 400],
    [11, 400],
    [12, 400],
    [13, 400],
    [14, 400],
    [15, 400],
    [16, 404],
    [17, 403],
    [17, 405],
    [18, 413],
    [22, 409],
    [-1, 500],
    [99, 400],
  ])('with code %i keeps it, with status %i, on a StreamApiException', async (code, status) => {
    const { outcome } = await answered(payload(code), status);
    expect(outcome).toMatchObject({ code, statusCode: status, message: 'What went wrong.' });
    expect(
      getExceptions()
        .slice(1)
        .some((Exception) => outcome instanceof Exception),
    ).toBe(false);
    expect(outcome).toBeInstanceOf(StreamApiException);
  });

  it.each([
    [3, 401, 'sign-in'],
    [2, 401, 'setup'],
    [4, 400, 'setup'],
    [17, 403, 'forbidden'],
    [9, 429, 'retry'],
    [-1, 500, 'retry'],
  ])('with code %i and status %i advises: %3$s', async (code, status, advice) => {
    expect((await answered(payload(code), status)).outcome).toMatchObject({ advice });
  });

  it('is an error by its `exception` alone, whatever its status', async () => {
    expect((await answered(payload(6), 200)).outcome).toBeInstanceOf(FeedConfigException);
    expect((await answered({ results: [], exception: null }, 200)).outcome).toEqual({
      results: [],
      exception: null,
    });
  });

  it.each([
    ['HTML', '<html>502</html>', 502],
    ['nothing', '', 504],
    ['cut JSON', '{"results":[', 200],
    ['a list', '[]', 200],
    ['null', 'null', 200],
    ['JSON of somebody else', '{"error":"not found"}', 404],
    ['brackets without end', '['.repeat(100_000), 500],
  ])('that is %s is GetStreamAPI<status>', async (_name, body, status) => {
    const { outcome } = await answered(body, status);
    expect(outcome).toBeInstanceOf(StreamApiException);
    expect(outcome).toMatchObject({ code: 1, statusCode: status, message: `GetStreamAPI${status}` });
  });

  it.each([
    ['a missing code', undefined, 1],
    ['a code as text', '4', 4],
    ['a code that is no number', 'four', 1],
    ['a record as code', {}, 1],
  ])('with %s is still an error', async (_name, code, expected) => {
    expect((await answered({ ...payload(0), code }, 400)).outcome).toMatchObject({ code: expected });
  });
});

describe('exception_fields', () => {
  const required = 'This field is required.';
  const read = async (exception_fields: unknown) => {
    const { outcome } = await answered(payload(4, { exception_fields }), 400);
    expect(outcome).toBeInstanceOf(InputException);
    return outcome;
  };

  it('by field: every field and every message is there, and the detail too', async () => {
    expect(await read({ actor: [required], verb: [required, 'Too long.'] })).toMatchObject({
      fields: { actor: [required], verb: [required, 'Too long.'] },
      detail: 'What went wrong.',
      message: `Field "actor" errors: ['${required}']\nField "verb" errors: ['${required}', 'Too long.']`,
    });
  });

  it('in a list, one for each activity', async () => {
    expect(await read([{}, { actor: [required] }])).toMatchObject({ fields: { '[1].actor': [required] } });
  });

  it('by field of a batch', async () => {
    expect(await read({ activities: [{ actor: [required] }, { verb: [required] }] })).toMatchObject({
      fields: { 'activities[0].actor': [required], 'activities[1].verb': [required] },
    });
  });

  it.each([[null], [7], [[]], [{}], [{ actor: 7 }], [{ actor: [] }]])(
    '%j: the detail is the message',
    async (raw) => {
      expect(await read(raw)).toMatchObject({ fields: {}, message: 'What went wrong.' });
    },
  );

  it('with the names of JavaScript do no harm', async () => {
    const body = JSON.stringify(payload(4)).replace('}', ',"exception_fields":{"__proto__":["a"]}}');
    const { outcome } = await answered(body, 400);
    expect(outcome).toMatchObject({ message: `Field "__proto__" errors: ['a']` });
    expect(Object.getPrototypeOf((outcome as InputException).fields)).toBe(Object.prototype);
  });

  it('of any JSON give an InputException', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (raw) => {
        await read(raw);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a token', () => {
  it.each([
    ['the one that was sent', TOKEN, `user1 ${TOKEN} is wrong`],
    ['a JWT', JWT, `got "${JWT}"`],
    ['a JWT among others', TOKEN, `got "${JWT}"`],
    ['that of another feed', TOKEN, `to: flat:33 ${OTHER}, and (${OTHER})`],
    ['one of another form, where it was sent', 'odd', 'the odd one'],
  ])('in the server’s words does not come out: %s', async (_name, token, detail) => {
    const fields = { to: [detail], [detail]: [detail] };
    for (const more of [{ detail }, { exception_fields: fields }]) {
      const { outcome } = await answered(payload(4, more), 400, {}, token);
      const { message, detail: words, fields: read, stack } = outcome as InputException;
      const all = JSON.stringify([message, words, read, stack]);
      expect(all).toContain('…');
      for (const secret of [TOKEN, OTHER, JWT, 'odd']) expect(all).not.toContain(secret);
    }
  });

  it('is not what an activity’s id looks like', async () => {
    const detail = 'No activity 9b5b3540-e825-11e8-8080-800016ff21e4 in user:1.';
    expect((await answered(payload(16, { detail }), 404)).outcome).toMatchObject({ message: detail });
  });
});

describe('the rate limit', () => {
  const headers = {
    'X-RateLimit-Limit': '2000',
    'X-RateLimit-Remaining': '1998',
    'X-RateLimit-Reset': '1543604520',
  };
  const rateLimit = { limit: 2000, remaining: 1998, reset: new Date(1_543_604_520_000) };

  it('of the last answer is the client’s, and that of an error is on the exception', async () => {
    const good = await answered({ results: [] }, 200, headers);
    expect(good.client.rateLimit).toEqual(rateLimit);
    const bad = await answered(payload(9), 429, { ...headers, 'X-RateLimit-Remaining': '0' });
    expect(bad.outcome).toMatchObject({ rateLimit: { ...rateLimit, remaining: 0 } });
    expect(bad.client.rateLimit).toEqual({ ...rateLimit, remaining: 0 });
  });

  it.each([{}, { ...headers, 'X-RateLimit-Reset': 'soon' }, { ...headers, 'X-RateLimit-Limit': '-1' }])(
    'is not known from %j',
    async (some) => {
      expect((await answered({ results: [] }, 200, some)).client.rateLimit).toBeUndefined();
    },
  );

  it('is that of the last answer, even when it tells nothing', async () => {
    const answers = [new Response('{}', { headers }), new Response('{}')];
    const fetch = vi.fn(() => Promise.resolve(answers.shift() ?? new Response()));
    const client = new StreamClient({ apiKey: 'key', fetch });
    await client.get('a/', TOKEN);
    expect(client.rateLimit).toBeDefined();
    await client.get('a/', TOKEN);
    expect(client.rateLimit).toBeUndefined();
  });
});
