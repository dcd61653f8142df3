import { html, nothing, type TemplateResult } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import { splitLinks } from '../../model/linkify.js';
import { cutText } from '../../model/text.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { opensEvent, outerLink } from '../outer-link.js';

/** Graphemes and lines that a long text is cut to; one that is only a little longer is left whole. */
const SHORT = 280;
const SLACK = 80;
const LINES = 8;

function cut(text: string): string {
  const lines = text.split('\n');
  const head = lines.length > LINES + 2 ? lines.slice(0, LINES).join('\n') : text;
  return head.length > SHORT + SLACK ? cutText(head, SHORT) : head;
}

/** What somebody wrote: its addresses are links, and a long one is cut until the reader asks for the rest. */
export function eventText(text: string, key: string, event: FeedEvent, view: View): TemplateResult {
  const open = view.isOpen(key);
  const head = cut(text);
  const long = head.length < text.length;
  const shown = open ? text : head;
  // A link is found in the whole text, so that the cut never makes another address of it.
  let room = shown.length;
  const parts = splitLinks(text).map((part) => {
    const label = typeof part === 'string' ? part : part.label;
    const visible = label.slice(0, Math.max(room, 0));
    room -= label.length;
    if (typeof part === 'string' || !visible) return visible;
    return outerLink(part.url, visible, view, opensEvent(event), { class: 'address' });
  });
  const more = view.words.term(open ? 'showLess' : 'showMore');
  return html`<p class="text" part="text" dir="auto">
    <span class="lines">${parts}${long && !open ? '…' : nothing}</span>
    ${long ? disclosure(more, key, view, 'text-button') : nothing}
  </p>`;
}
