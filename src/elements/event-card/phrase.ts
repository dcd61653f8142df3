import { phraseOf } from '../../locales/verbs.js';
import type { FeedEvent, Thing } from '../../model/event.js';
import type { Words } from '../words.js';

/** For a man or somebody, a woman, several. */
const ENDINGS = /\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}/g;
const OPTIONAL = /\[([^\]|]*)(?:\|([^\]]*))?\]/g;

/**
 * What the authors did, in the reader's language: "liked", and the thing that it was done to. Empty where the source
 * does not tell; the source's own word where no phrase is known. `registerVerbs` says how a phrase is written.
 */
export function phrase(event: FeedEvent, words: Words): readonly (string | Thing)[] {
  const { authors, authorCount, kind } = event;
  const verb = kind === 'event' ? event.verb : kind;
  if (!verb) return [];
  const { object, target } = event;
  const things: Record<string, Thing | undefined> = {
    verb: { title: verb.replaceAll('_', ' ') },
    object,
    target,
  };
  const ending = authorCount > 1 ? 3 : authors[0]?.sex === 'female' ? 2 : 1;
  return (phraseOf(verb, words.lang()) ?? words.term('verb'))
    .replace(ENDINGS, `$${ending}`)
    .replace(OPTIONAL, (_, part: string, otherwise: string = '') =>
      ['object', 'target'].some((name) => !things[name]?.title && part.includes(`{${name}}`))
        ? otherwise
        : part,
    )
    .split(/\{(verb|object|target)\}/)
    .map((part, index) => (index % 2 ? (things[part] ?? '') : part));
}
