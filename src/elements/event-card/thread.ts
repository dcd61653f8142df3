import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Comment, FeedEvent, Thread } from '../../model/event.js';
import { displayHost, labelMisleads } from '../../model/safe-url.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { opensEvent, outerLink } from '../outer-link.js';
import { avatar } from '../people/avatar.js';
import { authorName, people } from '../people/people.js';
import { timeTag } from './event-meta.js';
import { eventText } from './event-text.js';

/** How many comments are shown before the reader asks for the rest. */
const SHOWN = 3;

const heart = svg`<path d="M12 20s-7-4.4-7-9.6A4 4 0 0 1 12 8a4 4 0 0 1 7 2.4C19 15.6 12 20 12 20z" />`;
const bubble = svg`<path d="M5 5h14v10H10l-5 4z" />`;

const icon = (shape: TemplateResult | typeof heart) =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>`;

function likes(thread: Thread, key: string, view: View): TemplateResult | typeof nothing {
  if (thread.likeCount === 0) return nothing;
  const { words } = view;
  const name = words.counted('likes', thread.likeCount) + (thread.liked ? `, ${words.term('liked')}` : '');
  const content = html`${icon(heart)}${words.count(thread.likeCount)}`;
  const style = thread.liked ? 'action on' : 'action';
  if (thread.likes.length > 0) return disclosure(content, key, view, style, name);
  return html`<span class=${style} role="img" aria-label=${name}>${content}</span>`;
}

/** What can be done next and how many did it already. */
export function actions(event: FeedEvent, key: string, view: View): TemplateResult | typeof nothing {
  const { thread, actionLinks } = event;
  const counts = thread && thread.likeCount + thread.commentCount > 0;
  if (!counts && actionLinks.length === 0) return nothing;
  const name = view.words.counted('comments', thread?.commentCount ?? 0);
  return html`<div class="actions" part="actions">
      ${thread ? likes(thread, `${key}likes`, view) : nothing}
      ${
        thread && thread.commentCount > 0
          ? html`<span class="action" role="img" aria-label=${name}
              >${icon(bubble)}${view.words.count(thread.commentCount)}</span
            >`
          : nothing
      }
      ${
        actionLinks.length > 0
          ? html`<span class="links">
              ${actionLinks.map(({ text, url }) =>
                outerLink(
                  url,
                  html`<bdi>${text}</bdi>${labelMisleads(text, url) ? ` (${displayHost(url)})` : nothing}`,
                  view,
                  opensEvent(event),
                  {
                    class: 'action link-action',
                    part: 'action-link',
                  },
                ),
              )}
            </span>`
          : nothing
      }
    </div>
    ${thread && view.isOpen(`${key}likes`) ? people(thread.likes, view, opensEvent(event)) : nothing}`;
}

function comment(item: Comment, key: string, event: FeedEvent, view: View): TemplateResult {
  const { author, time, text } = item;
  return html`<li class="comment" part="comment">
    ${avatar(author)}
    <div class="bubble">
      <b>${author ? authorName(author, view, opensEvent(event)) : view.words.term('someone')}</b>
      ${time ? html`<small>${timeTag(time, view)}</small>` : nothing} ${eventText(text, key, event, view)}
    </div>
  </li>`;
}

/** The first comments, and a button for the rest. */
export function comments(event: FeedEvent, key: string, view: View): TemplateResult | typeof nothing {
  const all = event.thread?.comments ?? [];
  if (all.length === 0) return nothing;
  const open = view.isOpen(key);
  const shown = open ? all : all.slice(0, SHOWN);
  const { words } = view;
  const label = open ? words.term('fewerComments') : words.term('allComments', words.count(all.length));
  return html`<ul
      class="comments"
      part="comments"
      aria-label=${words.counted('comments', event.thread?.commentCount ?? 0)}
    >
      ${shown.map((item, index) => comment(item, `${key}${index}`, event, view))}
    </ul>
    ${all.length > SHOWN ? disclosure(label, key, view, 'text-button all-comments') : nothing}`;
}
