import { html, nothing, type TemplateResult } from 'lit';
import { splitLinks } from '../../model/linkify.js';
import { cutText } from '../../model/text.js';
import type { View } from '../card-element.js';
import { disclosure } from '../disclosure.js';
import { namedLink, type Opener } from '../outer-link.js';

/** Graphemes and lines that a long text is cut to; one that is only a little longer is left whole. */
const SHORT = 280;
const SLACK = 80;
const LINES = 8;

function cut(text: string): string {
  const head = text.split('\n', LINES).join('\n');
  return head.length > SHORT + SLACK ? cutText(head, SHORT) : head;
}

/** What somebody wrote: its addresses are links, and a long one is cut until the reader asks for the rest. */
export function eventText(text: string, key: string, opens: Opener, view: View): TemplateResult {
  const open = view.isOpened(key);
  const head = cut(text);
  // A link is found in the whole text, so that the cut never makes another address of it.
  let room = (open ? text : head).length;
  const parts = splitLinks(text).map((part) => {
    const [label, url] = typeof part === 'string' ? [part] : [part.label, part.url];
    room -= label.length;
    // Half an address would name another host.
    if (url) return room >= 0 ? namedLink(url, label, opens, { class: 'address' }) : nothing;
    return label.slice(0, room < 0 ? Math.max(room + label.length, 0) : undefined);
  });
  const cutMark = head.length < text.length;
  return html`<p class="text" part="text" dir="auto">
    <span class="lines">${parts}${cutMark && !open ? '…' : nothing}</span>
    ${
      cutMark
        ? disclosure(view.words.term(open ? 'showLess' : 'showMore'), key, view, 'text-button')
        : nothing
    }
  </p>`;
}
