import { html, nothing, type TemplateResult } from 'lit';
import type { FeedClient } from '../../client/feed-client.js';
import type { FeedError } from '../../http/errors.js';
import type { Words } from '../words.js';
import { feedErrorText } from './feed-error-text.js';

interface EndView {
  readonly words: Words;
  /** The reader pressed "Load more". */
  readonly handleMore: () => void;
  /** The reader pressed "Try again". */
  readonly handleRetry: () => void;
}

/** Cards without content, of about the shape of those to come. Seen only when a load takes a while. */
function skeleton(count: number): TemplateResult {
  const bone = html`<div class="bone"><i></i><span></span><span></span><span></span><span></span></div>`;
  return html`<div class="skeleton" part="skeleton" aria-hidden="true">${Array(count).fill(bone)}</div>`;
}

function errorNote(error: FeedError, client: FeedClient | undefined, view: EndView): TemplateResult {
  const { words } = view;
  const kept = error.advice === 'retry' && client && client.pages.length > 0;
  const text = kept ? words.term('errorMore') : feedErrorText(error, words);
  return html`<div class="note" part="error" role="alert">
    <bdi><slot name="error">${text}</slot></bdi>
    ${
      client
        ? html`<button part="button" class="again" @click=${view.handleRetry}>
            ${words.term('tryAgain')}
          </button>`
        : nothing
    }
  </div>`;
}

function endLine(client: FeedClient, words: Words): TemplateResult {
  let text = words.term('end');
  try {
    const oldest = client.events.findLast((event) => event.time)?.time;
    if (oldest) text = words.term('endSince', words.day(oldest, Date.now()));
  } catch {
    // A source of one's own may give something that is no date: that costs its card, and not the list.
  }
  return html`<p class="end" part="end"><slot name="end">${text}</slot></p>`;
}

/** What stands below the cards: a skeleton, an error, a button for more, "nothing yet", or the end. */
export function feedEnd(
  view: EndView,
  error: FeedError | undefined,
  client: FeedClient | undefined,
  exhausted: boolean,
): TemplateResult | typeof nothing {
  const { words } = view;
  if (error) return errorNote(error, client, view);
  if (!client || client.status === 'idle') return nothing;
  if (client.status === 'loading') return skeleton(client.pages.length > 0 ? 1 : 3);
  if (!client.hasMore && client.pages.length === 0)
    return html`<p class="end" part="empty"><slot name="empty">${words.term('empty')}</slot></p>`;
  if (!client.hasMore) return endLine(client, words);
  if (!exhausted && !client.stalled) return nothing;
  return html`<button class="more" part="button" @click=${view.handleMore}>
    ${words.term('loadMore')}
  </button>`;
}
