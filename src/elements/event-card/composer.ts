import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { LIMITS } from '../../model/limits.js';
import type { FeedEvent } from '../../model/event.js';
import type { View } from '../card-element.js';
import { EventCommentEvent } from '../events.js';

/** The field grows up to this many lines, where the browser leaves that to us. */
const MAX_ROWS = 8;

/** Whether the reader can comment on an event. */
export const canWrite = ({ thread }: FeedEvent, { reader }: View): boolean =>
  !!(thread?.commentable && reader?.canComment);

const fieldOf = (key: string, { renderRoot }: View) =>
  renderRoot.querySelector<HTMLTextAreaElement>(`textarea[name="${key}"]`);

/** Keeps the draft. The field is as high as the text, and nothing blank can be sent. */
function fit(field: HTMLTextAreaElement, { written }: View): void {
  written.set(field.name, field.value);
  field.nextElementSibling?.toggleAttribute('hidden', !field.value.trim());
  // For browsers without `field-sizing`.
  field.rows = 1;
  while (field.rows < MAX_ROWS && field.scrollHeight > field.clientHeight) field.rows += 1;
}

/** Moves the focus into the composer `key`, with a text in front of what stands there. */
export async function write(key: string, view: View, text = ''): Promise<void> {
  if (!view.isOpened(key)) view.toggle(key);
  await view.updateComplete;
  const field = fieldOf(key, view);
  if (!field) return;
  field.value = [text, field.value].filter(Boolean).join('\n');
  fit(field, view);
  field.focus();
}

/**
 * Where the reader writes a comment. Drawing the card again leaves the field alone; the draft moves on with a subevent
 * that gives its place to another one.
 */
export function composer(event: FeedEvent, key: string, invites: boolean, view: View): unknown {
  const { words, reader } = view;
  if (!reader || !canWrite(event, view) || !(invites || view.isOpened(key))) return nothing;
  const handleSend = (pressed: Event) => {
    const field = fieldOf(key, view);
    const text = field?.value.trim();
    if (!field || !text || !pressed.isTrusted) return;
    field.focus();
    if (!view.dispatchEvent(new EventCommentEvent(event, text))) return;
    void reader.comment(event, text);
    field.value = '';
    fit(field, view);
  };
  const handleInput = () => {
    const field = fieldOf(key, view);
    if (field) fit(field, view);
  };
  // It stays while something is in it, whatever becomes of the comments above.
  const handleFocus = () => {
    if (!view.isOpened(key)) view.toggle(key);
    // A browser itself brings only the caret into view, maybe below something sticky.
    fieldOf(key, view)?.scrollIntoView({ block: 'nearest' });
  };
  const handleKeydown = (pressed: KeyboardEvent) => {
    // The keys belong to the word that is being composed, as in Japanese.
    if (pressed.isComposing) return;
    const sends = pressed.key === 'Enter' && (pressed.ctrlKey || pressed.metaKey);
    const closes = pressed.key === 'Escape' && !fieldOf(key, view)?.value;
    if (!sends && !closes) return;
    pressed.preventDefault();
    if (sends) {
      handleSend(pressed);
      return;
    }
    view.renderRoot.querySelector<HTMLElement>(`button[name="${key}"]`)?.focus();
    view.toggle(key);
  };
  const prompt = words.term('writeComment');
  const draft = view.written.get(key) ?? '';
  // Also of a subevent, which may give its place to another one.
  return keyed(
    event.id,
    html`<div class="composer" part="comment-form">
      <textarea
        part="field"
        name=${key}
        rows="1"
        dir="auto"
        maxlength=${LIMITS.text}
        .value=${draft}
        placeholder=${prompt}
        aria-label=${prompt}
        @input=${handleInput}
        @focus=${handleFocus}
        @keydown=${handleKeydown}
      ></textarea>
      <button class="pill loud" part="send" ?hidden=${!draft.trim()} @click=${handleSend}>
        ${words.term('send')}
      </button>
    </div>`,
  );
}
