// What a run found, as one page of tables and four charts.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import { CANDIDATES } from './candidates.mjs';
import { charts } from './charts.mjs';
import { picks, Results } from './stats.mjs';
import { tables } from './tables.mjs';
import { targetsOf } from './targets.mjs';

const number = (value) => value.toLocaleString('en-US');

/** Writes the page to `file` and the charts into `folder`. */
export async function writeResults(run, file, folder) {
  const results = new Results(run);
  const config = await prettier.resolveConfig(fileURLToPath(import.meta.url));
  writeFileSync(file, await prettier.format(page(run, results), { ...config, parser: 'markdown' }));
  for (const [name, svg] of Object.entries(charts(run, results))) writeFileSync(`${folder}${name}`, svg);
}

function page(run, results) {
  const { options, sizes } = run;
  const names = options.candidates.map(({ name }) => name);
  const { table, compare, of, ours } = tables(results, names);
  const at = (...picked) => options.sizes.map((size) => of(`at ${number(size)}`, `at ${size}`, ...picked));
  const long = options.sizes.filter((size) => size >= 1000);
  const loads = long.filter((size) => size <= 10_000);

  return `# What the benchmark found

${options.whole ? '' : '**Not a whole run: too few rounds, lengths or candidates to conclude from.**'}

Written by \`npm run bench\` on ${run.date}: rounds: ${options.rounds}, each with the
candidates in another order; ${run.minutes.toFixed(0)} minutes in all. [README.md](README.md) says how each figure is measured. A cell is the median and
[the least–the most]; × is the ratio of the medians to plain DOM. Times are in ms.

${table(
  ['machine', ''],
  [...Object.entries(run.machine), ['busy before the run', `load average ${run.load.toFixed(1)}`]],
)}

## Targets

Ratios are of medians of this run.

${table(['target', 'at most', 'measured', ''], targetsOf(results, run).map(targetRow))}

## What is compared

${table(
  ['', 'what it is', 'elements a card', 'what it does not do that `<feed-list>` does'],
  options.candidates.map(({ name, title, about, lacks }) => [title, about, perCard(results, name), lacks]),
)}

## First page of 25

From \`import()\` to the first frame that shows cards, in a fresh page.

${compare([
  of('import', 'first', picks.imported),
  of('JS, style, layout', 'first', picks.sync, 'plain'),
  of('start of import to painted', 'first', picks.painted, 'plain'),
  of('all work', 'first', picks.work, 'plain'),
])}

## Append of 25 at the end of the list

All work of the main thread until the new cards are painted, at the length that the list had before.

${compare(at(picks.appendWork, 'plain'))}

Of it JS, style and layout before the next frame:

${compare(at(picks.append('sync'), 'plain'))}

## Where the work of the library goes

${table(
  ['', 'JS', 'style and layout', 'paint and the rest', 'all'],
  [
    ['first page', ...parts(ours, 'first', (part) => (record) => record[part])],
    ...options.sizes.map((size) => [`append at ${number(size)}`, ...parts(ours, `at ${size}`, picks.append)]),
  ],
)}

## Many events in one call

From the call until they are painted. whats-new-feed: one answer of its source with all of them.

${compare(
  loads.map((size) => ({
    title: number(size),
    base: 'plain',
    stat: (name) =>
      results.of(name, `load ${size}`, picks.painted) ?? results.of(name, `at ${size}`, picks.loadPainted),
  })),
)}

Its client asks for 200 events at most. Pages right after one another, and for comparison pages of 25 while the reader
goes to the end fifty times, which is how it comes to the lengths of the other tables:

${table(
  ['', ...long.map(number)],
  [
    ['pages of 200', ...long.map((size) => ours(`pages ${size}`, picks.painted))],
    ['pages of 25, followed', ...long.map((size) => ours(`at ${size}`, picks.loadPainted))],
  ],
)}

## Memory and the document

${long
  .map(
    (
      size,
    ) => `After a load of ${number(size)} and a garbage collection; cards and elements: the most before and after
scrolling through.

${compare([
  of('PSS, MB', `at ${size}`, picks.pss, 'plain'),
  of('JS heap, MB', `at ${size}`, picks.heap),
  of('heap after scrolling, MB', `at ${size}`, picks.heapAfter),
  of('DOM nodes', `at ${size}`, picks.nodes),
  of('listeners', `at ${size}`, picks.listeners),
  of('elements', `at ${size}`, picks.elements),
  of('cards', `at ${size}`, picks.cards),
])}`,
  )
  .join('\n\n')}

## Scrolling through all of it

${options.sizes
  .map(
    (size) => `${number(size)} events from the top to the end in ${size > 100 ? options.frames : 60} frames.

${compare([
  of('work per frame', `at ${size}`, picks.scrollWork, 'plain-eager'),
  of('longest task (0: under 50)', `at ${size}`, picks.scrollLongest),
  of('missed frames', `at ${size}`, picks.scrollMissed),
  of('blank frames', `at ${size}`, picks.blanks),
  of('last card reached (1: yes)', `at ${size}`, picks.isLast),
])}`,
  )
  .join('\n\n')}

The × of the first column is to plain DOM with eager pictures.

## Scrolling up from the middle

Of 1,000 events into the middle of what was never drawn, then 40 × 100 px up. Late: the pictures turn out taller than
their attributes said.

${compare([
  of('jumps above 1 px', 'up', picks.jumps),
  of('largest, px', 'up', picks.largestJump),
  of('card lost', 'up', picks.lost),
  of('late: jumps above 1 px', 'up late', picks.jumps),
  of('late: largest, px', 'up late', picks.largestJump),
  of('late: card lost', 'up late', picks.lost),
])}

## Reading on to the last event

The feed loads by itself in pages of 200 while the reader keeps going to the end; one round.

${readOn(results, table)}

## Answers to events

1,000 events of the sandbox as mail.ru sends them, in five answers: from text to events, against the browser's own parser
on the same texts. Through \`mailru().page()\` bytes are read and decoded first, which costs what it costs everybody.

${table(
  ['', 'text, MB', "the browser's parser", 'to events', '×', 'through `page()`'],
  ['json', 'xml'].map((format) => {
    const stat = (pick) => (record) => pick(record[format]);
    return [
      format === 'json' ? 'JSON, `JSON.parse`' : 'XML, `DOMParser`',
      ours(
        'parse',
        stat(({ characters }) => characters / 1e6),
      ),
      ours(
        'parse',
        stat(({ bare }) => bare),
      ),
      ours(
        'parse',
        stat(({ model }) => model),
      ),
      ours(
        'parse',
        stat(({ model, bare }) => model / bare),
      ),
      ours(
        'parse',
        stat(({ page }) => page),
      ),
    ];
  }),
)}

## Bytes

Minified by the same tool, with everything that the candidate imports, its data and driver of about 2 kB included.

${table(['', 'minified', 'gzip', 'brotli'], bytes(sizes, names))}

## What was not measured

${skipped(run)}
`;
}

