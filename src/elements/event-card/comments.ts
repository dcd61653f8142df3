import { html, nothing } from 'lit';
import type { Comment, FeedEvent } from '../../model/event.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { EventCommentEvent } from '../events.js';
import type { Opener } from '../outer-link.js';
import { avatar } from '../people/avatar.js';
import { authorName } from '../people/people.js';
import { canWrite, write } from './composer.js';
import { timeTag } from './event-meta.js';
import { eventText } from './event-text.js';

/** How many comments are shown before the reader asks for the rest. */
const SHOWN = 3;

/** What became of a comment that was written here. */
function progress(event: FeedEvent, comment: Comment, writeKey: string, view: View): unknown {
  const { words, reader } = view;
  if (comment.state === 'sending') return html`<small>${words.term('sending')}</small>`;
  if (comment.state !== 'failed') return nothing;
  const handleAgain = ({ isTrusted, target }: Event) => {
    if (!isTrusted || !view.dispatchEvent(new EventCommentEvent(event, comment.text))) return;
    // The button is about to go.
    if (target instanceof Element) target.closest('li')?.focus();
    void reader?.sendAgain(event, comment);
  };
  const handleEdit = async () => {
    await write(writeKey, view, comment.text);
    reader?.withdraw(event, comment);
  };
  return html`<small class="unsent" part="comment-error">
    ${words.term('notSent')}
    ${
      canWrite(event, view)
        ? html`<button class="text-button" @click=${handleAgain}>${words.term('tryAgain')}</button>
            <button class="text-button" @click=${handleEdit}>${words.term('edit')}</button>`
        : nothing
    }
  </small>`;
}

/** The first comments and what was written here last, and a button for the rest. */
export function comments(
  event: FeedEvent,
  key: string,
  writeKey: string,
  opens: Opener,
  view: View,
): unknown {
  const { thread } = event;
  if (!thread || thread.comments.length === 0) return nothing;
  const { words } = view;
  const all = thread.comments;
  const open = view.isOpened(key);
  const own = all.findLast(({ state }) => state);
  // Once the source gives it, nothing else tells that it is the reader's.
  if (own) view.written.set(key, own.text);
  const isExtra = ({ state, text }: Comment, index: number) =>
    index >= SHOWN && !state && text !== view.written.get(key);
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
      ${all.map((comment, index) => {
        if (!open && isExtra(comment, index)) return nothing;
        const { author, state, text, time } = comment;
        const nobody = words.term(state ? 'you' : 'someone');
        return html`<li class="comment ${state === 'sending' ? state : ''}" part="comment" tabindex="-1">
          ${avatar(author ?? (state && { name: nobody }))}
          <div class="bubble">
            ${author ? authorName(author, words, opens) : html`<b>${nobody}</b>`}
            ${time && html`<small>${timeTag(time, view)}</small>`}
            ${eventText(text, `${key}${index}`, opens, view)} ${progress(event, comment, writeKey, view)}
          </div>
        </li>`;
      })}
    </ul>
    ${all.some(isExtra) ? disclosure(label, key, view, 'text-button reveal') : nothing}`;
}
