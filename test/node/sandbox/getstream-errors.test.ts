import { describe, expect, it } from 'vitest';
import { ask, createApi } from './getstream-ask.js';

const activity = { actor: 'a', verb: 'v', object: 'o' };
// Nothing here changes anything that another test reads.
const api = createApi();
const post = (body: unknown) => ask(api, 'feed/user/1/', { body });

describe('a body that is wrong', () => {
  it('gets the whole payload of the API', async () => {
    expect((await post({ verb: 'v', object: '' })).body).toEqual({
      code: 4,
      detail: "Errors for fields 'actor', 'object'",
      duration: expect.stringMatching(/ms$/) as unknown,
      exception: 'InputException',
      exception_fields: { actor: ['This field is required.'], object: ['This field may not be blank.'] },
      more_info: 'https://getstream.io/docs/api_error_responses',
      status_code: 400,
    });
  });

  it.each([
    ['no JSON', '{', 400, 4],
    ['a list', [activity], 400, 4],
    ['activities that are none', { activities: 'x' }, 400, 4],
    ['an actor that is an object', { ...activity, actor: {} }, 400, 4],
    ['a verb of 256 letters', { ...activity, verb: 'v'.repeat(256) }, 400, 4],
    ['a time that is none', { ...activity, time: 'yesterday' }, 400, 4],
    ['a target that is no list', { ...activity, to: 'user:1' }, 400, 4],
    ['101 targets', { ...activity, to: Array.from({ length: 101 }, (_, i) => `user:${i}`) }, 400, 4],
    ['a target that is no feed', { ...activity, to: ['user'] }, 400, 4],
    ["a field of the API's own", { ...activity, is_seen: true }, 400, 5],
    ['a target of no feed group', { ...activity, to: ['nobody:1'] }, 400, 6],
    ['more than 10 KB', { ...activity, text: 'x'.repeat(10_300) }, 413, 18],
  ])('%s', async (_what, body, status, code) => {
    expect(await post(body)).toMatchObject({ status, body: { code, status_code: status } });
  });

  it('of many adds none', async () => {
    const body = { activities: [activity, { ...activity, actor: undefined }] };
    expect((await ask(api, 'feed/user/many/', { body })).status).toBe(400);
    expect((await ask(api, 'feed/user/many/')).body.results).toEqual([]);
  });
});

describe('an address that is wrong', () => {
  it.each([
    ['a feed group that is not set up', 'GET', 'feed/nobody/1/', 400, 6],
    ['a user id with a blank', 'GET', 'feed/user/a%20b/', 400, 4],
    ['bytes that are no UTF-8', 'GET', 'feed/user/%ff/', 400, 4],
    ['nothing there', 'GET', 'elsewhere/', 404, 16],
    ['no slash at the end', 'GET', 'feed/user/1', 404, 16],
    ['another method', 'DELETE', 'feed/user/1/', 405, 17],
    ['a reaction that is gone', 'GET', 'reaction/6f7d0a5e-5c38-4f6b-8a3e-111111111111/', 404, 16],
    ['a user that is none', 'GET', 'user/unknown/', 404, 16],
  ])('%s', async (_what, method, path, status, code) => {
    expect(await ask(api, path, { method })).toMatchObject({ status, body: { code } });
  });

  it('may have anything before /api/v1.0/, and next keeps it', async () => {
    const { status, body } = await ask(api, '/some/page/api/v1.0/feed/timeline/vera/');
    expect(status).toBe(200);
    expect(body.next).toMatch(/^\/some\/page\/api\/v1\.0\/feed\/timeline\/vera\/\?id_lt=/);
  });

  it('ignores the body "{}" that the client of 2014 sends with every request', async () => {
    const { status } = await ask(api, 'feed/user/1/tweet:1/?foreign_id=1', {
      method: 'DELETE',
      body: {},
    });
    expect(status).toBe(200);
  });
});

describe('what exists already', () => {
  it('is a conflict, unless one asks to get or create', async () => {
    const body = { id: 'marina', data: { name: 'Other' } };
    expect(await ask(api, 'user/', { body })).toMatchObject({ status: 409, body: { code: 22 } });
    const { body: found } = await ask(api, 'user/?get_or_create=true', { body });
    expect(found).toMatchObject({ id: 'marina', data: { name: 'Марина Кольцова' } });
  });
});

describe('every answer', () => {
  it('says what is left of the rate limit', async () => {
    const { headers } = await ask(createApi(), 'feed/user/1/');
    expect(headers.get('x-ratelimit-limit')).toBe('2000');
    expect(headers.get('x-ratelimit-remaining')).toBe('1999');
    const reset = Number(headers.get('x-ratelimit-reset'));
    expect(reset - Date.now() / 1000).toBeGreaterThan(-1);
    expect(reset - Date.now() / 1000).toBeLessThanOrEqual(60);
  });
});
