import { html, nothing, type TemplateResult } from 'lit';
import type { FeedClient } from '../../client/feed-client.js';
import { attempt } from '../../http/attempt.js';
import type { FeedError } from '../../http/errors.js';
import type { FeedEvent } from '../../model/event.js';
import type { Words } from '../words.js';
import type { Comeback } from './comeback.js';
import type { ReaderMoves } from './reader-moves.js';

interface EndView {
  readonly words: Words;
  readonly moves: ReaderMoves;
}

/** Cards without content, of about the shape of those to come. Seen only when a load takes a while. */
export function skeleton(count: number): TemplateResult {
  const bone = html`<div class="bone"><i></i><span></span><span></span><span></span><span></span></div>`;
  return html`<div class="skeleton" part="skeleton" aria-hidden="true">${Array(count).fill(bone)}</div>`;
}

/** What happened and what to do. Technical words are only for who has set the feed up. */
function errorText({ advice, message }: FeedError, kept: boolean, words: Words): string {
  if (advice === 'retry' && kept) return words.term('errorMore');
  return words.term(advice) + (advice === 'setup' ? ` ${message}` : '');
}

function endText(client: FeedClient, words: Words): string {
  // A source of one's own may give an event whose fields throw: that costs its card, and not the list.
  // By likes or by a ranking, the last one need not be the oldest.
  const older = (one: Date | undefined, { time }: FeedEvent) => (time && !(one && one < time) ? time : one);
  const oldest = attempt(() => client.events.reduce(older, undefined));
  return oldest ? words.term('endSince', words.day(oldest)) : words.term('end');
}

/** What stands below the cards: an error, a button for more, "nothing yet", or the end. */
export function feedEnd(
  view: EndView,
  error: FeedError | undefined,
  client: FeedClient | undefined,
  exhausted: boolean,
  comeback: Comeback,
): TemplateResult | typeof nothing {
  const { words } = view;
  const shown = !!client?.pages.length;
  if (error)
    return html`<div class="note" part="error" role="alert">
      <bdi><slot name="error">${errorText(error, shown, words)}</slot></bdi>
      ${
        client &&
        html`<button part="button" class="again pill" @click=${view.moves.retry}>
          <bdi>${words.term('tryAgain')}<span aria-hidden="true"> ${comeback.text(words)}</span></bdi>
        </button>`
      }
    </div>`;
  if (client?.status !== 'ready') return nothing;
  if (!client.hasMore) {
    return shown
      ? html`<p class="end" part="end"><slot name="end">${endText(client, words)}</slot></p>`
      : html`<p class="end" part="empty"><slot name="empty">${words.term('empty')}</slot></p>`;
  }
  if (!exhausted && !client.stalled) return nothing;
  return html`<button class="more pill" part="button" @click=${view.moves.more}>
    ${words.term('loadMore')}
  </button>`;
}
