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

/** One picture keeps its ratio, two stand side by side, of three and more the rest waits behind "+N". */
export function images(set: readonly ImageAttachment[], key: string, view: View): TemplateResult {
  const { words } = view;
  const rest = view.isOpened(key) ? 0 : set.length - SHOWN;
  const pictures = (rest > 0 ? set.slice(0, SHOWN) : set).map((attachment) =>
    outerLink(
      attachment.url ?? attachment.fullSrc ?? attachment.src,
      image(attachment.src, 'lazy', attachment.alt ?? words.term('image')),
      opensAttachment(attachment, view),
      { class: 'picture', part: 'image' },
    ),
  );
  const [first] = set;
  if (first && set.length === 1) {
    const width = first.width ? `;max-inline-size:${Math.max(first.width, 160)}px` : '';
    return html`<div class="single" .style=${`aspect-ratio:${ratioOf(first)}${width}`}>${pictures}</div>`;
  }
  const more = `+${words.count(rest)}`;
  return html`<div class="set ${rest < 0 || view.isOpened(key) ? '' : 'three'}">
    ${pictures} ${rest > 0 ? disclosure(more, key, view, 'rest', words.term('moreImages', more)) : nothing}
  </div>`;
}
