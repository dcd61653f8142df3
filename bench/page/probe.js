// What the runner can ask of the page, as `bench.NAME(...)`. A candidate is a module that exports
// `create(scroller)`, which gives `load(items)` and `append(items)`.
import { cardAt, cardWithId, count, idOf, isBlank, scroller } from './cards.js';
import { makeItems, withLateHeights } from './data.js';
import { afterPaint, nextFrame, nextTask } from './frames.js';

/** So many frames at most until something that was asked for is seen. */
const PATIENCE = 3000;
const FRAME = 1000 / 60;
/** Beyond this @lit-labs/virtualizer gets no taller. */
const TALLEST = 8.2e6;

let feed;
let items = [];
let total = 0;

const longTasks = [];
const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()));
observer.observe({ type: 'longtask' });

/** In ms; 0 where none took 50. */
function longestTask() {
  longTasks.push(...observer.takeRecords());
  return Math.max(0, ...longTasks.splice(0).map((task) => task.duration));
}

/** `script`: JS; `sync`: with style and layout; `painted`: until it is seen. */
async function timed(act, isDone) {
  const start = performance.now();
  await act();
  // Elements inside elements draw themselves some microtasks later, before any frame.
  for (let i = 0; i < 100; i += 1) await undefined;
  const script = performance.now() - start;
  void scroller.scrollHeight;
  const sync = performance.now() - start;
  let painted;
  let frames = 0;
  do {
    painted = (await afterPaint()) - start;
    frames += 1;
  } while (!isDone() && frames < PATIENCE);
  // What is left to do counts as work.
  await feed.done?.();
  return { script, sync, painted, frames };
}

const toCandidate = (made) => feed.prepare?.(made) ?? made;

/** Makes the next page, which is not to be timed. */
function stage() {
  items = makeItems(total, 25);
  total += 25;
}

/** From nothing to the first page, which is staged, on the screen. */
async function first(name) {
  const start = performance.now();
  const { create } = await import(`/bundles/${name}.js`);
  const imported = performance.now() - start;
  feed = await create(scroller);
  const begun = performance.now() - start;
  const shown = await timed(
    () => feed.load(toCandidate(items)),
    () => !isBlank(),
  );
  return { ...shown, imported, painted: begun + shown.painted };
}

/** Everything that is not to be timed: the code, and `size` items. */
async function prepare(name, size, late = false) {
  const { create } = await import(`/bundles/${name}.js`);
  feed = await create(scroller);
  const made = makeItems(0, size);
  items = toCandidate(late ? withLateHeights(made) : made);
  total = size;
}

/** All prepared items in one call, or in pages of `size` right after one another. */
function load(size) {
  // What a candidate needs of them it keeps.
  const given = items;
  items = [];
  return timed(
    () => (size ? feed.loadPages(given, size) : feed.load(given)),
    () => !isBlank(),
  );
}

/** Pages of 25 that the source makes itself; the reader goes to the end fifty times. Gives how far it came. */
async function read(size, withinMs) {
  const start = performance.now();
  const stride = size / 50;
  for (total = 0; total < size && performance.now() - start < withinMs; total += 25) {
    await feed.next(25);
    await feed.done();
    if (total % stride < 25) await toEnd();
  }
  await toEnd();
  return { reached: total, painted: performance.now() - start };
}

/** What is staged, at the end of the list. */
function append() {
  const page = toCandidate(items);
  const height = scroller.scrollHeight;
  return timed(
    () => feed.append(page),
    () => scroller.scrollHeight > height || height >= TALLEST,
  );
}

/** Until nothing moves for three frames. */
async function settle(most = 60) {
  let height;
  let top;
  for (let still = 0, frames = 0; still < 3 && frames < most; frames += 1) {
    await afterPaint();
    still = scroller.scrollHeight === height && scroller.scrollTop === top && !isBlank() ? still + 1 : 0;
    height = scroller.scrollHeight;
    top = scroller.scrollTop;
  }
}

async function toEnd() {
  scroller.scrollTop = scroller.scrollHeight;
  await afterPaint();
}

/** Goes to the end, however often it moves away. */
async function bottom() {
  const isThere = () => scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
  for (let tries = 0; tries < 20; tries += 1) {
    scroller.scrollTop = scroller.scrollHeight;
    await settle(30);
    if (isThere()) break;
  }
  const shown = [];
  for (let y = 890; y > 0; y -= 20) shown.push(Number(idOf(cardAt(y))?.slice(1) ?? -1));
  return { isLast: Math.max(...shown) === total - 1 };
}

/** From the top to the end in so many frames. */
async function scrollThrough(frames) {
  scroller.scrollTop = 0;
  await settle();
  longestTask();
  const gaps = [];
  let blanks = 0;
  let before = await nextFrame();
  for (let frame = 1; frame <= frames; frame += 1) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * frame) / frames;
    const now = await nextFrame();
    await nextTask();
    gaps.push(now - before);
    before = now;
    if (isBlank()) blanks += 1;
  }
  return {
    frames,
    blanks,
    longest: longestTask(),
    longestFrame: Math.max(...gaps),
    missed: gaps.reduce((sum, gap) => sum + Math.max(0, Math.round(gap / FRAME) - 1), 0),
  };
}

/**
 * Into the middle of what was never drawn, then up in steps of 100 px. A card that stays on the screen must move by
 * exactly that much; anything else is a jump that the reader sees.
 */
async function scrollUp(steps) {
  scroller.scrollTop = (scroller.scrollHeight - scroller.clientHeight) / 2;
  await settle();
  const jumps = [];
  let lost = 0;
  for (let step = 0; step < steps; step += 1) {
    const card = cardAt(450) ?? cardAt(470);
    const id = idOf(card);
    const top = card?.getBoundingClientRect().top;
    scroller.scrollTop -= 100;
    await afterPaint();
    await afterPaint();
    const same = card?.isConnected && idOf(card) === id ? card : id && cardWithId(id);
    if (same) jumps.push(Math.abs(same.getBoundingClientRect().top - top - 100));
    else lost += 1;
  }
  return { jumps: jumps.filter((jump) => jump > 1).length, largest: Math.max(0, ...jumps), lost };
}

/** The feed loads by itself while the reader keeps going to the end. Gives the most cards there ever were. */
async function readOn(target, withinMs) {
  const start = performance.now();
  let most = 0;
  let frames = 0;
  longestTask();
  while (feed.shown() < target && performance.now() - start < withinMs) {
    await toEnd();
    frames += 1;
    if (frames % 5 === 0) most = Math.max(most, feed.cards());
  }
  return { reached: feed.shown(), ms: performance.now() - start, most, longest: longestTask() };
}

/** Begins a feed of `size` events that loads by itself. */
async function begin(name, size) {
  const { create } = await import(`/bundles/${name}.js`);
  feed = await create(scroller);
  total = size;
  await feed.begin(size);
}

window.bench = {
  stage,
  first,
  prepare,
  load,
  read,
  begin,
  readOn,
  append,
  settle,
  bottom,
  count,
  scrollThrough,
  scrollUp,
};
