import { html, type TemplateResult } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { namedLink, type Opener } from '../outer-link.js';
import { avatar } from '../people/avatar.js';
import { authorName } from '../people/people.js';
import type { Words } from '../words.js';
import { phrase } from './phrase.js';

/** Up to this many people are named; of more, two are, and the rest is a number. */
const MOST_NAMES = 3;

const named = ({ authors, authorCount }: FeedEvent) =>
  authorCount > MOST_NAMES || authorCount > authors.length ? authors.slice(0, 2) : authors;

/** "A", "B", "3 others", and what stands between them. */
function nameParts(event: FeedEvent, words: Words) {
  const names = named(event).map((author) => author.name ?? words.term('user'));
  const others = event.authorCount - names.length;
  if (others > 0) names.push(words.counted('others', others));
  return words.listParts(names.length > 0 ? names : [words.term('someone')]);
}

/** The headline as plain text, for a card's accessible name. */
export function headlineText(event: FeedEvent, words: Words): string {
  const names = nameParts(event, words).map((part) => part.value);
  const did = phrase(event, words).map((part) => (typeof part === 'string' ? part : part.title));
  return `${names.join('')} ${did.join('')}`.trim();
}

/** "A, B and 3 others shared a link" */
export function headline(event: FeedEvent, key: string, opens: Opener, view: View): TemplateResult {
  const { words } = view;
  const authors = [...named(event)];
  const names = nameParts(event, words).map(({ type, value }) => {
    if (type === 'literal') return value;
    const author = authors.shift();
    if (author) return authorName(author, words, opens);
    return html`<b dir="auto"
      >${event.authors.length > 0 ? disclosure(value, key, view, 'others') : value}</b
    >`;
  });
  const did = phrase(event, words).map((part) =>
    typeof part === 'string' ? part : namedLink(part.url, part.title ?? '', opens),
  );
  return html`${names} <span class="did" part="verb" dir="auto">${did}</span>`;
}

/** One face, or two stacked. Pressing it tells more about the people. */
export function faces({ authors }: FeedEvent, key: string, view: View): TemplateResult {
  const shown = authors.slice(0, 2);
  if (shown.length === 0) return html`<span class="faces">${avatar()}</span>`;
  const { words } = view;
  const name = shown.map((author) => author.name ?? words.term('user')).join(', ');
  const stack = shown.length > 1 ? 'faces stack' : 'faces';
  return disclosure(shown.map(avatar), key, view, stack, words.term('about', name));
}
