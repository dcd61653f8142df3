import { html, type TemplateResult } from 'lit';
import type { Author } from '../../model/event.js';
import { namedLink, type Opener } from '../outer-link.js';
import type { Words } from '../words.js';
import { avatar } from './avatar.js';

const KNOWN = ['verified', 'online'] as const;

/** A name of one person: isolated, so that no name can turn the text around it (`threats.md` fact 5). */
export const authorName = ({ name, url }: Author, words: Words, opens: Opener): TemplateResult =>
  html`<b>${namedLink(url, name ?? words.term('user'), opens, { part: 'author', person: true })}</b>`;

/** What a source tells about a person besides the name. */
function about(author: Author, words: Words): string {
  const { name, firstName, lastName, nick, birthday } = author;
  const otherNames = [[firstName, lastName].filter(Boolean).join(' '), nick];
  return [
    ...otherNames.filter((other) => other !== name),
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
            >${authorName(author, words, opens)}
            ${
              // In a colour of its own: what no name can say of itself.
              KNOWN.filter((fact) => author[fact]).map((fact) => html`<i dir="auto">${words.term(fact)}</i> `)
            } <small dir="auto">${about(author, words)}</small></span
          >
        </li>`,
    )}
  </ul>`;
