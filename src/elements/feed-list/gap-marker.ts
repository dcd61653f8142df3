import { html, nothing, type TemplateResult } from 'lit';
import type { LoadedPage } from '../../client/feed-client.js';
import type { Words } from '../words.js';

/** What stands below a page where events may be missing. An article: a feed may hold nothing else. */
export function gapMarker({ gap }: LoadedPage, words: Words, handleFill: () => void): TemplateResult {
  const failed = gap === 'failed';
  return html`<div class="gap" part="gap" role="article" aria-label=${words.term('gap')}>
    ${failed ? html`<p><bdi>${words.term('errorMore')}</bdi></p>` : nothing}
    <button class="more pill" part="button" aria-disabled=${gap === 'loading'} @click=${handleFill}>
      ${words.term(failed ? 'tryAgain' : 'gap')}
    </button>
  </div>`;
}
