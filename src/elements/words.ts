import { LocalizeController } from '@shoelace-style/localize';
import type { Messages, PluralForm } from '../locales/en.js';

// Intl objects take up to a millisecond to make, and a feed asks for the same few a thousand times.
function perLanguage<T>(make: (lang: string) => T): (lang: string) => T {
  const made = new Map<string, T>();
  return (lang) => {
    const format = made.get(lang) ?? make(lang);
    if (made.size > 20) made.clear();
    made.set(lang, format);
    return format;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((lang) => new Intl.DateTimeFormat(lang, options));

const numbers = perLanguage((lang) => new Intl.NumberFormat(lang, { notation: 'compact' }));
const plurals = perLanguage((lang) => new Intl.PluralRules(lang));
const lists = perLanguage((lang) => new Intl.ListFormat(lang));
const ages = perLanguage((lang) => new Intl.RelativeTimeFormat(lang, { numeric: 'auto', style: 'short' }));
const dateStyles = {
  clock: dates({ hour: 'numeric', minute: '2-digit' }),
  day: dates({ day: 'numeric', month: 'long' }),
  dayAndYear: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
  full: dates({ dateStyle: 'long', timeStyle: 'short' }),
  /** A birthday has no time zone. */
  birthday: dates({ dateStyle: 'long', timeZone: 'UTC' }),
};

/** Texts, numbers, dates and lists in the language of an element, or else of the page. */
export class Words extends LocalizeController<Messages> {
  /** The language that the texts are in, so that dates and numbers never speak another one. */
  override lang(): string {
    const lang = super.lang();
    return this.exists('feed', { lang }) ? lang : 'en';
  }

  /** `1.2K` */
  count(value: number): string {
    return numbers(this.lang()).format(value);
  }

  plural(value: number): PluralForm {
    return plurals(this.lang()).select(value);
  }

  /** A term about a number: `counted('likes', 3)` is "3 likes". */
  counted(term: 'loaded' | 'others' | 'likes' | 'comments' | 'moreImages', value: number): string {
    return this.term(term, this.count(value), this.plural(value));
  }

  /** "A, B and C" in parts, so that each element can be a link of its own. */
  listParts(items: readonly string[]): { type: 'element' | 'literal'; value: string }[] {
    return lists(this.lang()).formatToParts(items);
  }

  formatDate(value: Date, style: keyof typeof dateStyles): string {
    return dateStyles[style](this.lang()).format(value);
  }

  /** "14 March"; with the year when it is not this one. */
  day(value: Date, now: number): string {
    const sameYear = value.getFullYear() === new Date(now).getFullYear();
    return this.formatDate(value, sameYear ? 'day' : 'dayAndYear');
  }

  ago(value: number, unit: Intl.RelativeTimeFormatUnit): string {
    return ages(this.lang()).format(-value, unit);
  }

  /** `3:35`, `1:02:07` */
  duration(seconds: number): string {
    const whole = Math.round(seconds);
    const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
    if (!parts[0]) parts.shift();
    return parts.map((part, index) => String(part).padStart(index ? 2 : 1, '0')).join(':');
  }
}
