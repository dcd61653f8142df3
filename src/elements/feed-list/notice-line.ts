import { html, nothing, type TemplateResult } from 'lit';
import type { Words } from '../words.js';
import type { Announcer } from './announcer.js';
import type { ReaderMoves } from './reader-moves.js';

/** A line at the lower end of what is seen of the list: what went wrong beside the feed. It moves nothing. */
export function noticeLine(
  { notice, again, hide }: Announcer,
  moves: ReaderMoves,
  offline: boolean,
  words: Words,
): TemplateResult | typeof nothing {
  if (offline)
    return html`<div class="notice" part="notice offline">
      <bdi>${words.term('offline')}</bdi>
    </div>`;
  if (!notice) return nothing;
  const action = (term: 'tryAgain' | 'hide', act: () => void) => {
    const handleClick = ({ isTrusted }: Event) => {
      if (!isTrusted) return;
      moves.wait();
      act();
    };
    return html`<button class="text-button" part="button" @click=${handleClick}>${words.term(term)}</button>`;
  };
  return html`<div class="notice" part="notice">
    <bdi>${words.term(notice)}</bdi>${again ? action('tryAgain', again) : nothing}${action('hide', hide)}
  </div>`;
}
