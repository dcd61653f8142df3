import { html, nothing, type TemplateResult } from 'lit';
import type { ImageAttachment } from '../../model/event.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { image } from '../image.js';
import { opensAttachment, outerLink } from '../outer-link.js';

/** How many pictures of a set are shown before the reader asks for the rest. */
const SHOWN = 3;

/** Where no size is known, room for this ratio is kept, so that nothing jumps when the picture comes. */
const USUAL_RATIO = 4 / 3;
const TALLEST = 3 / 4;
const WIDEST = 2;

export const ratioOf = ({ width, height }: Pick<ImageAttachment, 'width' | 'height'>) =>
  width && height ? Math.min(Math.max(width / height, TALLEST), WIDEST) : USUAL_RATIO;

function picture(attachment: ImageAttachment, view: View): TemplateResult {
  const name = attachment.alt ?? view.words.term('image');
  const { src, width, height } = attachment;
  return outerLink(
    attachment.url ?? attachment.fullSrc ?? src,
    image(src, { alt: name, width, height, lazy: true }),
    view,
    opensAttachment(attachment),
    { class: 'picture', part: 'image' },
  );
}

/** One picture keeps its ratio, two stand side by side, of three and more the rest waits behind "+N". */
export function images(set: readonly ImageAttachment[], key: string, view: View): TemplateResult {
  const [first] = set;
  if (first && set.length === 1) {
    const width = first.width ? `;max-inline-size:${Math.max(first.width, 160)}px` : '';
    return html`<div class="single" .style=${`aspect-ratio:${ratioOf(first)}${width}`}>
      ${picture(first, view)}
    </div>`;
  }
  const open = view.isOpen(key);
  const rest = set.length - SHOWN;
  const shown = open ? set : set.slice(0, SHOWN);
  const more = view.words.counted('moreImages', rest);
  return html`<div class="set ${open ? 'open' : set.length === 2 ? 'pair' : 'three'}">
    ${shown.map((attachment) => picture(attachment, view))}
    ${rest > 0 && !open ? disclosure(`+${view.words.count(rest)}`, key, view, 'rest', more) : nothing}
  </div>`;
}
