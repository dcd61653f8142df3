import { html, nothing, type TemplateResult } from 'lit';
import type { Author } from '../../model/event.js';
import { cutText } from '../../model/text.js';
import { image } from '../image.js';

const TINTS = 8;

/** The same person has the same colour everywhere. */
function tint(id: string): number {
  let hash = 0;
  for (let index = 0; index < id.length; index++) hash = (hash * 31 + id.charCodeAt(index)) % 65_521;
  return hash % TINTS;
}

/** A face, or the first letter of the name on a colour of its own. Decoration: the name stands beside it. */
export function avatar(author: Author | undefined): TemplateResult {
  const initial = cutText(author?.name ?? '', 1).toUpperCase();
  return html`<span class="avatar tint-${tint(author?.id ?? '')}" part="avatar" aria-hidden="true"
    >${initial}${author?.avatar ? image(author.avatar, { width: 40, height: 40 }) : nothing}</span
  >`;
}
