import { picks } from './stats.mjs';

const OURS = 'whats-new-feed';
const RAF = 'react-activity-feed';
/** Cards that stay real around the reader. */
const WINDOW = 500;

/**
 * What the library should reach, as `{ what, limit, value }`: met where `value` is at most `limit`. `value` is
 * undefined where it was not measured, and infinite where the library did not get so far.
 */
export function targetsOf(results, { sizes, options }) {
  const median = (name, key, pick) => results.of(name, key, pick)?.median;
  const most = (key, pick) => results.of(OURS, key, pick)?.max;
  const ratio = (a, b) => (a === undefined || b === undefined ? undefined : a / b);
  const to = (other, key, pick, theirs = key, theirPick = pick) =>
    ratio(median(OURS, key, pick), median(other, theirs, theirPick));
  const growth = (from, size, pick) =>
    results.whyNot(OURS, `at ${size}`)
      ? Infinity
      : ratio(median(OURS, `at ${size}`, pick), median(OURS, `at ${from}`, pick));
  const kilobytes = (name) => sizes[name].gzip / 1000;
  const allJumps = ['up', 'up late'].map((key) => most(key, picks.jumps)).reduce((a, b) => a + b);
  const lengths = options.sizes;
  const cards = lengths.map((size) => most(`at ${size}`, picks.cards)).filter(Number.isFinite);
  const last = lengths.includes(100_000)
    ? median(OURS, 'read on', ({ isLast }) => (isLast ? 0 : 1))
    : undefined;
  const { appendWork, painted, loadPainted, scrollWork, pss, heap, elements } = picks;

  return [
    ['First page of 25, import to painted, × plain DOM', 1.1, to('plain', 'first', painted)],
    ['… × react-activity-feed', 0.25, to(RAF, 'first', painted)],
    ['Append of 25, all work, at 10,000 × at 100', 1.3, growth(100, 10_000, appendWork)],
    ['… at 100,000 × at 100', 1.5, growth(100, 100_000, appendWork)],
    ['… at 1,000 × plain DOM', 0.6, to('plain', 'at 1000', appendWork)],
    ['… at 1,000 × react-activity-feed', 1 / 30, to(RAF, 'at 1000', appendWork)],
    ['Load of 1,000 in one call × plain DOM', 0.3, to('plain', 'load 1000', painted, 'at 1000', loadPainted)],
    [
      'Load of 10,000 in one call × plain DOM',
      0.05,
      to('plain', 'load 10000', painted, 'at 10000', loadPainted),
    ],
    ['Memory (PSS) at 10,000 × plain DOM', 0.2, to('plain', 'at 10000', pss)],
    ['JS heap at 100,000 × at 10,000', 2, growth(10_000, 100_000, heap)],
    ['Live elements at 10,000 × at 1,000', 1.1, growth(1000, 10_000, elements)],
    ['Live elements at 100,000 × at 1,000', 1.5, growth(1000, 100_000, elements)],
    [
      'Cards in the DOM, at most: window of 500 and two pages of 25',
      WINDOW + 50,
      cards.length ? Math.max(...cards) : undefined,
    ],
    ['… reading on in pages of 200: window and two pages', WINDOW + 400, most('read on', picks.readOnCards)],
    [
      'Scroll through 10,000, work per frame × plain DOM, eager',
      1.25,
      to('plain-eager', 'at 10000', scrollWork),
    ],
    ['… blank frames, the worst run', 0, most('at 10000', picks.blanks)],
    ['… longest task, ms', 50, median(OURS, 'at 10000', picks.scrollLongest)],
    ['Jumps above 1 px while scrolling up, the worst runs', 0, allJumps],
    ['The last of 100,000 is reached by scrolling on (0: yes)', 0, last],
    ['JSON to model × `JSON.parse`', 2.5, median(OURS, 'parse', ({ json }) => json.model / json.bare)],
    ['XML to model × `DOMParser`', 3, median(OURS, 'parse', ({ xml }) => xml.model / xml.bare)],
    ['The three elements with Lit alone, kB gzip', 12, kilobytes('elements')],
    ['The whole script-tag module, kB gzip', 30, kilobytes('script-tag')],
    ['… aimed at', 24, kilobytes('script-tag')],
  ].map(([what, limit, value]) => ({ what, limit, value: Number.isNaN(value) ? undefined : value }));
}
