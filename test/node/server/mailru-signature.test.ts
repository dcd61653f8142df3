import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signMailru } from '../../../src/server.js';

const uid = '1324730981306483817';
const client = { privateKey: '7815696ecbf1c96e6894b779456d330e', uid };
const server = { secretKey: '3dad9cbf9baaa0360c0f2ba372d25716' };
const app_id = '423004';
const session_key = 'be6ef89965d58e56dec21acb9b62bdaa';
const common = { app_id, session_key };
const secure = '1';
const thread_id = '733f55041b7dc5fdaf8ba40102000000';
const page = { method: 'stream.get', limit: '10' };
const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');

describe('the ten signatures of the vendor’s scheme', () => {
  it.each([
    [
      '1: friends.get, client',
      { method: 'friends.get', ...common },
      client,
      '5073f15c6d5b6ab2fde23ac43332b002',
    ],
    [
      '2: friends.get, server',
      { method: 'friends.get', ...common, secure },
      server,
      '4a05af66f80da18b308fa7e536912bae',
    ],
    [
      '3: the PHP SDK’s own test',
      {
        app_id: '31337',
        format: 'json',
        method: 'friends.get',
        secure,
        session_key: '__unit_test__',
        uid: '1',
      },
      { secretKey: '__secret_key__' },
      'b97d6d06acb98f6b66dfb297d773c352',
    ],
    [
      '4: a page of stream.get, client',
      { ...page, ...common, skip: '081b0000ab375802' },
      client,
      'ee3703a85c638cb18a4ff0428ab329f9',
    ],
    [
      '5: the same page, server',
      { ...page, ...common, skip: '081b0000ab375802', secure },
      server,
      'f86fc826030635d919bdd3b949ed15b0',
    ],
    [
      '6: stream.get in XML',
      { method: 'stream.get', format: 'xml', ...common },
      client,
      'a5a62523912d47d128045c9813b5ce34',
    ],
    [
      '7: uid instead of session_key',
      { ...page, app_id, secure, uid },
      server,
      '7c0be406c105b7c1e8b5985e8716bc40',
    ],
    [
      '8: Cyrillic, & and = are signed raw',
      { method: 'stream.comment', ...common, thread_id, text: 'Привет & пока = 1' },
      client,
      'fad7a84f7d367090145ca668fcebbdb7',
    ],
    [
      '9: stream.like, server',
      { method: 'stream.like', ...common, thread_id, secure },
      server,
      '834c9c73e7434346865af62ec71059cc',
    ],
    [
      '10: empty values and brackets',
      { ...page, ...common, cb: 'mailru.callbacks[1234567]', filter_app: '', offset: '0' },
      client,
      '9737d3e0cf1711fc4fc71393efcf3131',
    ],
  ])('%s', (_name, params, key, sig) => {
    expect(signMailru(params, key)).toBe(sig);
  });
});

describe('what is signed', () => {
  it('sorts by name, not by the joined pair', () => {
    expect(signMailru({ uid2: 'b', uid: 'a' }, { secretKey: 'k' })).toBe(md5('uid=auid2=bk'));
    expect(signMailru({ uid2: 'b', uid: 'a' }, { secretKey: 'k' })).not.toBe(md5('uid2=buid=ak'));
  });

  it('leaves an old sig out', () => {
    expect(signMailru({ ...page, sig: 'old' }, server)).toBe(signMailru(page, server));
  });

  it('takes any text as UTF-8, in any order of the parameters', () => {
    const params = fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(params, (some) => {
        const { sig: _sig, ...signed } = some;
        const names = Object.keys(signed).sort();
        const base = names.map((name) => `${name}=${signed[name] ?? ''}`).join('');
        expect(signMailru(some, server)).toBe(md5(base + server.secretKey));
        const reversed = Object.fromEntries(Object.entries(some).reverse());
        expect(signMailru(reversed, client)).toBe(md5(uid + base + client.privateKey));
      }),
    );
  });

  it('signs an emoji', () => {
    expect(signMailru({ text: '🙂👨‍👩‍👧' }, { secretKey: 'k' })).toBe(md5('text=🙂👨‍👩‍👧k'));
  });
});
