import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { b64Encode, sign, signFeedToken, signJwt, signUserToken } from '../../../src/server.js';

/** Of the service's own public test suites. */
const G = 'gthc2t9gh7pzq52f6cky8w4r4up9dr6rju9w3fjgmkv6cdvvav2ufe5fv7e2r9qy';
const ANOTHER = 'tfq2sdqpj9g446sbv653x3aqmgn33hsn8uzdc9jpskaw8mj6vsnhzswuwptuj9su';

describe('sign', () => {
  it.each([
    ['the seed’s own example', 'secret', 'user1', 'osnsKzhIksUQ-h36abNdk4sOnbw'],
    ['the Ruby client’s test', '123', '123', 'U_B-Ll24uKGqPayl1Nm-iJMXjIQ'],
    ['the comment in the first JavaScript client', ANOTHER, 'flat1', 'UbbVK4LVON51gMXjuKViTDHxo9s'],
    ['user11 of the clients’ tests', G, 'user11', 'YHEtoaiaB03gBR9px6vX4HCRVKk'],
    ['aggregated22 of the clients’ tests', G, 'aggregated22', 'HxAmzOcePOz0vAIpyEolPl5NEfA'],
    ['aggregated33 of the clients’ tests', G, 'aggregated33', 'YxCkg56vpnabvHPNLCHK7Se36FY'],
    ['flat33 of the clients’ tests', G, 'flat33', 'MqPLN1eA_7l5iYrJ8zMyImkY8V0'],
    ['secret33 of the clients’ tests', G, 'secret33', 'fo8mzeoxsa1if2te5KWJtOF-cZw'],
    ['notification33 of the clients’ tests', G, 'notification33', 'h2YC_zy7fcHQUAJc5kNhZaH9Kp0'],
    [
      'several + and /, of which an old client replaced one',
      'secret',
      'user39',
      '50KiJssQc-E47N_-Bo9G-zatE8w',
    ],
    ['a secret outside ASCII', 'sécret', 'user1', 'TAzyCsTUT8-L9hHvXOkl9-BCdsY'],
  ])('%s', async (_name, secret, feedId, token) => {
    expect(await sign(secret, feedId)).toBe(token);
  });

  it('is HMAC-SHA1 with the SHA1 of the secret as its key, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string(), async (secret, feedId) => {
        const key = createHash('sha1').update(secret, 'utf8').digest();
        const token = await sign(secret, feedId);
        expect(token).toBe(createHmac('sha1', key).update(feedId, 'utf8').digest('base64url'));
        expect(token).toMatch(/^[\w-]{27}$/);
      }),
      { numRuns: 50 },
    );
  });

  it('gives user:11 and user1:1 one token: what the token handler must look out for', async () => {
    expect(await sign(G, `user${'11'}`)).toBe(await sign(G, `user1${'1'}`));
  });
});

describe('b64Encode', () => {
  it('is the base64 of URLs without padding, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(b64Encode(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
    expect(b64Encode(new Uint8Array(200_000).fill(255))).toHaveLength(266_667);
  });
});

describe('a JWT', () => {
  const secret = 'abcdefghijklmnop';
  const HEADER = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9';

  it.each([
    ['for a user', {}, 'eyJ1c2VyX2lkIjoiNDIifQ.fJP44ZlP7bly-2HvbPxBO7WUGJhc1i2hpj4TnXmtYLE'],
    [
      'for a user, with a claim more',
      { a: 'b' },
      'eyJ1c2VyX2lkIjoiNDIiLCJhIjoiYiJ9.tnHcqgTi__BExVZ3Tl0awZQe_p3A7wJ3y_uNlsxg4DM',
    ],
  ])('signUserToken %s is that of the service’s own test', async (_name, claims, rest) => {
    expect(await signUserToken(secret, '42', claims)).toBe(`${HEADER}.${rest}`);
  });

  it('signJwt of other claims is that of the service’s own test', async () => {
    expect(await signJwt(secret, { resource: 'analytics', action: '*', user_id: '*' })).toBe(
      `${HEADER}.eyJyZXNvdXJjZSI6ImFuYWx5dGljcyIsImFjdGlvbiI6IioiLCJ1c2VyX2lkIjoiKiJ9.f7KFu7U2Uw_yq__9hV4-wr9S0KXo7w3wxTELOAY4qdc`,
    );
  });

  it.each([
    [{}, '{"resource":"*","action":"*","feed_id":"user1"}'],
    [{ action: 'read' }, '{"resource":"*","action":"read","feed_id":"user1"}'],
    [
      { resource: 'feed', action: 'read', exp: 1_543_604_520 },
      '{"resource":"feed","action":"read","feed_id":"user1","exp":1543604520}',
    ],
  ] as const)('signFeedToken of the scope %j', async (scope, claims) => {
    const token = await signFeedToken(G, 'user1', scope);
    const text = `${HEADER}.${Buffer.from(claims).toString('base64url')}`;
    expect(token).toBe(`${text}.${createHmac('sha256', G).update(text).digest('base64url')}`);
  });

  it('holds a user id in any script', async () => {
    const [, claims = ''] = (await signUserToken(secret, 'Вера 🙂')).split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({ user_id: 'Вера 🙂' });
  });
});
