import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenHandler, signMailru } from '../../../src/server.js';

const secretKey = '3dad9cbf9baaa0360c0f2ba372d25716';
const sessionKey = 'be6ef89965d58e56dec21acb9b62bdaa';
const thread_id = '733f55041b7dc5fdaf8ba40102000000';
const app_id = '423004';
const plain = { method: 'stream.comment', app_id, secure: '1', thread_id };

const handle = createTokenHandler({
  authorize: () => ({ sessionKey }),
  mailru: { appId: app_id, secretKey },
});

async function ask(params: Record<string, string>) {
  const response = await handle(
    new Request('https://host.example/feed-token', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'mailru', params, reason: 'first' }),
    }),
  );
  const { sig, error = '' } = (await response.json()) as { sig?: string; error?: string };
  return { status: response.status, sig, error };
}

const md5 = (text: string) => createHash('md5').update(text, 'utf8').digest('hex');

describe('a comment', () => {
  it('is signed with its text as it is', async () => {
    const text = 'Привет & пока = 1';
    const base = `app_id=${app_id}method=stream.commentsecure=1session_key=${sessionKey}text=${text}thread_id=${thread_id}`;
    expect(await ask({ ...plain, text })).toMatchObject({ status: 200, sig: md5(base + secretKey) });
  });

  it.each([
    ['a line, a line’s end, a NUL', 'a\r\nb\0c'],
    ['addresses and formulas', 'https://a.example/?uid=1&method=get&thread_id=2 x=y session_key=1'],
    ['the names in an order that is no call', `secure=1 method=stream.post uid=1 thread_id=2`],
    ['20 000 characters of four bytes', '🙂'.repeat(20_000)],
    ['half a character', '\ud83d'],
  ])('may hold %s', async (_name, text) => {
    const { status, sig } = await ask({ ...plain, text });
    expect(status).toBe(200);
    expect(sig).toBe(signMailru({ ...plain, text, session_key: sessionKey }, { secretKey }));
  });

  it.each([
    ['no character', ''],
    ['more than 20 000', 'a'.repeat(20_001)],
  ])('may not have %s', async (_name, text) => {
    const { status, error } = await ask({ ...plain, text });
    expect([status, error]).toEqual([400, 'The text must have 1 to 20 000 characters.']);
  });

  it('must have its text', async () => {
    expect(await ask(plain)).toMatchObject({ status: 400, error: expect.stringContaining('1 to 20 000') });
  });

  it.each(['', 'a=b', 'a b', 'я', 'a&b', 'a\n'])('has a thread_id that is none of text: %j', async (rest) => {
    const { status } = await ask({ ...plain, text: 'a', thread_id: thread_id + rest });
    expect(status).toBe(rest ? 400 : 200);
  });

  it('is the only call with a text', async () => {
    for (const method of ['stream.like', 'stream.unlike', 'stream.get', 'stream.getByAuthor']) {
      const { method: _method, ...rest } = plain;
      expect((await ask({ ...rest, method, text: 'a' })).status).toBe(400);
    }
  });
});

/** What the API's own documents and clients name. */
const NAMES = (
  'app_id cb filter_app format img_url limit link1_href link1_text method mid offset request0 secure session_key ' +
  'skip text thread_id title uid uids url user_text z'
).split(' ');

type Pairs = readonly (readonly [name: string, value: string])[];

/** What a parameter is good for, even on a server that reads `1x` as 1. */
const FLAGS: readonly (readonly [name: string, value: RegExp])[] = [
  ['app_id', RegExp(`^${app_id}`)],
  ['secure', /^1/],
  ['method', /^(?:stream\.post|users\.getInfo)/],
  ['method', /^stream\.comment$/],
  ['text', /^/],
  ['thread_id', /^/],
  ['uid', /^/],
  ['session_key', RegExp(`^${sessionKey}$`)],
];
const [APP, SECURE, OTHER, COMMENT, TEXT, THREAD, UID, OWN] = FLAGS.map((_, i) => 1 << i) as [
  ...[number, number, number, number, number, number, number, number],
];
const ANOTHER_METHOD = APP | SECURE | OTHER;
const ANOTHER_PERSON = APP | SECURE | COMMENT | TEXT | THREAD | UID;

