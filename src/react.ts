/**
 * The elements as components for React 17 and 18, which cannot set properties on custom elements; with React 19, use the
 * tags. Install `react` and `@lit/react` yourself.
 */
import { createComponent, type EventName } from '@lit/react';
import React from 'react';
import './define.js';
import { AttachmentView as AttachmentViewElement } from './elements/attachment-view/attachment-view.js';
import { EventCard as EventCardElement } from './elements/event-card/event-card.js';
import { FeedList as FeedListElement } from './elements/feed-list/feed-list.js';
import type { FeedEvents } from './tag-types.js';

type Pascal<Name extends string> = Name extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${Pascal<Rest>}`
  : Capitalize<Name>;

type Listeners = { [Name in keyof FeedEvents as `on${Pascal<Name>}`]: EventName<FeedEvents[Name]> };

// The type of the event is a brand on its name.
const named = <Name extends keyof FeedEvents>(name: Name) => name as EventName<FeedEvents[Name]>;

const events: Listeners = {
  onFeedLoad: named('feed-load'),
  onFeedError: named('feed-error'),
  onFeedWarning: named('feed-warning'),
  onFeedCounts: named('feed-counts'),
  onEventOpen: named('event-open'),
  onEventLike: named('event-like'),
  onEventComment: named('event-comment'),
  onAttachmentOpen: named('attachment-open'),
};

/** `<FeedList source={source} onFeedLoad={({ total }) => …} />` */
export const FeedList = createComponent({
  react: React,
  tagName: 'feed-list',
  elementClass: FeedListElement,
  events,
});

/** `<EventCard event={event} />` */
export const EventCard = createComponent({
  react: React,
  tagName: 'event-card',
  elementClass: EventCardElement,
  events,
});

/** `<AttachmentView attachment={attachment} />` */
export const AttachmentView = createComponent({
  react: React,
  tagName: 'attachment-view',
  elementClass: AttachmentViewElement,
  events,
});
