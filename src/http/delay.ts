const LONGEST_MS = 300_000;

/** Timers fire at once on `NaN`, `Infinity` and beyond 2^31 ms: every delay passes here first. */
export function clampDelay(ms: number): number {
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_MS) : LONGEST_MS;
}
