import { describe, expect, it } from 'vitest';
import { parseLosslessJson } from '../../../src/model/lossless-json.js';
import { readDistinct } from '../../../src/model/read-distinct.js';
import { isRecord, RecordReader, type Warnings } from '../../../src/model/record-reader.js';

const METHODS = ['id', 'name', 'text', 'time', 'count', 'link', 'media', 'record', 'flag'] as const;

type Method = (typeof METHODS)[number];

const open = (raw: Readonly<Record<string, unknown>>, path = '') => {
  const found: Warnings = new Map();
  return { record: new RecordReader(raw, found, path), warnings: () => [...found.values()] };
};

/** What one method makes of one value, and the codes it warned with. */
function read(method: Method, value: unknown): [unknown, ...string[]] {
  const { record, warnings } = open({ key: value }, '[1]');
  const result = record[method]('key');
  expect(warnings().every(({ path }) => path === '[1].key')).toBe(true);
  return [result, ...warnings().map(({ code }) => code)];
}

const HOSTILE_VALUES: readonly (readonly [string, unknown])[] = [
  ['J07', { _$litType$: 1, strings: ['<img src=x onerror=__pwn=1>'], values: [] }],
  ['J08', { _$litType$: { h: ['<img>'], parts: [] }, values: [] }],
  ['J09', { _$litDirective$: 'x', values: [] }],
  ['J10', { nodeType: 1 }],
  ['J11', { toString: null, valueOf: null }],
  ['J12', ['a', ['b']]],
  ['J12', []],
  ['J12', {}],
  ['J38', Object.create(null)],
];

describe('a value of the wrong kind', () => {
  it.each(HOSTILE_VALUES)('%s %j is left out with a warning by every reader', (_id, value) => {
    for (const method of METHODS.slice(0, 7))
      expect(read(method, value)).toEqual([undefined, expect.any(String)]);
  });

  it.each([[null], [undefined], [''], [' \n']])('%j is absent, without a warning', (value) => {
    for (const method of METHODS) expect(read(method, value)).toEqual([undefined]);
  });

  it('J13 is never read from a prototype', () => {
    const json = parseLosslessJson('{"__proto__":{"title":"stolen"},"constructor":{"prototype":{"x":1}}}');
    const { record, warnings } = open(isRecord(json) ? json : {});
    expect(record.name('title', 'toString', 'hasOwnProperty')).toBeUndefined();
    expect(warnings()).toEqual([]);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });
});

describe('ids', () => {
  it.each([
    ['11700940109513191366', '11700940109513191366'],
    [' 081b0000ab375802\n', '081b0000ab375802'],
    [42, '42'],
    [0, '0'],
    ['__proto__', '__proto__'],
    ['a b"<', 'a b"<'],
    ['5-26', '5-26'],
    ['constructor', 'constructor'],
  ])('J05 %j is %j', (value, want) => {
    expect(read('id', value)).toEqual([want]);
  });

  it.each([[true], [NaN], ['NaN'], ['undefined'], ['null'], [Infinity], ['x'.repeat(201)]])(
    'J06 %j is none',
    (value) => {
      expect(read('id', value)).toEqual([undefined, 'bad-id']);
    },
  );
});

describe('words', () => {
  it('J12 come from strings and finite numbers only', () => {
    expect(read('name', 0)).toEqual(['0']);
    expect(read('text', 12.5)).toEqual(['12.5']);
    expect(read('name', false)).toEqual([undefined, 'bad-type']);
    expect(read('name', Infinity)).toEqual([undefined, 'bad-type']);
  });

  it('are cleaned, and absent when nothing can be seen', () => {
    expect(read('name', ' Bob\u202e\nSmith ')).toEqual(['Bob Smith']);
    expect(read('text', 'a\r\nb')).toEqual(['a\nb']);
    expect(read('name', '\u200b\u3164 ')).toEqual([undefined]);
  });

  it('are cut at their limit with a warning', () => {
    expect(read('name', '😀'.repeat(201))).toEqual(['😀'.repeat(200), 'too-long']);
    expect(read('text', 'я'.repeat(20_001))).toEqual(['я'.repeat(20_000), 'too-long']);
    expect(read('name', `a${'\u200b'.repeat(1_000_000)}b`)).toEqual(['a', 'too-long']);
  });
});

