import { html, nothing } from 'lit';
import type { FeedEvent, Thread } from '../../model/event.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { namedLink, type Opener } from '../outer-link.js';
import { avatar } from '../people/avatar.js';
import { authorName, people } from '../people/people.js';
import { timeTag } from './event-meta.js';
import { eventText } from './event-text.js';

/** How many comments are shown before the reader asks for the rest. */
const SHOWN = 3;

const HEART = 'M12 20s-7-4.4-7-9.6A4 4 0 0 1 12 8a4 4 0 0 1 7 2.4C19 15.6 12 20 12 20z';
const BUBBLE = 'M5 5h14v10H10l-5 4z';

/** What can be done next and how many did it already. */
export function actions(event: FeedEvent, key: string, opens: Opener, view: View): unknown {
  const { words } = view;
  const { likes = [], likeCount = 0, liked, commentCount = 0 }: Partial<Thread> = event.thread ?? {};
  if (likeCount + commentCount + event.actionLinks.length === 0) return nothing;
  const counter = (term: 'likes' | 'comments', shape: string, count: number, mine = '', opened = '') => {
    if (count === 0) return nothing;
    const name = words.counted(term, count) + (mine && `, ${mine}`);
    const style = mine ? 'action on' : 'action';
    const content = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${shape} /></svg>${words.count(
        count,
      )}`;
    return opened
      ? disclosure(content, opened, view, style, name)
      : html`<span class=${style} role="img" aria-label=${name}>${content}</span>`;
  };
  const likers = `${key}likes`;
  return html`<div class="actions" part="actions">
      ${counter('likes', HEART, likeCount, liked ? words.term('liked') : '', likes.length > 0 ? likers : '')}
      ${counter('comments', BUBBLE, commentCount)}
      <span class="links">
        ${event.actionLinks.map(({ text, url }) =>
          namedLink(url, text, opens, { class: 'action', part: 'action-link' }),
        )}
      </span>
    </div>
    ${view.isOpen(likers) ? people(likes, words, opens) : nothing}`;
}

/** The first comments, and a button for the rest. */
export function comments({ thread }: FeedEvent, key: string, opens: Opener, view: View): unknown {
  if (!thread || thread.comments.length === 0) return nothing;
  const { words } = view;
  const all = thread.comments;
  const open = view.isOpen(key);
  const label = open
    ? words.term('showLess')
    : // The source may know of more than it gave.
      all.length < thread.commentCount
      ? words.term('showMore')
      : words.term('allComments', words.count(all.length));
  return html`<ul
      class="comments"
      part="comments"
      aria-label=${words.counted('comments', thread.commentCount)}
    >
      ${(open ? all : all.slice(0, SHOWN)).map(
        ({ author, time, text }, index) =>
          html`<li class="comment" part="comment">
            ${avatar(author)}
            <div class="bubble">
              ${author ? authorName(author, words, opens) : html`<b>${words.term('someone')}</b>`}
              ${time && html`<small>${timeTag(time, view)}</small>`}
              ${eventText(text, `${key}${index}`, opens, view)}
            </div>
          </li>`,
      )}
    </ul>
    ${all.length > SHOWN ? disclosure(label, key, view, 'text-button reveal') : nothing}`;
}
