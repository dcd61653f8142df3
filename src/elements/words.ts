import { LocalizeController } from '@shoelace-style/localize';
import type { Messages, PluralForm } from '../locales/en.js';
import { loadLanguage } from '../locales/languages.js';

/** Intl objects take up to a millisecond to make, and a feed asks for the same few a thousand times. */
function perLanguage<T, Options>(
  Format: new (lang: string, options: Options) => T,
  options: Options,
): (lang: string) => T {
  const made = new Map<string, T>();
  return (lang) => {
    const format = made.get(lang) ?? new Format(lang, options);
    made.set(lang, format);
    return format;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) => perLanguage(Intl.DateTimeFormat, options);

const numbers = perLanguage(Intl.NumberFormat, { notation: 'compact' });
const plurals = perLanguage(Intl.PluralRules, {});
const lists = perLanguage(Intl.ListFormat, {});
const ages = perLanguage(Intl.RelativeTimeFormat, { numeric: 'auto', style: 'short' });
const dateStyles = {
  clock: dates({ hour: 'numeric', minute: '2-digit' }),
  day: dates({ day: 'numeric', month: 'long' }),
  dayAndYear: dates({ day: 'numeric', month: 'short', year: 'numeric' }),
  full: dates({ dateStyle: 'long', timeStyle: 'short' }),
};

/** Languages that were found: none goes away. */
const found = new Set<string>();

/** Texts, numbers, dates and lists in the language of an element, or else of the page. */
export class Words extends LocalizeController<Messages> {
  #lang = '';

  hostUpdate(): void {
    this.#lang = '';
  }

  /**
   * The language that the texts are in, so that dates and numbers never speak another one. Found once a drawing: a card
   * asks for it a dozen times.
   */
  override lang(): string {
    return (this.#lang ||= this.#choose(super.lang()));
  }

  #choose(lang: string): string {
    const isKnown = () => found.has(lang) || this.exists('feed', { lang });
    if (isKnown()) {
      found.add(lang);
      return lang;
    }
    loadLanguage(lang, isKnown);
    return 'en';
  }

  /** `1.2K` */
  count(value: number): string {
    return numbers(this.lang()).format(value);
  }

  /** A term about a number: `counted('likes', 3)` is "3 likes"; "3+ likes" where there are more. */
  counted(
    term: 'loaded' | 'newer' | 'others' | 'likes' | 'comments' | 'events' | 'unseen',
    value: number,
    isMore = false,
  ): string {
    const form: PluralForm = plurals(this.lang()).select(value);
    return this.term(term, this.count(value) + (isMore ? '+' : ''), form);
  }

  /** "A, B and C" in parts, so that each element can be a link of its own. */
  listParts(items: readonly string[]): { type: 'element' | 'literal'; value: string }[] {
    return items.length > 1
      ? lists(this.lang()).formatToParts(items)
      : items.map((value) => ({ type: 'element', value }));
  }

  formatDate(value: Date, style: keyof typeof dateStyles): string {
    return dateStyles[style](this.lang()).format(value);
  }

  /** "14 March"; with the year when it is not this one. */
  day(value: Date): string {
    const sameYear = value.getFullYear() === new Date().getFullYear();
    return this.formatDate(value, sameYear ? 'day' : 'dayAndYear');
  }

  ago(value: number, unit: Intl.RelativeTimeFormatUnit): string {
    return ages(this.lang()).format(-value, unit);
  }
}