describe('times', () => {
  it.each([
    [1332408768, '2012-03-22T09:32:48.000Z'],
    [1332408768000, '2012-03-22T09:32:48.000Z'],
    ['1332408768', '2012-03-22T09:32:48.000Z'],
    [' 1332408768000 ', '2012-03-22T09:32:48.000Z'],
    [1332408768.5, '2012-03-22T09:32:48.500Z'],
    ['2012-03-22 12:32:48', '2012-03-22T12:32:48.000Z'],
    ['2012-03-22T12:32:48', '2012-03-22T12:32:48.000Z'],
    ['2012-03-22T12:32:48.123456', '2012-03-22T12:32:48.123Z'],
    ['2012-03-22T12:32:48Z', '2012-03-22T12:32:48.000Z'],
    ['2012-03-22T12:32:48+0400', '2012-03-22T08:32:48.000Z'],
    ['2012-03-22T12:32:48.5+03:00', '2012-03-22T09:32:48.500Z'],
    ['2012-03-22T12:32-03:30', '2012-03-22T16:02:00.000Z'],
    ['2012-02-29', '2012-02-29T00:00:00.000Z'],
    [4_000_000_000, '2096-10-02T07:06:40.000Z'], // J23: far ahead is still a date
  ])('J22 %j is %s', (value, want) => {
    const [time, ...codes] = read('time', value);
    expect([time instanceof Date && time.toISOString(), ...codes]).toEqual([want]);
  });

  it.each([
    [0],
    [-1],
    [8.64e15 + 1],
    [9999999999999999],
    [NaN],
    [Infinity],
    ['0000-00-00'],
    ['0000-00-00 00:00:00'],
    ['2012-13-01'],
    ['2012-03-22T25:00:00'],
    ['2012-03-22T12:61:00'],
    ['2012-03-22T12:00:00+99:00'],
    ['1969-12-31'],
    ['yesterday'],
    ['Thu, 22 Mar 2012 12:32:48 GMT'],
    [true],
  ])('J22 %j is none', (value) => {
    expect(read('time', value)).toEqual([undefined, 'bad-time']);
  });
});

describe('numbers', () => {
  it('J20 J25 are integers from 0, and believable', () => {
    expect(read('count', 12)).toEqual([12]);
    expect(read('count', '12')).toEqual([12]);
    expect(read('count', 0)).toEqual([0]);
    expect(read('count', ' 640 ')).toEqual([640]);
    for (const bad of [-1, '-1', 1e21, 1e9, 'abc', NaN, '1e3', '0x10', 1.5, '100%', '5px', true, Infinity]) {
      expect(read('count', bad)).toEqual([undefined, 'bad-number']);
    }
  });
});

describe('flags', () => {
  it('J21 are true for 1 and true only', () => {
    for (const yes of [1, '1', true, ' 1 ']) expect(read('flag', yes)).toEqual([true]);
    for (const no of [0, '0', false, 'false', 2, {}, []]) expect(read('flag', no)).toEqual([false]);
  });
});

describe('addresses', () => {
  it('are safe or left out', () => {
    expect(read('link', 'killerfeature.com')).toEqual(['https://killerfeature.com/']);
    expect(read('media', 'http://img.test/a.png')).toEqual(['https://img.test/a.png']);
    expect(read('link', 'javascript:alert(1)')).toEqual([undefined, 'bad-url']);
    expect(read('media', 'http://10.0.0.1/a.png')).toEqual([undefined, 'bad-url']);
    expect(read('link', 5)).toEqual([undefined, 'bad-url']);
  });
});

