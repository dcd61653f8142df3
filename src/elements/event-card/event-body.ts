import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import { attachments } from '../attachment-view/attachments.js';
import type { View } from '../card-element.js';
import { opensEvent, outerLink } from '../outer-link.js';
import { people } from '../people/people.js';
import { eventMeta } from './event-meta.js';
import { eventText } from './event-text.js';
import { faces, headline } from './headline.js';
import { actions, comments } from './thread.js';

function title(event: FeedEvent, view: View): TemplateResult | typeof nothing {
  if (!event.title) return nothing;
  const text = html`<bdi>${event.title}</bdi>`;
  return html`<p class="event-title" part="title" dir="auto">
    ${event.url ? outerLink(event.url, text, view, opensEvent(event)) : text}
  </p>`;
}

/** A like or a comment wraps what it is about: the same anatomy, one size smaller. */
function subevent(event: FeedEvent, key: string, level: number, view: View): TemplateResult {
  return html`<div class="subevent" part="subevent">${eventBody(event, key, level, view)}</div>`;
}

/**
 * Everything about one event: who did what, when and where from, title, text, attachments, what it is about,
 * what others said. `key` tells the parts of an event from those of its subevents.
 */
export function eventBody(event: FeedEvent, key: string, level: number, view: View): TemplateResult {
  const about = `${key}people`;
  const { text, description } = event;
  return html`${faces(event, about, view)}
    <div class="who">
      <div class="headline" part="headline" role="heading" aria-level=${level}>
        ${headline(event, about, view)}
      </div>
      ${eventMeta(event, view)}
    </div>
    <div class="body">
      ${view.isOpen(about) ? people(event.authors, view, opensEvent(event)) : nothing} ${title(event, view)}
      ${text ? eventText(text, `${key}text`, event, view) : nothing}
      ${
        description && description !== text
          ? html`<div class="description">${eventText(description, `${key}description`, event, view)}</div>`
          : nothing
      }
      ${attachments(event.attachments, key, view)}
      ${event.subevents.map((inner, index) => subevent(inner, `${key}${index}.`, level + 1, view))}
      ${actions(event, key, view)} ${comments(event, `${key}comments`, view)}
    </div>`;
}
