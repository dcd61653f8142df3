// The classes and everything to use them, with English texts and without defining a tag: that is
// `whats-new-feed/define.js`.
import './locales/en.js';

export { AttachmentView } from './elements/attachment-view/attachment-view.js';
export { EventCard, type CardTemplate } from './elements/event-card/event-card.js';
export { FeedList } from './elements/feed-list/feed-list.js';
export {
  AttachmentOpenEvent,
  EventCommentEvent,
  EventLikeEvent,
  EventOpenEvent,
  FeedCountsEvent,
  FeedErrorEvent,
  FeedLoadEvent,
  FeedWarningEvent,
} from './elements/events.js';
export type { Messages } from './locales/en.js';
export { registerVerbs } from './locales/verbs.js';
export { createSource, registerSource } from './sources/registry.js';
export * from './client.js';
