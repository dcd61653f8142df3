import { html, nothing, type TemplateResult } from 'lit';
import type { Author } from '../../model/event.js';
import type { View } from '../card-element.js';
import { outerLink, type Opening } from '../outer-link.js';
import type { Words } from '../words.js';
import { avatar } from './avatar.js';

/** A name of one person: isolated, so that no name can turn the text around it (`threats.md` fact 5). */
export function authorName(author: Author, view: View, opening: Opening): TemplateResult {
  const name = html`<bdi>${author.name ?? view.words.term('user')}</bdi>`;
  return author.url ? outerLink(author.url, name, view, opening, { part: 'author' }) : name;
}

/** What a source tells about a person besides the name. */
function about(author: Author, words: Words): string {
  const fullName = [author.firstName, author.lastName].filter(Boolean).join(' ');
  return [
    fullName === author.name ? '' : fullName,
    author.nick === author.name ? '' : author.nick,
    author.verified && words.term('verified'),
    author.online && words.term('online'),
    author.birthday && words.term('born', words.formatDate(new Date(author.birthday), 'birthday')),
    author.location,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The people behind an event, one line each: a larger picture, the name, and what is known about them. */
export function people(authors: readonly Author[], view: View, opening: Opening): TemplateResult {
  return html`<ul class="people" part="people">
    ${authors.map((author) => {
      const detail = about(author, view.words);
      return html`<li>
        ${avatar(author.picture ? { ...author, avatar: author.picture } : author)}
        <span>
          <b>${authorName(author, view, opening)}</b>
          ${detail ? html`<small dir="auto">${detail}</small>` : nothing}
        </span>
      </li>`;
    })}
  </ul>`;
}
