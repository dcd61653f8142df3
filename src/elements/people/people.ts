import { html, type TemplateResult } from 'lit';
import type { Author } from '../../model/event.js';
import { namedLink, outerLink, type Opener } from '../outer-link.js';
import type { Words } from '../words.js';
import { avatar } from './avatar.js';

/** A name of one person: isolated, so that no name can turn the text around it (`threats.md` fact 5). */
export function authorName({ name, url }: Author, words: Words, opens: Opener): unknown {
  const label = name ?? words.term('user');
  // A dot alone makes no address of a name: "vera.p".
  return /\/|^www\./i.test(label)
    ? namedLink(url, label, opens, { part: 'author' })
    : outerLink(url, html`<bdi>${label}</bdi>`, opens, { part: 'author' });
}

/** What a source tells about a person besides the name. */
function about(author: Author, words: Words): string {
  const { name, firstName, lastName, nick, birthday } = author;
  const otherNames = [[firstName, lastName].filter(Boolean).join(' '), nick];
  return [
    ...otherNames.filter((other) => other !== name),
    author.verified && words.term('verified'),
    author.online && words.term('online'),
    // Without a time zone: it is the same day everywhere.
    birthday && words.term('born', words.formatDate(new Date(`${birthday}T00:00`), 'dayAndYear')),
    author.location,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The people behind an event, one line each: a larger picture, the name, and what is known about them. */
export const people = (authors: readonly Author[], words: Words, opens: Opener): TemplateResult =>
  html`<ul class="people" part="people">
    ${authors.map(
      (author) =>
        html`<li>
          ${avatar({ ...author, avatar: author.picture ?? author.avatar })}
          <span
            ><b>${authorName(author, words, opens)}</b>
            <small dir="auto">${about(author, words)}</small></span
          >
        </li>`,
    )}
  </ul>`;
