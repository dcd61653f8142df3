import { CANDIDATES } from './candidates.mjs';

const NONE = '–';
const OURS = 'whats-new-feed';

function round(value) {
  const size = Math.abs(value);
  const digits = size >= 20 || Number.isInteger(value) ? 0 : size >= 1 ? 1 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** `12 [11–14] ×1.50` */
function cell(stat, base) {
  if (!stat) return NONE;
  const { median, min, max } = stat;
  const range = round(min) === round(max) ? '' : ` [${round(min)}–${round(max)}]`;
  const ratio = base?.median ? ` ×${(median / base.median).toFixed(2)}` : '';
  return round(median) + range + ratio;
}

/** Tables of one run's results. */
export function tables(results, names) {
  const table = (head, rows) =>
    [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

  /** A column of {@link compare}; `base` is the candidate that the ratios are to. */
  const of = (title, key, pick, base) => ({ title, base, stat: (name) => results.of(name, key, pick) });

  /** A row for each candidate that has anything to tell. */
  const compare = (columns) => {
    const rows = names.map((name) => [
      name === OURS ? `**${OURS}**` : CANDIDATES.find((candidate) => candidate.name === name).title,
      ...columns.map(({ stat, base }) => cell(stat(name), base && stat(base))),
    ]);
    const told = rows.filter(([, ...cells]) => cells.some((text) => text !== NONE));
    return told.length > 0 ? table(['', ...columns.map(({ title }) => title)], told) : 'Not measured.';
  };

  return { table, of, compare, ours: (key, pick) => cell(results.of(OURS, key, pick)) };
}
