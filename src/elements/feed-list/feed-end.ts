import { html, nothing, type TemplateResult } from 'lit';
import type { FeedClient } from '../../client/feed-client.js';
import type { FeedError } from '../../http/errors.js';
import type { Words } from '../words.js';
import { feedErrorText } from './feed-error-text.js';

interface EndView {
  readonly words: Words;
  retry(): Promise<void>;
}

interface Asking {
  readonly exhausted: boolean;
  ask(): void;
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
  const handleRetry = () => {
    void view.retry();
  };
  return html`<div class="note" part="error" role="alert">
    <bdi><slot name="error">${text}</slot></bdi>
    ${
      client
        ? html`<button part="button" class="again" @click=${handleRetry}>${words.term('tryAgain')}</button>`
        : nothing
    }
  </div>`;
}

function endLine(client: FeedClient, words: Words): TemplateResult {
  const oldest = client.events.findLast((event) => event.time)?.time;
  const text = oldest ? words.term('endSince', words.day(oldest, Date.now())) : words.term('end');
  return html`<p class="end" part="end"><slot name="end">${text}</slot></p>`;
}

/** What stands below the cards: a skeleton, an error, a button for more, "nothing yet", or the end. */
export function feedEnd(
  view: EndView,
  error: FeedError | undefined,
  client: FeedClient | undefined,
  asking: Asking,
): TemplateResult | typeof nothing {
  const { words } = view;
  if (error) return errorNote(error, client, view);
  if (!client || client.status === 'idle') return nothing;
  if (client.status === 'loading') return skeleton(client.pages.length > 0 ? 1 : 3);
  if (!client.hasMore && client.pages.length === 0)
    return html`<p class="end" part="empty"><slot name="empty">${words.term('empty')}</slot></p>`;
  if (!client.hasMore) return endLine(client, words);
  if (!asking.exhausted && !client.stalled) return nothing;
  const handleClick = () => {
    asking.ask();
  };
  return html`<button class="more" part="button" @click=${handleClick}>${words.term('loadMore')}</button>`;
}
