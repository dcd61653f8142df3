const phrases = new Map<string, string>();

/**
 * Adds phrases for your own verbs, or replaces the built-in ones. Call it before the feed is shown.
 *
 * ```ts
 * registerVerbs('en', { pin: 'pinned[ {object}][ to {target}]' });
 * registerVerbs('ru', { pin: 'закрепил{|а|и}[ «{object}»][ на доске «{target}»]' });
 * ```
 *
 * `{object}` and `{target}` are the titles of the event's own. A part in square brackets is left out if what it names has
 * no title, or replaced by the text after a bar: `[ {object}| this]`. Braces with two bars hold endings: for a man or
 * someone unknown, for a woman, and for several people.
 *
 * @param lang A language code, like `ru` or `en-GB`.
 * @param verbs Phrases by the source's word for the verb.
 */
export function registerVerbs(lang: string, verbs: Readonly<Record<string, string>>): void {
  for (const [verb, phrase] of Object.entries(verbs)) phrases.set(`${lang.toLowerCase()} ${verb}`, phrase);
}

/** As {@link registerVerbs}, but what the host has said stays. */
export function suggestVerbs(lang: string, verbs: Readonly<Record<string, string>>): void {
  const unsaid = Object.entries(verbs).filter(([verb]) => !phrases.has(`${lang} ${verb}`));
  registerVerbs(lang, Object.fromEntries(unsaid));
}

/** The phrase of a verb, in a language or else in what it is a dialect of. */
export const phraseOf = (verb: string, lang: string): string | undefined =>
  phrases.get(`${lang} ${verb}`) ?? phrases.get(`${lang.split('-', 1).join()} ${verb}`);
