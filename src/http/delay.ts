const LONGEST_MS = 300_000;

/** Timers fire at once beyond 2^31 ms and on `Infinity`: every delay passes here first. */
export function clampDelay(ms: number): number {
  return Math.min(Math.max(ms, 0), LONGEST_MS);
}
