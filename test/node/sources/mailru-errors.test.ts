import { describe, expect, it } from 'vitest';
import { FeedError, isRetryable } from '../../../src/http/errors.js';
import { answerError } from '../../helpers/mailru-answers.js';

const failure = (error_code: unknown, error_msg = 'User <b>Bob</b> at sig=95a393') => ({
  error: { error_code, error_msg },
});

describe('an error of the mail.ru API', () => {
  it.each([
    [1, 'api', 'retry'],
    [2, 'api', 'setup'],
    [3, 'api', 'retry'],
    [4, 'api', 'setup'],
    [100, 'api', 'setup'],
    [102, 'auth', 'sign-in'],
    [103, 'api', 'setup'],
    [104, 'api', 'setup'],
    [105, 'api', 'forbidden'],
    [200, 'api', 'forbidden'],
    [202, 'api', 'forbidden'],
    [501, 'api', 'setup'],
  ])('code %i means %s, %s, whatever the status', (code, kind, advice) => {
    for (const status of [200, 400, 403, 500]) {
      expect(answerError(failure(code), status)).toMatchObject({ kind, advice, code, status });
    }
  });

  it('is sent again by itself for the codes 1 and 3 only', () => {
    const retried = [1, 2, 3, 4, 100, 102, 103, 104, 105, 200, 202, 501, 999].filter((code) =>
      isRetryable(answerError(failure(code))),
    );
    expect(retried).toEqual([1, 3]);
  });

  it('with a code that nobody documents can be tried again by the reader', () => {
    expect(answerError(failure(999))).toMatchObject({ kind: 'format', advice: 'retry', code: 999 });
    expect(answerError({ error: {} })).toMatchObject({ kind: 'format', advice: 'retry' });
    expect(answerError({ error: null })).toMatchObject({ kind: 'format', advice: 'retry' });
    expect(answerError({ error: { error_code: 'constructor' } })).not.toHaveProperty('code');
  });

  it('is known by its code as a string too', () => {
    expect(answerError(failure('102'))).toMatchObject({ kind: 'auth', code: 102 });
    expect(answerError(failure(' 104 '))).toMatchObject({ kind: 'api', code: 104 });
  });

  it('as a word is about the session, unless a gateway says it', () => {
    expect(answerError({ error: 'access_denied' })).toMatchObject({ kind: 'auth', advice: 'sign-in' });
    expect(answerError({ error: 'invalid_token' }, 401)).toMatchObject({ kind: 'auth', status: 401 });
    expect(answerError({ error: 'Bad Gateway' }, 502)).toMatchObject({
      kind: 'http',
      advice: 'retry',
      status: 502,
    });
  });

  it('names a wrong signature and what to do, and never quotes the answer', () => {
    const error = answerError(failure(104), 400);
    expect(String(error)).toMatch(/signature.*104/i);
    for (const code of [1, 100, 104, 999])
      expect(String(answerError(failure(code)))).not.toMatch(/Bob|95a393/);
  });

  it('is not read from a prototype', () => {
    expect(answerError('{"__proto__":{"error":{"error_code":102}}}')).toMatchObject({ kind: 'format' });
    expect(answerError('{"__proto__":{"error":{"error_code":102}}}')).not.toHaveProperty('code');
  });
});

describe('an answer that is not from mail.ru', () => {
  const gateway = '<!doctype html><html><body>502 Bad Gateway</body></html>';

  it.each([
    [502, 'http', 'retry'],
    [403, 'http', 'forbidden'],
    [401, 'auth', 'sign-in'],
    [404, 'http', 'setup'],
  ])('with status %i is an error of that status', (status, kind, advice) => {
    for (const body of [gateway, 'Bad Gateway', '', '[]', '{}']) {
      expect(answerError(body, status)).toMatchObject({ kind, advice, status });
    }
  });

  it.each([
    ['a page', gateway],
    ['a page without a DOCTYPE, or XML, where there is no parser of it', '<html><body>Wi-Fi</body></html>'],
    ['nothing', ''],
    ['an object', '{}'],
    ['null', 'null'],
    ['a string', '"str"'],
    ['a number', '42'],
    ['true', 'true'],
    ['JSONP', 'cb([]);'],
    ['a guarded answer', ")]}'\n[]"],
    ['a trailing comma', '[1,]'],
    ['NaN', '[NaN]'],
    ['garbage behind', '[] x'],
    ['two documents', '[][]'],
    ['a cut answer', '[{"id":"1"'],
  ])('is a format error and never an empty feed: %s', (_name, body) => {
    const error = answerError(body);
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({ kind: 'format' });
  });

  it('is not quoted by its error, nor by the cause', () => {
    const error = answerError('[{"text":"private words" oops}]');
    expect(error).toMatchObject({ kind: 'format' });
    expect(`${String(error)} ${String(error instanceof Error && error.cause)}`).not.toContain('private');
  });
});