describe('several keys', () => {
  it('give the first that has a value', () => {
    const { record, warnings } = open({ href: '', url: 'a.test', link: 'b.test' });
    expect(record.link('href', 'url', 'link')).toBe('https://a.test/');
    expect(warnings()).toEqual([]);
  });

  it('give the next one where the first is unusable, and say so', () => {
    const { record, warnings } = open({ href: 'javascript:1', url: 'a.test' });
    expect(record.link('href', 'url')).toBe('https://a.test/');
    expect(warnings()).toEqual([{ path: 'href', code: 'bad-url' }]);
  });

  it('warn of a value once, however often it is looked at', () => {
    const { record, warnings } = open({ time: 'soon' });
    expect(record.time('time') ?? record.time('time')).toBeUndefined();
    expect(warnings()).toEqual([{ path: 'time', code: 'bad-time' }]);
  });
});

describe('records in a record', () => {
  it('know where they stand', () => {
    const { record, warnings } = open({ author: { nick: {} }, attachments: [{}, { url: 'x' }] }, '[3]');
    record.record('author')?.name('nick');
    record.records('attachments')[1]?.link('url');
    record.warn('duplicate', 'id');
    record.warn('too-deep');
    expect(warnings()).toEqual([
      { path: '[3].author.nick', code: 'bad-type' },
      { path: '[3].attachments[1].url', code: 'bad-url' },
      { path: '[3].id', code: 'duplicate' },
      { path: '[3]', code: 'too-deep' },
    ]);
  });

  it('J19 are none where the list is empty or absent', () => {
    const { record, warnings } = open({ a: [], b: null, c: '' });
    for (const key of ['a', 'b', 'c', 'd']) {
      expect(record.records(key)).toEqual([]);
      expect(record.surplus(key)).toBe(0);
    }
    expect(warnings()).toEqual([]);
  });

  it('are a list of one where XML had one', () => {
    const { record } = open({ authors: { uid: '1' } });
    expect(record.records('authors').map((author) => author.id('uid'))).toEqual(['1']);
    expect(record.surplus('authors')).toBe(0);
  });

  it('J17 are cut at the limit, and what is left out is counted', () => {
    const { record, warnings } = open({ likes: Array.from({ length: 50_000 }, (_, index) => ({ index })) });
    expect(record.records('likes')).toHaveLength(200);
    expect(record.surplus('likes')).toBe(49_800);
    expect(warnings()).toEqual([{ path: 'likes', code: 'too-many' }]);
  });

  it('S13 are told of a thousand times at most in an answer', () => {
    const { record, warnings } = open({ a: Array(200).fill({ b: Array(200).fill(0) }) });
    for (const item of record.records('a')) expect(item.records('b')).toEqual([]);
    expect(warnings()).toHaveLength(1000);
  });

  it('J18 J26 are left out one by one', () => {
    const { record, warnings } = open({ a: [null, { id: 1 }, 1, 'x', [], { id: 2 }] });
    expect(record.records('a').map((item) => item.id('id'))).toEqual(['1', '2']);
    expect(warnings()).toEqual([0, 2, 3, 4].map((index) => ({ path: `a[${index}]`, code: 'bad-type' })));
  });

  it('are none where something else stands', () => {
    for (const value of ['x', 1, true]) {
      const { record, warnings } = open({ a: value });
      expect(record.records('a')).toEqual([]);
      expect(record.record('a')).toBeUndefined();
      expect(record.surplus('a')).toBe(0);
      expect(warnings().map(({ path, code }) => [path, code])).toEqual([
        ['a[0]', 'bad-type'],
        ['a', 'bad-type'],
      ]);
    }
  });

  it('J05 J06 are told apart by their ids', () => {
    const { record, warnings } = open({ a: [{ id: 7 }, {}, { id: '7' }, { id: 'NaN' }, { id: 8 }] });
    expect(readDistinct(record.records('a'), 'id', (_, id) => id)).toEqual(['7', '8']);
    expect(warnings()).toEqual([
      { path: 'a[1].id', code: 'bad-id' },
      { path: 'a[2].id', code: 'duplicate' },
      { path: 'a[3].id', code: 'bad-id' },
    ]);
  });
});
