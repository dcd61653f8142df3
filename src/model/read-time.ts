const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:[\d:.]+)(?:Z|([+-]\d\d):?(\d\d))?)?$/i;

/** From here on a number means milliseconds: as seconds it would be the year 5138. */
const MILLISECONDS_FROM = 1e11;
const YEAR_2100 = Date.UTC(2100, 0);

/**
 * Unix time in seconds or milliseconds, or an ISO date with or without offset (then UTC). Only what lies between
 * 1970 and 2100 is a time: zero and less mean "not known".
 */
export function readTime(text: string): Date | undefined {
  let ms = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (ms < MILLISECONDS_FROM) ms *= 1000;
  const [, day, time = '00:00', hours, minutes] = ISO.exec(text) ?? [];
  if (day) ms = Date.parse(`${day}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
  return ms > 0 && ms < YEAR_2100 ? new Date(ms) : undefined;
}
