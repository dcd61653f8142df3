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
  const initial = cutText(author?.name ?? '?', 1).toUpperCase();
  // Not as text, which would be read aloud and count as a part of a button's name.
  return html`<span
    class="avatar"
    part="avatar"
    aria-hidden="true"
    data-initial=${initial}
    .style=${`--_hue:${hue(author?.id ?? '')}`}
    >${author?.avatar ? image(author.avatar, { width: 40, height: 40 }) : nothing}</span
  >`;
}
