import { readNumber } from './read-number.js';

const ISO =
  /^\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s?(?:(Z)|([+-]\d\d):?(\d\d))?)?\s*$/i;

/** From here on a number means milliseconds: as seconds it would be the year 5138. */
const MILLISECONDS_FROM = 1e11;
const YEAR_2100 = Date.UTC(2100, 0);

/**
 * Unix time in seconds or milliseconds, as number or digits, or an ISO date with or without offset (then UTC).
 * Only what lies between 1970 and 2100 is a time: zero and less mean "not known".
 */
export function readTime(value: unknown): Date | undefined {
  const number = readNumber(value);
  const time = number === undefined ? readIso(value) : number < MILLISECONDS_FROM ? number * 1000 : number;
  return time > 0 && time < YEAR_2100 ? new Date(time) : undefined;
}

function readIso(value: unknown): number {
  const [, day, time = '00:00', , hours, minutes = ''] = (typeof value === 'string' && ISO.exec(value)) || [];
  if (!day || !isOnCalendar(day)) return NaN;
  return Date.parse(`${day}T${time.slice(0, 'hh:mm:ss.sss'.length)}${hours ? `${hours}:${minutes}` : 'Z'}`);
}

/** Some engines take 31 February for 3 March. */
function isOnCalendar(day: string): boolean {
  const time = Date.parse(day);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(day);
}
