import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import type { View } from '../card-element.js';
import { image } from '../image.js';
import { namedLink, type Opener } from '../outer-link.js';

/** A time in words, with the exact one behind it. */
export const timeTag = (time: Date, view: View): TemplateResult =>
  html`<time
    part="time"
    dir="auto"
    datetime=${time.toISOString()}
    title=${view.words.formatDate(time, 'full')}
    .textContent=${view.ago(time)}
  ></time>`;

/** "via Photo of the day · 12 min ago" */
export function eventMeta({ generator, time }: FeedEvent, opens: Opener, view: View): unknown {
  const title = generator?.title;
  if (!title && !time) return nothing;
  return html`<div class="when" part="meta">
    ${
      title &&
      html`<span part="generator"
        >${generator.icon && image(generator.icon)} ${view.words.term('via')}
        ${namedLink(generator.url, title, opens)}</span
      >`
    }
    ${title && time && html`<span aria-hidden="true">·</span>`} ${time && timeTag(time, view)}
  </div>`;
}
