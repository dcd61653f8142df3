import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import type { View } from '../card-element.js';
import { image } from '../image.js';
import { opensEvent, outerLink } from '../outer-link.js';

/** A time in words, with the exact one behind it. */
export function timeTag(time: Date, view: View): TemplateResult {
  return html`<time
    part="time"
    dir="auto"
    datetime=${time.toISOString()}
    title=${view.words.formatDate(time, 'full')}
    >${view.ago(time)}</time
  >`;
}

/** "via Photo of the day · 12 min ago" */
export function eventMeta(event: FeedEvent, view: View): TemplateResult | typeof nothing {
  const { generator, time } = event;
  const from = generator && (generator.title ?? generator.url) ? generator : undefined;
  if (!from && !time) return nothing;
  const title = html`<bdi>${from?.title}</bdi>`;
  return html`<div class="when" part="meta">
    ${
      from
        ? html`<span part="generator"
            >${from.icon ? image(from.icon, { width: 16, height: 16 }) : nothing} ${view.words.term('via')}
            ${from.url ? outerLink(from.url, title, view, opensEvent(event)) : title}</span
          >`
        : nothing
    }
    ${from && time ? html`<span aria-hidden="true">·</span>` : nothing}
    ${time ? timeTag(time, view) : nothing}
  </div>`;
}
