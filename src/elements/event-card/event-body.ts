import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import { attachments } from '../attachment-view/attachments.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { namedLink, opensEvent } from '../outer-link.js';
import { people } from '../people/people.js';
import { actions } from './actions.js';
import { comments } from './comments.js';
import { composer } from './composer.js';
import { eventMeta } from './event-meta.js';
import { eventText } from './event-text.js';
import { faces, headline } from './headline.js';

/** So many at most are shown at once below a like or a comment, which is about one: answers may hold a tree of them. */
const MOST_LIKED = 3;

/**
 * Everything about one event: who did what, when and where from, title, text, attachments, what it is about,
 * what others said. `key` tells the parts of an event from those of its subevents.
 */
export function eventBody(event: FeedEvent, key: string, level: number, view: View): TemplateResult {
  const opens = opensEvent(event, view);
  const { words } = view;
  const about = `${key}people`;
  const members = `${key}members`;
  const writes = `${key}write`;
  const { title, text, description, subevents, subeventCount } = event;
  const group = subevents.length > (event.kind === 'event' && subeventCount > 1 ? 0 : MOST_LIKED);
  return html`${faces(event, about, view)}
    <div class="who">
      <div class="headline" part="headline" role="heading" aria-level=${level}>
        ${headline(event, about, opens, view)}
      </div>
      ${eventMeta(event, opens, view)}
    </div>
    <div class="body">
      ${view.isOpened(about) ? people(event.authors, words, opens) : nothing}
      ${title && html`<p class="event-title" part="title">${namedLink(event.url, title, opens)}</p>`}
      ${text && eventText(text, `${key}text`, opens, view)}
      ${
        description && description !== text
          ? html`<div class="description">${eventText(description, `${key}description`, opens, view)}</div>`
          : nothing
      }
      ${attachments(event.attachments, key, view)}
      ${
        group
          ? disclosure(
              view.isOpened(members)
                ? words.term('hide')
                : words.term('show', words.counted('events', subeventCount)),
              members,
              view,
              'text-button reveal',
            )
          : nothing
      }
      ${
        !group || view.isOpened(members)
          ? subevents.map(
              // The same anatomy, one size smaller.
              (inner) =>
                html`<div class="subevent" part="subevent">
                  ${eventBody(inner, `${key}${view.numberOf(inner.id)}.`, level + 1, view)}
                </div>`,
            )
          : nothing
      }
      ${actions(event, `${key}likes`, writes, opens, view)}
      ${comments(event, `${key}comments`, writes, opens, view)}
      ${composer(event, writes, !key && !!event.thread?.comments.length, view)}
    </div>`;
}
