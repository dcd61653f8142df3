import { html, type TemplateResult } from 'lit';
import type { Author } from '../../model/event.js';
import { cutText } from '../../model/text.js';
import { image } from '../image.js';

/** The same person has the same colour everywhere. */
const hue = (id: string) =>
  Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 0);

/** A face, or the first letter of the name on a colour of its own. Decoration: the name stands beside it. */
export function avatar({ id = '', name = '?', avatar }: Partial<Author> = {}): TemplateResult {
  // Not as text, which would be read aloud and count as a part of a button's name.
  return html`<span
    class="avatar"
    part="avatar"
    aria-hidden="true"
    data-initial=${cutText(name, 1).toUpperCase()}
    .style=${`--_hue:${hue(id)}`}
    >${avatar && image(avatar)}</span
  >`;
}
