import { describe, expect, it } from 'vitest';
import { isRetryable } from '../../../src/http/errors.js';
import { answerError, setUp, signal } from './piictu-answers.js';

const refusal = { error: 'user not authorized' };

describe('the 403 of a locked stream', () => {
  it('says that the reader is not permitted, in the server’s words', () => {
    expect(answerError(refusal, 403)).toMatchObject({
      kind: 'api',
      advice: 'forbidden',
      status: 403,
      message: expect.stringContaining('user not authorized'),
    });
  });

  it('is final: nothing is sent again, no new token is asked for', async () => {
    const { source, fetch } = setUp(() => Response.json(refusal, { status: 403 }));
    const error: unknown = await source.page({ limit: 10, signal }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ kind: 'api', advice: 'forbidden' });
    expect(isRetryable(error)).toBe(false);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it.each([
    { error: 'user not authorized, token 2540af' },
    { error: ['user not authorized'] },
    { error: { message: 'user not authorized' } },
    'user not authorized 2540af',
    '',
    'null',
  ])('in any other words is forbidden too, and quotes none of them: %j', (body) => {
    const error = answerError(body, 403);
    expect(error).toMatchObject({ kind: 'http', advice: 'forbidden', status: 403 });
    expect(String(error)).not.toMatch(/authorized|2540af/);
  });
});

describe('any other error', () => {
  it.each([
    [400, 'http', 'setup'],
    [401, 'auth', 'sign-in'],
    [404, 'http', 'setup'],
    [429, 'http', 'retry'],
    [500, 'http', 'retry'],
    [503, 'http', 'retry'],
  ])('with status %i is an error of that status, whatever it says', (status, kind, advice) => {
    for (const body of [refusal, { stream: {} }, '<h1>Oops</h1>', '']) {
      expect(answerError(body, status)).toMatchObject({ kind, advice, status });
    }
  });
});

describe('an answer that is no stream', () => {
  it.each([
    ['a page', '<!doctype html>'],
    ['nothing', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['an object without it', '{}'],
    ['an error', JSON.stringify(refusal)],
    ['a stream that is a list', '{"stream":[]}'],
    ['a stream that is a word', '{"stream":"x"}'],
    ['a stream of other things', '{"stream":{"photos":[1,{"photo":null},{"photo":{}}]}}'],
    ['a cut answer', '{"stream":{"photos":['],
    ['a stream in a prototype', '{"__proto__":{"stream":{"photos":[]}}}'],
  ])('is a format error and never an empty feed: %s', (_name, body) => {
    expect(answerError(body)).toMatchObject({ kind: 'format' });
  });

  it('is not quoted by its error, nor by the cause', () => {
    const error = answerError('{"stream":{"caption":"private words" oops}}');
    expect(error).toMatchObject({ kind: 'format' });
    expect(`${String(error)} ${String(error instanceof Error && error.cause)}`).not.toContain('private');
  });
});
