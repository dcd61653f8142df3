import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLosslessJson } from '../../../src/model/lossless-json.js';

describe('JSON whose ids are exact', () => {
  it.each([
    ['J01', '{"uid":11700940109513191366}', { uid: '11700940109513191366' }],
    [
      'J02',
      '[-9007199254740993, 1E3, 0.1, -0, 9007199254740991]',
      ['-9007199254740993', 1000, 0.1, -0, 2 ** 53 - 1],
    ],
    [
      'J02',
      '[9007199254740992,12345678901234567890.5,1e22]',
      ['9007199254740992', 12345678901234567890.5, 1e22],
    ],
    ['J02', '11700940109513191366', '11700940109513191366'],
    [
      'J03',
      '{"11700940109513191366":"a,11700940109513191366"}',
      { '11700940109513191366': 'a,11700940109513191366' },
    ],
    [
      'J03',
      '{"a\\\\":[11700940109513191366,"\\",12345678901234567890"]}',
      { 'a\\': ['11700940109513191366', '",12345678901234567890'] },
    ],
    ['J04', '[11700940109513191366,11700940109513191367]', ['11700940109513191366', '11700940109513191367']],
    ['J14', '{"a":1,"a":2}', { a: 2 }],
  ])('%s %s', (_id, text, want) => {
    expect(parseLosslessJson(text)).toStrictEqual(want);
  });

  it.each([`)]}'\n{"a":1}`, 'cb({"a":1})', '[1,]', 'NaN', '[1] x', '{}{}', '', '<html>', "{'a':1}", '[01]'])(
    'J32 refuses %j with a SyntaxError',
    (text) => {
      expect(() => parseLosslessJson(text)).toThrow(SyntaxError);
    },
  );

  it('J13 takes __proto__ as an ordinary key', () => {
    const value = parseLosslessJson('{"__proto__":{"isAdmin":true},"id":11700940109513191366}');
    expect(Object.hasOwn(value as object, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
  });

  it('J15 survives 100 000 nested arrays', () => {
    const text = `${'['.repeat(100_000)}11700940109513191366${']'.repeat(100_000)}`;
    expect(() => parseLosslessJson(text)).not.toThrow();
  });

  it('gives every uint64 back exactly', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 2n ** 64n - 1n)), fc.string(), (ids, key) => {
        const text = `{${JSON.stringify(key)}:[${ids.join(', ')}]}`;
        const read = ids.map((id) => (id > 2n ** 53n - 1n ? String(id) : Number(id)));
        expect(parseLosslessJson(text)).toStrictEqual(JSON.parse(JSON.stringify({ [key]: read })));
      }),
    );
  });

  /** A double beyond 2^53 is written as a long integer, and is read as one. */
  const noLongInteger = (_key: string, value: unknown) =>
    Number.isInteger(value) && !Number.isSafeInteger(value) ? 0 : value;

  it('changes nothing else', () => {
    const digits = fc.constantFrom('11700940109513191366', ':11700940109513191366', '"', '\\', '[', '\\"');
    const text = fc.oneof(
      fc.string(),
      fc.array(digits).map((parts) => parts.join('')),
    );
    const values = fc.jsonValue().chain((value) => fc.dictionary(text, fc.oneof(fc.constant(value), text)));
    fc.assert(
      fc.property(values, (value) => {
        const json = JSON.stringify(value, noLongInteger);
        const read = parseLosslessJson(`[${json}, 11700940109513191366]`);
        expect(JSON.stringify(read)).toBe(`[${json},"11700940109513191366"]`);
      }),
      { numRuns: 500 },
    );
  });

  it('reads the same where a string that looks like a list of long numbers makes it step over strings', () => {
    const number = fc.oneof(
      fc.bigInt(-(2n ** 65n), 2n ** 65n).map(String),
      fc.constantFrom(
        '-0',
        '9007199254740991',
        '9007199254740992',
        '12345678901234567890.5',
        '1234567890123456789e3',
      ),
      fc.constantFrom('0.12345678901234567890', '1E-1234567890123456789', '1234567890123456789E1'),
    );
    const string = fc
      .array(fc.constantFrom('12345678901234567890', ',', ':', '[', '-', ' ', ']', '}', '"', '\\', 'a', '\n'))
      .map((parts) => JSON.stringify(parts.join('')));
    const space = fc.constantFrom('', ' ', '\n');
    const item = fc.tuple(space, fc.oneof(number, string), space).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(item), string, (items, key) => {
        const json = `{${key}:[${items.join(',')}]}`;
        const long = parseLosslessJson(`[${json}, ",12345678901234567890,"]`);
        expect([parseLosslessJson(json), ',12345678901234567890,']).toStrictEqual(long);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes no time over text made to be slow', () => {
    const slow = '"\\'.repeat(200_000);
    const valid = JSON.stringify({ a: slow, b: 'x'.repeat(1_000_000) }).replace(
      '{',
      '{"id":11700940109513191366,',
    );
    const start = performance.now();
    expect(() => parseLosslessJson(slow)).toThrow(SyntaxError);
    expect(parseLosslessJson(valid)).toHaveProperty('id', '11700940109513191366');
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
