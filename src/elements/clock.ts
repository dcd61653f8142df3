type Tick = () => void;

// A timer above 2^31 ms overflows and fires at once; a day is often enough for any text.
const LONGEST = 86_400_000;

// One timer for every time on the page: it is set for the nearest change, and between two changes nothing runs.
const ticks = new Map<Tick, number>();
let timer: ReturnType<typeof setTimeout> | undefined;
let timerAt = Infinity;

function arm(next: number): void {
  if (next >= timerAt) return;
  clearTimeout(timer);
  timerAt = next;
  timer = setTimeout(run, Math.min(Math.max(next - Date.now(), 0), LONGEST));
}

function run(): void {
  timerAt = Infinity;
  const now = Date.now();
  let next = Infinity;
  for (const [tick, at] of [...ticks]) {
    if (at > now) next = Math.min(next, at);
    else if (ticks.delete(tick)) tick();
  }
  arm(next);
}

/** Calls `tick` once, at that moment in ms since the epoch; a later call for the same `tick` replaces this one. */
export function callAt(at: number, tick: Tick): void {
  ticks.set(tick, at);
  arm(at);
}

export function callNoMore(tick: Tick): void {
  ticks.delete(tick);
  if (ticks.size > 0) return;
  clearTimeout(timer);
  timerAt = Infinity;
}
