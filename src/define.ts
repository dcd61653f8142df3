/**
 * Defines `<feed-list>`, `<event-card>` and `<attachment-view>`, and registers the three sources.
 * Tags that are already defined are left alone.
 */
import './locales/en.js';
import { AttachmentView } from './elements/attachment-view/attachment-view.js';
import { EventCard } from './elements/event-card/event-card.js';
import { FeedList } from './elements/feed-list/feed-list.js';
import { getstreamFromAttributes } from './sources/getstream/getstream.js';
import { mailruFromAttributes } from './sources/mailru/mailru.js';
import { piictuFromAttributes } from './sources/piictu/piictu.js';
import { registerSource } from './sources/registry.js';

registerSource('mailru', mailruFromAttributes);
registerSource('getstream', getstreamFromAttributes);
registerSource('piictu', piictuFromAttributes);

const elements = {
  'attachment-view': AttachmentView,
  'event-card': EventCard,
  'feed-list': FeedList,
};

for (const [tag, element] of Object.entries(elements)) {
  const taken = customElements.get(tag);
  if (!taken) customElements.define(tag, element);
  else if (!('feedVersion' in taken)) console.warn('whats-new-feed: <%s> is taken by another library.', tag);
  else if (taken.feedVersion !== element.feedVersion)
    console.info('whats-new-feed: <%s> stays at version %s.', tag, taken.feedVersion);
}

declare global {
  interface HTMLElementTagNameMap {
    'attachment-view': AttachmentView;
    'event-card': EventCard;
    'feed-list': FeedList;
  }
}
