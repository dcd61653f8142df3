import { describe, expect, it } from 'vitest';
import type { Author } from '../../../src/model/event.js';
import { RecordReader, type Warnings } from '../../../src/model/record-reader.js';

type Raw = Readonly<Record<string, unknown>>;

const readUser = (user: RecordReader, id: string): Author => ({
  id,
  name: user.name('name'),
  nick: user.record('place')?.record('city')?.name('name'),
});

/** The authors of these records of one answer, and where there was something to warn of. */
function readAll(users: readonly unknown[]) {
  const warnings: Warnings = new Map();
  const records = new RecordReader({ users }, warnings).records('users');
  const authors = records.map((user) => user.author(user.id('uid') ?? '', readUser));
  return { authors, paths: [...warnings.values()].map(({ path }) => path) };
}

const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

describe('a person who stands in an answer more than once', () => {
  const vera = { uid: 7, name: 'Vera', pic: null, place: { city: { name: 'Perm' } } };

  it('is one author where the records are equal', () => {
    const [first, second] = readAll([vera, structuredClone(vera)]).authors;
    expect(first).toEqual({ id: '7', name: 'Vera', nick: 'Perm' });
    expect(second).toBe(first);
  });

  it('is one author also where another stood between them', () => {
    const [first, , third] = readAll([vera, { uid: 8, name: 'Ivan' }, { ...vera }]).authors;
    expect(third).toBe(first);
  });

  it.each<[string, Raw]>([
    ['another value', { ...vera, name: 'Nika' }],
    ['another value deep in it', { ...vera, place: { city: { name: 'Omsk' } } }],
    ['a field less', { uid: 7, name: 'Vera', place: { city: { name: 'Perm' } } }],
    ['a field more', { ...vera, online: 1 }],
    ['a field of another name', { uid: 7, nick: 'Vera', pic: null, place: { city: { name: 'Perm' } } }],
    ['a field more deep in it', { ...vera, place: { city: { name: 'Perm', id: 1 } } }],
    ['a list for a record', { ...vera, place: [{ city: { name: 'Perm' } }] }],
    ['nothing for a record', { ...vera, place: null }],
    ['a number for a digit', { ...vera, uid: '7' }],
  ])('is read anew for %s', (_, other) => {
    const raw = [vera, other, vera, other];
    const alone = raw.map((user) => readAll([user]).authors[0]);
    const { authors } = readAll(raw);
    expect(authors).toEqual(alone);
    expect(authors[1]).not.toBe(authors[0]);
  });

  it('is another author in another answer', () => {
    expect(readAll([vera]).authors[0]).not.toBe(readAll([vera]).authors[0]);
  });

  it('is warned of at each place', () => {
    const bad = { uid: 7, name: {} };
    expect(readAll([bad, { ...bad }]).paths).toEqual(['users[0].name', 'users[1].name']);
    const deep = { uid: 7, place: { city: { name: [] } } };
    expect(readAll([deep, structuredClone(deep)]).paths).toEqual([
      'users[0].place.city.name',
      'users[1].place.city.name',
    ]);
  });

  it('is warned of at each place also where its record was looked at before', () => {
    const warnings: Warnings = new Map();
    const [first, second] = new RecordReader(
      {
        a: [
          { uid: 7, name: 1e400 },
          { uid: 7, name: 1e400 },
        ],
      },
      warnings,
    ).records('a');
    first?.name('name');
    first?.author('7', readUser);
    second?.author('7', readUser);
    expect([...warnings.values()].map(({ path }) => path)).toEqual(['a[0].name', 'a[1].name']);
  });

  it('J15 may hold records as deep as JSON has them', () => {
    const users = [1, 2].map(() => ({ uid: 7, name: 'Vera', more: nested(100_000) }));
    expect(readAll(users).authors).toMatchObject([{ name: 'Vera' }, { name: 'Vera' }]);
  });

  it('S13 takes no time where one record is huge and many others have its id', () => {
    const huge = {
      uid: 7,
      place: Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, 0])),
    };
    const answer = new RecordReader({ huge, small: { uid: 7, place: { k0: 0 } } });
    const start = performance.now();
    answer.record('huge')?.author('7', readUser);
    for (let n = 0; n < 40_000; n++) answer.record('small')?.author('7', readUser);
    expect(performance.now() - start).toBeLessThan(1500);
  });

  it('S13 takes no time where the many others have a name that is none', () => {
    const huge = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, 0]));
    const answer = new RecordReader({ huge, small: { uid: 7, name: {} } });
    const start = performance.now();
    answer.record('huge')?.author('7', readUser);
    for (let n = 0; n < 40_000; n++) answer.record('small')?.author('7', readUser);
    expect(performance.now() - start).toBeLessThan(1500);
  });
});

describe('a time', () => {
  it.each(['1', '1.', '2012-03-22T12:', '+04', '12:'])('S14 takes no time in 200 KB of %j', (unit) => {
    const time = `2012-03-22T12:${unit.repeat(200_000 / unit.length)}`;
    const start = performance.now();
    expect(new RecordReader({ time }).time('time')).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(1500);
  });
});