/**
 * Another call that has this string to sign: of another method, or as another person. Names rise, and each begins where
 * one of {@link NAMES} does; it may go on (`session_key=…text`) and then be one that nobody knows and a server ignores.
 */
function forge(base: string): Pairs | undefined {
  const starts = [...base].flatMap((_, i) =>
    NAMES.some((name) => base.startsWith(`${name}=`, i)) ? [i] : [],
  );
  const equals = [...base].flatMap((char, i) => (char === '=' ? [i] : []));
  const known = new Map<string, ReadonlyMap<number, Pairs>>();
  /** The calls from here on, one for each set of flags. */
  const walk = (from: number, last: string): ReadonlyMap<number, Pairs> => {
    const key = `${from} ${last}`;
    const found = known.get(key);
    if (found) return found;
    const calls = new Map<number, Pairs>();
    for (const middle of equals) {
      const name = base.slice(from, middle);
      if (middle < from || name <= last) continue;
      for (const end of [...starts.filter((start) => start > middle), base.length]) {
        const pair = [name, base.slice(middle + 1, end)] as const;
        const own = FLAGS.reduce(
          (sum, [of, value], i) => sum | (of === name && value.test(pair[1]) ? 1 << i : 0),
          0,
        );
        const rests = end < base.length ? walk(end, name) : new Map<number, Pairs>([[0, []]]);
        for (const [flags, rest] of rests) calls.set(flags | own, [pair, ...rest]);
      }
    }
    known.set(key, calls);
    return calls;
  };
  const isForged = (flags: number) =>
    (flags & ANOTHER_METHOD) === ANOTHER_METHOD ||
    ((flags & ANOTHER_PERSON) === ANOTHER_PERSON && (flags & OWN) === 0);
  return [...walk(0, '')].find(([flags]) => isForged(flags))?.[1];
}

const baseOf = (text: string) =>
  `app_id=${app_id}format=jsonmethod=stream.commentsecure=1session_key=${sessionKey}text=${text}thread_id=${thread_id}`;

// The free text is signed between other parameters, without a separator.
describe('a comment whose text poses as other parameters', () => {
  const attacks = [
    ['another method', `amethod=stream.postsecure=1session_key=${sessionKey}text=spam`],
    ['another method, far behind', `${'a'.repeat(15_000)}method=stream.post\nuid=1secure=1`],
    ['another person', `atext=spamthread_id=${thread_id}uid=11700940109513191366z=`],
    [
      'another person, for a server that reads 1x as 1',
      `spamthread_id=${thread_id}uid=11700940109513191366z=`,
    ],
  ] as const;

  it.each(attacks)('is a real attack: %s', (_name, text) => {
    const forged = Object.fromEntries(forge(baseOf(text)) ?? []);
    expect(Object.keys(forged)).toContain('method');
    expect(signMailru(forged, { secretKey })).toBe(md5(baseOf(text) + secretKey));
  });

  it.each(attacks)('is not signed: %s', async (_name, text) => {
    const { status, error } = await ask({ ...plain, format: 'json', text });
    expect([status, error]).toEqual([400, 'The text reads like parameters of another call: reword it.']);
  });

  it('gets no signature that is good for anything else, whatever it says', async () => {
    const part = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          'method=',
          'method=stream.post',
          'secure=',
          'secure=1',
          'text=',
          'thread_id=',
          'uid=',
          'z=',
        ),
      },
      fc.constantFrom(
        '1',
        'stream.post',
        'users.getInfo',
        sessionKey,
        'session_key=',
        'title=',
        'format=',
        '=',
        ' ',
        'meth',
        'od=',
      ),
      fc.string({ unit: 'grapheme', maxLength: 3 }),
    );
    let signed = 0;
    let forgeable = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 9 }), async (parts) => {
        const text = parts.join('') || '-';
        const { status, sig } = await ask({ ...plain, format: 'json', text });
        const forged = forge(baseOf(text));
        if (forged) forgeable += 1;
        if (status !== 200) return;
        signed += 1;
        expect(sig).toBe(
          signMailru({ ...plain, format: 'json', text, session_key: sessionKey }, { secretKey }),
        );
        expect(forged).toBeUndefined();
      }),
      { numRuns: 400 },
    );
    // Neither of them refuses or lets through everything.
    expect(signed).toBeGreaterThan(40);
    expect(forgeable).toBeGreaterThan(4);
  });
});
