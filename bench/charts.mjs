// Four charts as SVG: light or dark as the reader's system is, and readable without colours.
import { picks } from './stats.mjs';

const OURS = 'whats-new-feed';
const WIDTH = 720;

const STYLE = `svg { --ink: #1b1f24; --soft: #5b6470; --line: #e3e6ea; --paper: #fff; --ours: #2f5bea; --other: #9aa3af }
@media (prefers-color-scheme: dark) {
svg { --ink: #e8eaed; --soft: #a3abb6; --line: #2b2f36; --paper: #17191d; --ours: #8aa8ff; --other: #6b7480 } }
text { font: 13px system-ui, sans-serif; fill: var(--soft) }
.title { font-size: 15px; font-weight: 640; fill: var(--ink) }
.ours { fill: var(--ours); stroke: var(--ours) } .other { fill: var(--other); stroke: var(--other) }
text.ours { stroke: none; font-weight: 640 } text.other { fill: var(--soft); stroke: none }
.curve { fill: none; stroke-width: 1.5 } .curve.ours { stroke-width: 3 }
.grid { stroke: var(--line) } .mark { stroke: var(--soft); stroke-dasharray: 4 4 } .end { text-anchor: end } .middle { text-anchor: middle }`;

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const text = (x, y, content, style = '') =>
  `<text x="${x}" y="${y}" class="${style}">${escape(content)}</text>`;

const line = (x1, y1, x2, y2, style) =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" class="${style}"/>`;

const short = (value) => (value >= 10 ? Math.round(value).toLocaleString('en-US') : value.toFixed(1));

const styleOf = (name) => (name === OURS ? 'ours' : 'other');

function svg(height, title, content) {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
<title id="title">${escape(title)}</title>
<style>${STYLE}</style>
<rect width="${WIDTH}" height="${height}" rx="12" fill="var(--paper)"/>
${text(20, 30, title, 'title')}
${content.flat(Infinity).join('\n')}
</svg>
`;
}

/** `bars`: `{ name, title, value }`, the shortest first; `mark`: a value that should not be passed. */
function barChart(title, bars, mark) {
  const left = 210;
  const widest = Math.max(...bars.map(({ value }) => value), mark?.value ?? 0);
  const x = (value) => left + (value / widest) * (WIDTH - left - 80);
  const height = 60 + bars.length * 30;
  const rows = [...bars]
    .sort((a, b) => a.value - b.value)
    .map(({ name, title, value }, index) => {
      const y = 50 + index * 30;
      const style = styleOf(name);
      return [
        text(left - 10, y + 15, title, `end ${style}`),
        `<rect x="${left}" y="${y}" width="${(x(value) - left).toFixed(1)}" height="20" rx="4" class="${style}"/>`,
        text(x(value) + 8, y + 15, short(value), style),
      ];
    });
  const limit = mark ? [line(x(mark.value), 44, x(mark.value), height - 10, 'mark')] : [];
  return svg(height, title, [limit, rows]);
}

/** `curves`: `{ name, title, points: [length, value][] }`, both axes logarithmic. */
function lineChart(title, sizes, curves) {
  const [top, bottom, left, right] = [60, 340, 60, 460];
  const values = curves.flatMap(({ points }) => points.map(([, value]) => value));
  const low = 10 ** Math.floor(Math.log10(Math.min(...values)));
  const high = 10 ** Math.ceil(Math.log10(Math.max(...values)));
  const [first, last] = [Math.min(...sizes), Math.max(...sizes)];
  const x = (size) => left + (Math.log(size / first) / Math.log(last / first || 2)) * (right - left);
  const y = (value) => bottom - (Math.log(value / low) / Math.log(high / low)) * (bottom - top);

  const decades = Array.from({ length: Math.round(Math.log10(high / low)) + 1 }, (_, i) => low * 10 ** i);
  const grid = decades.map((value) => [
    line(left, y(value), right, y(value), 'grid'),
    text(left - 8, y(value) + 4, value.toLocaleString('en-US'), 'end'),
  ]);
  const axis = sizes.map((size) => text(x(size), bottom + 22, size.toLocaleString('en-US'), 'middle'));

  const ends = curves.map(({ points }) => y(points.at(-1)[1]));
  // Names that would lie on one another are pushed down.
  const order = ends.map((_, index) => index).sort((a, b) => ends[a] - ends[b]);
  const places = [];
  let before = -Infinity;
  for (const index of order) before = places[index] = Math.max(ends[index], before + 17);

  const drawn = curves.map(({ name, title, points }, index) => {
    const style = styleOf(name);
    const path = points.map(([size, value]) => `${x(size).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
    const [lastSize, lastValue] = points.at(-1);
    return [
      `<polyline points="${path}" class="curve ${style}"/>`,
      points.map(
        ([size, value]) =>
          `<circle cx="${x(size).toFixed(1)}" cy="${y(value).toFixed(1)}" r="3" class="${style}"/>`,
      ),
      text(
        right + 12,
        places[index] + 4,
        `${title} ${short(lastValue)}${lastSize < last ? ` (${lastSize.toLocaleString('en-US')})` : ''}`,
        style,
      ),
    ];
  });
  // Ours lies on top.
  const isOurs = (_, index) => curves[index].name === OURS;
  return svg(380, title, [grid, axis, drawn.filter((curve, i) => !isOurs(curve, i)), drawn.filter(isOurs)]);
}

/** By file name; a chart for which nothing was measured is left out. */
export function charts({ options }, results) {
  const { candidates, sizes } = options;
  const bars = (key, pick) =>
    candidates.flatMap(({ name, title }) => {
      const value = results.of(name, key, pick)?.median;
      return value === undefined ? [] : [{ name, title, value }];
    });
  const curves = (pick) =>
    candidates
      // It lies so near to plain DOM that both could not be read.
      .filter(({ name }) => name !== 'plain-eager')
      .map(({ name, title }) => ({
        name,
        title,
        points: sizes.flatMap((size) => {
          const value = results.of(name, `at ${size}`, pick)?.median;
          return value === undefined ? [] : [[size, value]];
        }),
      }))
      .filter(({ points }) => points.length > 0);

  const drawn = {};
  const first = bars('first', picks.painted);
  if (first.length > 0) drawn['bench-first.svg'] = barChart('First page of 25: import to painted, ms', first);
  const append = curves(picks.appendWork);
  if (append.length > 0)
    drawn['bench-append.svg'] = lineChart(
      '25 more events: all work, ms, by length of the list',
      sizes,
      append,
    );
  const memory = curves(picks.pss);
  if (memory.length > 0)
    drawn['bench-memory.svg'] = lineChart('Memory, MB, by length of the list', sizes, memory);
  const scroll = bars('at 10000', picks.scrollWork);
  if (scroll.length > 0)
    drawn['bench-scroll.svg'] = barChart(
      'Scrolling through 10,000: work per frame, ms (line: 60 a second)',
      scroll,
      {
        value: 1000 / 60,
      },
    );
  return drawn;
}
