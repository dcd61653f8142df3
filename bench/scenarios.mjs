// What is measured, each in a page of its own. A scenario gives one plain record.

/** Appends of 25 in one page; their median counts. */
const APPENDS = 5;
const SCROLL_UPS = 40;
/** How long the library may take to read in a long feed before that is the result. */
const READ_MS = 240_000;
const READ_ON_MS = 180_000;

const OURS = 'whats-new-feed';

const first = {
  key: 'first',
  async run(page, name) {
    await page.call('stage');
    return page.measure('first', name);
  },
};

const at = (size, frames) => ({
  key: `at ${size}`,
  async run(page, name) {
    const isOurs = name === OURS;
    await page.call('prepare', name, isOurs ? 0 : size);
    const load = isOurs ? await page.measure('read', size, READ_MS) : await page.measure('load');
    if (load.reached < size) return { skipped: `read ${load.reached} events in ${READ_MS / 1000} s`, load };
    await page.call('settle');
    const memory = await page.memory();
    const count = await page.call('count');
    const scroll = await page.measure('scrollThrough', size > 100 ? frames : 60);
    const { isLast } = await page.call('bottom');
    const memoryAfter = await page.memory();
    const countAfter = await page.call('count');
    const appends = [];
    for (let i = 0; i < APPENDS; i += 1) {
      await page.call('stage');
      appends.push(await page.measure('append'));
      await page.call('bottom');
    }
    return { load, memory, count, scroll, isLast, memoryAfter, countAfter, appends };
  },
});

/** The library's own ways to get many events at once: one answer with all of them, or pages of 200 in a row. */
const load = (size, pageSize) => ({
  key: pageSize ? `pages ${size}` : `load ${size}`,
  async run(page, name) {
    await page.call('prepare', name, size);
    return page.measure('load', pageSize);
  },
});

const up = (late) => ({
  key: late ? 'up late' : 'up',
  async run(page, name) {
    await page.call('prepare', name, 1000, late);
    await page.call('load', name === OURS ? 25 : undefined);
    await page.call('settle');
    return page.call('scrollUp', SCROLL_UPS);
  },
});

/** The reader goes to the end again and again, and the feed loads by itself. */
const readOn = (size) => ({
  key: 'read on',
  async run(page, name) {
    const marks = [1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000].filter((mark) => mark <= size);
    const samples = [];
    await page.call('begin', name, size);
    let left = READ_ON_MS;
    for (const mark of marks) {
      const read = await page.call('readOn', mark, left);
      left -= read.ms;
      samples.push({ mark, ...read, ...(await page.memory()), ...(await page.call('count')) });
      if (read.reached < mark) break;
    }
    const { reached } = samples.at(-1);
    return { samples, reached, isLast: reached >= size && (await page.call('bottom')).isLast };
  },
});

const parse = {
  key: 'parse',
  run: ({ page }) => page.evaluate(async () => (await import('/bundles/parse.js')).parse()),
};

/** What a candidate goes through in one round. */
export function scenariosOf({ name, most }, { sizes, frames, round }) {
  const all = [
    first,
    first,
    ...sizes.filter((size) => size <= most).map((size) => at(size, frames)),
    up(),
    up(true),
  ];
  if (name !== OURS) return all;
  for (const size of sizes) {
    if (size >= 1000 && size <= 10_000) all.push(load(size), load(size, 200));
  }
  all.push(parse);
  // Mostly counts, which are the same each time.
  if (round === 0) all.push(readOn(Math.max(...sizes)));
  return all;
}
