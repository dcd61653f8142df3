import { registerTranslation } from '@shoelace-style/localize';
import type { Messages } from './en.js';
import { suggestVerbs } from './verbs.js';

/** Every text of the elements, and the phrases of verbs. */
interface Language {
  readonly messages: Messages;
  readonly verbs: Readonly<Record<string, string>>;
}

/** Those that can be had and were not asked for yet, by their codes. */
const offers = new Map<string, () => Promise<Language>>();

/** Adds a language; what is shown in it is drawn again. */
export function addLanguage({ messages, verbs }: Language): void {
  suggestVerbs(messages.$code, verbs);
  registerTranslation(messages);
}

/** Names a language that is got when an element is to speak it. */
export function offerLanguage(code: string, load: () => Promise<Language>): void {
  offers.set(code, load);
}

/**
 * Gets a language that was offered, once. It is left out if `isKnown` says that the host has brought its own meanwhile;
 * where it cannot be had, English stays.
 */
export function loadLanguage(lang: string, isKnown: () => boolean): void {
  const [code = ''] = lang.split('-', 1);
  const load = offers.get(code);
  offers.delete(code);
  load?.()
    .then((language) => {
      if (!isKnown()) addLanguage(language);
    })
    .catch((error: unknown) => {
      console.info('whats-new-feed: "%s" could not be loaded.', code, error);
    });
}
