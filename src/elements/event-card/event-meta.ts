import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import { displayHost } from '../../model/safe-url.js';
import type { View } from '../card-element.js';
import { image } from '../image.js';
import { namedLink, outerLink, type Opener } from '../outer-link.js';

/** A time in words, with the exact one behind it. */
export const timeTag = (time: Date, view: View): TemplateResult =>
  html`<time
    part="time"
    dir="auto"
    datetime=${time.toISOString()}
    title=${view.words.formatDate(time, 'full')}
    .textContent=${view.ago(time)}
  ></time>`;

/** "via Photo of the day · 12 min ago"; where no title leads to the event's own page, the time does, or else its host. */
export function eventMeta(event: FeedEvent, opens: Opener, view: View): unknown {
  const { generator, time } = event;
  const title = generator?.title;
  const page = event.title ? undefined : event.url;
  const place = time ? timeTag(time, view) : page && displayHost(page);
  if (!title && !place) return nothing;
  return html`<div class="when" part="meta">
    ${
      title &&
      html`<span part="generator"
        >${generator.icon && image(generator.icon)} ${view.words.term('via')}
        ${namedLink(generator.url, title, opens)}</span
      >`
    }
    ${title && place && html`<span aria-hidden="true">·</span>`} ${outerLink(page, place, opens)}
  </div>`;
}
