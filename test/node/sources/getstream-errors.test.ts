import { describe, expect, it, vi } from 'vitest';
import { FeedError, isRetryable } from '../../../src/http/errors.js';
import { answerError } from './getstream-answers.js';

const failure = (code: unknown, status_code = 400) => ({
  code,
  detail: 'token eyJsecret of Bob is wrong',
  duration: '1.00ms',
  exception: 'SomeException',
  status_code,
  exception_fields: { actor: ['Bob is no actor'] },
});

describe('an error of the getstream API', () => {
  it.each([
    [2, 401, 'api', 'setup', 'api-key'],
    [3, 401, 'auth', 'sign-in', 'sign in again'],
    [4, 400, 'api', 'setup', 'attributes'],
    [5, 400, 'api', 'setup', 'attributes'],
    [6, 400, 'api', 'setup', 'attributes'],
    [7, 401, 'api', 'setup', 'suspended'],
    [8, 401, 'api', 'setup', 'attributes'],
    [9, 429, 'api', 'retry', 'later'],
    [10, 400, 'api', 'setup', 'attributes'],
    [12, 400, 'api', 'setup', 'attributes'],
    [16, 404, 'api', 'setup', 'check feed'],
    [17, 403, 'api', 'forbidden', 'permit'],
    [17, 405, 'api', 'forbidden', 'permit'],
    [18, 413, 'api', 'setup', 'attributes'],
    [-1, 500, 'api', 'retry', ''],
    [99, 503, 'api', 'retry', ''],
    [99, 401, 'auth', 'sign-in', ''],
    ['3', 401, 'auth', 'sign-in', 'sign in again'],
  ])('code %s with status %i means %s, %s', (code, status, kind, advice, todo) => {
    const error = answerError(failure(code, status), status);
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({
      kind,
      advice,
      status,
      code: Number(code),
      message: expect.stringContaining(todo),
    });
  });

  it('is an error with status 200 too', () => {
    expect(answerError(failure(3))).toMatchObject({ kind: 'auth' });
    expect(answerError(failure('constructor'))).toMatchObject({ kind: 'api', advice: 'setup', code: 0 });
  });

  it('is sent again by itself only where waiting may help', () => {
    const retried = [2, 3, 4, 7, 9, 16, 17].filter((code) => isRetryable(answerError(failure(code), 400)));
    expect(retried).toEqual([9]);
  });

  it('never quotes the answer', () => {
    for (const code of [2, 3, 4, 9, 16, 17, 99]) {
      expect(String(answerError(failure(code), 400))).not.toMatch(/Bob|secret/);
    }
  });
});

describe('too many requests', () => {
  const delay = (headers: HeadersInit) => {
    vi.useFakeTimers({ now: 1_543_604_500_000 });
    try {
      return answerError(failure(9, 429), 429, headers);
    } finally {
      vi.useRealTimers();
    }
  };

  it('are sent again when the server says', () => {
    expect(delay({ 'x-ratelimit-reset': '1543604520' })).toMatchObject({ retryInMs: 20_000 });
    expect(delay({ 'retry-after': '7', 'x-ratelimit-reset': '1543604520' })).toMatchObject({
      retryInMs: 7_000,
    });
  });

  it('are never put off for longer than a timer holds, nor by what is no time to come', () => {
    expect(delay({ 'x-ratelimit-reset': '9999999999999' })).toMatchObject({ retryInMs: 300_000 });
    for (const reset of ['soon', '', '1543604400']) {
      expect(delay({ 'x-ratelimit-reset': reset })).toMatchObject({ advice: 'retry', retryInMs: undefined });
    }
  });
});

describe('an answer that is not from getstream', () => {
  const gateway = '<!doctype html><html><body>502 Bad Gateway</body></html>';

  it.each([
    [502, 'http', 'retry'],
    [403, 'http', 'forbidden'],
    [401, 'auth', 'sign-in'],
    [404, 'http', 'setup'],
    [429, 'http', 'retry'],
  ])('with status %i is an error of that status', (status, kind, advice) => {
    for (const body of [gateway, '', '[]', '{}', '{"results":[]}']) {
      expect(answerError(body, status)).toMatchObject({ kind, advice, status });
    }
  });

  it.each([
    ['a page', gateway],
    ['nothing', ''],
    ['an object', '{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a string', '"str"'],
    ['a number', '42'],
    ['a cut answer', '{"results":[{"id":"1"'],
    ['results of another type', '{"results":{}}'],
    ['a list of something else', '{"results":[1,2]}'],
  ])('is a format error and never an empty feed: %s', (_name, body) => {
    const error = answerError(body);
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({ kind: 'format' });
  });

  it('is not quoted by its error, nor by the cause', () => {
    const error = answerError('{"results":[{"text":"private words" oops}]}');
    expect(`${String(error)} ${String(error instanceof Error && error.cause)}`).not.toContain('private');
  });
});
