import { html, nothing, type TemplateResult } from 'lit';
import type { FeedClient } from '../../client/feed-client.js';
import { icon } from '../icon.js';
import type { Words } from '../words.js';

const ARROW = 'M12 20V5M6 11l6-6 6 6';

/** How many events wait on top. It lies above the cards, so that nothing moves when it comes. */
export function newerPill(
  client: FeedClient | undefined,
  words: Words,
  handleNewer: () => unknown,
): TemplateResult | typeof nothing {
  if (!client?.newerCount) return nothing;
  return html`<div class="newer">
    <button class="pill loud" part="newer" @click=${handleNewer}>
      ${icon(ARROW)}
      <bdi>${words.counted('newer', client.newerCount, client.newerIsMore)}</bdi>
    </button>
  </div>`;
}
