import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent, Thread } from '../../model/event.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { EventLikeEvent } from '../events.js';
import { icon } from '../icon.js';
import { namedLink, type Opener } from '../outer-link.js';
import { people } from '../people/people.js';
import { canWrite, write } from './composer.js';

const heart = icon('M12 20s-7-4.4-7-9.6A4 4 0 0 1 12 8a4 4 0 0 1 7 2.4C19 15.6 12 20 12 20z');
const bubble = icon('M5 5h14v10H10l-5 4z');

/** A number to read. */
const counter = (content: unknown, name: string, style: string) =>
  html`<span class=${style} role="img" aria-label=${name}>${content}</span>`;

/** A heart to press, and beside it the number, which opens the list of those who like it where they are known. */
function likes(event: FeedEvent, thread: Thread, key: string, view: View): unknown {
  const { words, reader } = view;
  const { likeCount, liked } = thread;
  const areKnown = likeCount > 0 && thread.likes.length > 0;
  const style = liked ? 'action on' : 'action';
  const count = words.count(likeCount);
  const name = words.counted('likes', likeCount);
  if (!thread.likeable || !reader?.canLike) {
    if (likeCount === 0) return nothing;
    const content = html`${heart}${count}`;
    const ownName = liked ? `${name}, ${words.term('liked')}` : name;
    return areKnown ? disclosure(content, key, view, style, ownName) : counter(content, ownName, style);
  }
  const handleClick = ({ isTrusted }: Event) => {
    // A page that lays itself over the feed cannot press for the reader (`threats.md` S22).
    if (isTrusted && view.dispatchEvent(new EventLikeEvent(event, !liked)))
      void (liked ? reader.unlike(event) : reader.like(event));
  };
  const term = words.term('like');
  return html`<button
      class=${style}
      part="like"
      aria-pressed=${liked}
      aria-label=${likeCount === 0 ? nothing : `${term}, ${name}`}
      @click=${handleClick}
    >
      ${heart}${likeCount === 0 ? term : areKnown ? nothing : count}
    </button>
    ${areKnown ? disclosure(count, key, view, `${style} count`, name) : nothing}`;
}

/** How many comments there are; pressing it leads to the field for another one. */
function talk(event: FeedEvent, { commentCount }: Thread, key: string, view: View): unknown {
  const { words } = view;
  const name = words.counted('comments', commentCount);
  const content = html`${bubble}${commentCount === 0 ? words.term('comment') : words.count(commentCount)}`;
  if (!canWrite(event, view)) return commentCount === 0 ? nothing : counter(content, name, 'action');
  return html`<button
    class="action"
    part="comment-action"
    name=${key}
    aria-label=${commentCount === 0 ? nothing : `${words.term('comment')}, ${name}`}
    @click=${() => void write(key, view)}
  >
    ${content}
  </button>`;
}

/** What can be done next and how many did it already. `key` and `writeKey` are of the people and of the composer. */
export function actions(
  event: FeedEvent,
  key: string,
  writeKey: string,
  opens: Opener,
  view: View,
): TemplateResult | typeof nothing {
  const { thread, actionLinks } = event;
  const done = thread ? [likes(event, thread, key, view), talk(event, thread, writeKey, view)] : [];
  if (actionLinks.length === 0 && done.every((part) => part === nothing)) return nothing;
  return html`<div class="actions" part="actions">
      ${done}
      <span class="links">
        ${actionLinks.map(({ text, url }) =>
          namedLink(url, text, opens, { class: 'action', part: 'action-link' }),
        )}
      </span>
    </div>
    ${thread && thread.likes.length > 0 && view.isOpened(key) ? people(thread.likes, view.words, opens) : nothing}`;
}
