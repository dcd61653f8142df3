const phrases = new Map<string, string>();

/**
 * Says what people did, for verbs of the host's own or in other words than the library's: before the feed is shown.
 *
 * ```ts
 * registerVerbs('en', { pin: 'pinned[ {object}][ to {target}]' });
 * registerVerbs('ru', { pin: 'закрепил{|а|и}[ «{object}»][ на доске «{target}»]' });
 * ```
 *
 * `{object}` and `{target}` are the event's own, by their titles. What stands in brackets is left out where the one
 * it names has no title, or gives way to what follows a bar: `[ {object}| this]`. Braces with two bars hold the
 * endings for a man or somebody, for a woman, and for several people.
 *
 * @param lang The code of a language, like `ru` or `en-GB`.
 * @param verbs Phrases by the source's own word for the verb.
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
