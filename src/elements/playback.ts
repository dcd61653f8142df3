let stopCurrent: (() => void) | undefined;

/** One thing plays at a time on the whole page: starting another stops the one before. */
export function startPlaying(stop: () => void): void {
  if (stopCurrent !== stop) stopCurrent?.();
  stopCurrent = stop;
}
