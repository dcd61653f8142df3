import { html, type TemplateResult } from 'lit';
import type { Author, FeedEvent } from '../../model/event.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { opensEvent } from '../outer-link.js';
import { avatar } from '../people/avatar.js';
import { authorName } from '../people/people.js';
import type { Words } from '../words.js';

/** Up to this many people are named; of more, two are, and the rest is a number. */
const MOST_NAMES = 3;

const named = ({ authors, authorCount }: FeedEvent) =>
  authorCount > MOST_NAMES || authorCount > authors.length ? authors.slice(0, 2) : authors;

const othersOf = (event: FeedEvent) => event.authorCount - named(event).length;

/** What was done, in the reader's language: "shared a link". Empty for a kind that is not known. */
export function verbOf(event: FeedEvent, words: Words): string {
  const key = event.kind === 'event' ? event.verb : event.kind;
  const sex = event.authors[0]?.sex;
  return key ? words.term('verb', key, { count: event.authorCount, ...(sex && { sex }) }) : '';
}

/** The headline as plain text, for a card's accessible name. */
export function headlineText(event: FeedEvent, words: Words): string {
  const names = named(event).map((author) => author.name ?? words.term('user'));
  if (othersOf(event) > 0) names.push(words.counted('others', othersOf(event)));
  const list = words.listParts(names.length > 0 ? names : [words.term('someone')]);
  return `${list.map((part) => part.value).join('')} ${verbOf(event, words)}`.trim();
}

/** "A, B and 3 others shared a link" */
export function headline(event: FeedEvent, key: string, view: View): TemplateResult {
  const words = view.words;
  const authors: readonly (Author | undefined)[] = named(event);
  const others = othersOf(event);
  const slots = others > 0 ? [...authors, undefined] : authors;
  let next = 0;
  const names =
    slots.length === 0
      ? html`<b>${words.term('someone')}</b>`
      : words.listParts(slots.map(String)).map((part) => {
          if (part.type === 'literal') return part.value;
          const author = slots[next++];
          if (author) return html`<b>${authorName(author, view, opensEvent(event))}</b>`;
          const label = words.counted('others', others);
          return html`<b>${authors.length > 0 ? disclosure(label, key, view, 'text-plain') : label}</b>`;
        });
  return html`${names} <span class="did" part="verb">${verbOf(event, words)}</span>`;
}

/** One face, or two stacked. Pressing it tells more about the people. */
export function faces(event: FeedEvent, key: string, view: View): TemplateResult {
  const shown = event.authors.slice(0, 2);
  if (shown.length === 0) return html`<span class="faces">${avatar(undefined)}</span>`;
  const name = shown.map((author) => author.name ?? view.words.term('user')).join(', ');
  const stack = shown.length > 1 ? 'faces stack' : 'faces';
  return disclosure(shown.map(avatar), key, view, stack, view.words.term('about', name));
}
