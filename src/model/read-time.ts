const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:[\d:.]+)(Z|[+-]\d\d:?\d\d)?)?$/i;

/** From here on a number means milliseconds: as seconds it would be the year 5138. */
const MILLISECONDS_FROM = 1e11;
const YEAR_2100 = Date.UTC(2100, 0);

/**
 * Unix time in seconds or milliseconds, or an ISO date with or without offset (then UTC). Only what lies between
 * 1970 and 2100 is a time: zero and less mean "not known".
 */
export function readTime(text: string): Date | undefined {
  const [, day, time = '00:00', offset = 'Z'] = ISO.exec(text) ?? [];
  const zone = offset.replace(/(\d\d)(\d\d)$/, '$1:$2');
  const number = day
    ? Date.parse(`${day}T${time}${zone}`)
    : /^\d+(?:\.\d+)?$/.test(text)
      ? Number(text)
      : NaN;
  const ms = day || number >= MILLISECONDS_FROM ? number : number * 1000;
  return ms > 0 && ms < YEAR_2100 ? new Date(ms) : undefined;
}