function show(value) {
  if (value === Infinity) return 'not reached';
  if (Number.isInteger(value)) return number(value);
  return value.toFixed(value < 0.1 ? 3 : value < 20 ? 2 : 0);
}

function targetRow({ what, limit, value }) {
  const verdict = value === undefined ? 'not measured' : value <= limit ? 'met' : '**not met**';
  return [what, show(limit), value === undefined ? '–' : show(value), verdict];
}

/** Elements per card, of what is live. */
function perCard(results, name) {
  const stat = results.of(name, 'at 100', ({ count }) => count.elements / count.cards);
  return stat ? stat.median.toFixed(0) : '–';
}

/** JS, style and layout, the rest, all. `pick` makes a function of a record from the name of a time in it. */
function parts(ours, key, pick) {
  const time = (part) => pick(part);
  const between = (from, to) => (record) => time(to)(record) - time(from)(record);
  return [time('script'), between('script', 'sync'), between('sync', 'work'), time('work')].map((part) =>
    ours(key, part),
  );
}

function readOn(results, table) {
  const record = results.records.find(({ key, samples }) => key === 'read on' && samples);
  if (!record) return 'Not measured.';
  const head = ['events', 's', 'heap, MB', 'PSS, MB', 'DOM nodes', 'listeners', 'most cards', 'longest task'];
  let ms = 0;
  const rows = record.samples.map((sample) => {
    ms += sample.ms;
    const { reached, heap, pss, nodes, listeners, longest } = sample;
    const most = Math.max(sample.most, sample.cards);
    const megabytes = [heap, pss].map((value) => value?.toFixed(0) ?? '–');
    return [
      number(reached),
      (ms / 1000).toFixed(1),
      ...megabytes,
      ...[nodes, listeners, most, longest].map(number),
    ];
  });
  return `${table(head, rows)}\n\n${record.isLast ? 'The last event was reached and seen.' : 'The last event was not reached in the time given.'}`;
}

function bytes(sizes, names) {
  const title = (name) => {
    const [candidate, css] = name.split('.');
    const found = CANDIDATES.find(({ name }) => name === candidate)?.title;
    return found && found + (css ? ', style sheet' : '');
  };
  const own = { elements: 'the three elements with Lit, no source', 'script-tag': '`whats-new-feed.min.js`' };
  return Object.entries(sizes)
    .filter(([name]) => own[name] ?? names.includes(name.split('.')[0]))
    .map(([name, { min, gzip, brotli }]) => [own[name] ?? title(name), ...[min, gzip, brotli].map(number)]);
}

function skipped({ options, records }) {
  const lines = options.candidates.flatMap(({ name, title, most, cap }) => {
    const over = options.sizes.filter((size) => size > most).map(number);
    const about = (field, say) =>
      records
        .filter((record) => record.name === name && record[field])
        .map((record) => `${title}, ${record.key}: ${say(record[field])}`);
    return [
      ...(over.length > 0 ? [`${title} at ${over.join(' and ')}: ${cap}`] : []),
      ...about('skipped', (reason) => reason),
      ...about('errors', ([error]) => `the page reported "${error}"`),
    ];
  });
  return lines.length > 0 ? lines.map((line) => `- ${line}`).join('\n') : 'Everything was.';
}
