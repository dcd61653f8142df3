import { html, nothing, type TemplateResult } from 'lit';
import type { Author } from '../../model/event.js';
import { cutText } from '../../model/text.js';
import { image } from '../image.js';

/** The same person has the same colour everywhere. */
function hue(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 360;
  return hash;
}

/** A face, or the first letter of the name on a colour of its own. Decoration: the name stands beside it. */
export function avatar(author: Author | undefined): TemplateResult {
  const initial = cutText(author?.name ?? '', 1).toUpperCase();
  return html`<span
    class="avatar"
    .style=${`--_hue:${hue(author?.id ?? '')}`}
    part="avatar"
    aria-hidden="true"
    >${initial}${author?.avatar ? image(author.avatar, { width: 40, height: 40 }) : nothing}</span
  >`;
}
