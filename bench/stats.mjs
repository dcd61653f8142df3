/** Of numbers; undefined of none. */
export function summarize(values) {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const { length } = sorted;
  if (length === 0) return undefined;
  const median = (sorted[(length - 1) >> 1] + sorted[length >> 1]) / 2;
  return { median, min: sorted[0], max: sorted[length - 1], count: length };
}

export const median = (values) => summarize(values)?.median;

/** All results of a run, by candidate and scenario. */
export class Results {
  constructor({ records }) {
    this.records = records;
  }

  /** What `pick` takes out of each record of a scenario; undefined where nothing was measured. */
  of(name, key, pick) {
    const found = this.records.filter(
      (record) => record.name === name && record.key === key && !record.skipped,
    );
    return summarize(found.map(pick));
  }

  /** Why a scenario has no result. */
  whyNot(name, key) {
    return this.records.find((record) => record.name === name && record.key === key && record.skipped)
      ?.skipped;
  }
}

/** What is taken out of the records, named once for tables, targets and charts. */
export const picks = {
  painted: (record) => record.painted,
  imported: (record) => record.imported,
  sync: (record) => record.sync,
  work: (record) => record.work,
  loadPainted: (record) => record.load.painted,
  appendWork: (record) => median(record.appends.map((append) => append.work)),
  append: (part) => (record) => median(record.appends.map((append) => append[part])),
  heap: (record) => record.memory.heap,
  pss: (record) => record.memory.pss,
  nodes: (record) => record.memory.nodes,
  listeners: (record) => record.memory.listeners,
  heapAfter: (record) => record.memoryAfter.heap,
  elements: (record) => Math.max(record.count.elements, record.countAfter.elements),
  cards: (record) => Math.max(record.count.cards, record.countAfter.cards),
  scrollWork: (record) => record.scroll.work / record.scroll.frames,
  scrollLongest: (record) => record.scroll.longest,
  scrollMissed: (record) => record.scroll.missed,
  blanks: (record) => record.scroll.blanks,
  isLast: (record) => Number(record.isLast),
  jumps: (record) => record.jumps,
  largestJump: (record) => record.largest,
  lost: (record) => record.lost,
  readOnCards: (record) => Math.max(...record.samples.flatMap(({ most, cards }) => [most, cards])),
};
