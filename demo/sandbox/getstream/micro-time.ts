/** Microseconds since 1970; exact in a number for the next two centuries. */
export type Micros = number;

const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/;

/** A time without a zone is in UTC. */
export function readTime(text: string): Micros | undefined {
  const [, day, time, fraction = '', zone = 'Z'] = TIME.exec(text) ?? [];
  const ms = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(ms) ? undefined : ms * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'));
}

/** `2018-11-14T15:54:45.268000`: in UTC, without saying so. */
export function writeTime(time: Micros): string {
  const second = Math.floor(time / 1e6);
  const fraction = String(time - second * 1e6).padStart(6, '0');
  return `${new Date(second * 1000).toISOString().slice(0, 19)}.${fraction}`;
}
