import type { Micros } from './micro-time.js';

// A version 1 UUID counts in steps of 100 ns from 1582-10-15.
const EPOCH = 122_192_928_000_000_000n;
const UUID_V1 = /^([\da-f]{8})-([\da-f]{4})-1([\da-f]{3})-([\da-f]{4}-[\da-f]{12})$/i;

/** `node` is 16 hex digits. */
export function activityId(time: Micros, node: string): string {
  const ticks = (BigInt(time) * 10n + EPOCH).toString(16).padStart(15, '0');
  const parts = [ticks.slice(-8), ticks.slice(-12, -8), `1${ticks.slice(0, -12)}`];
  return [...parts, node.slice(0, 4), node.slice(4)].join('-');
}

/** A text that sorts as the ids do: by time, then by the rest. Undefined for what is no version 1 UUID. */
export function orderOf(id: string): string | undefined {
  const [, low, mid, high, rest] = UUID_V1.exec(id.toLowerCase()) ?? [];
  return low === undefined ? undefined : `${high}${mid}${low}${rest}`;
}
