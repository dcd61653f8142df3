import type { AttachmentView } from './elements/attachment-view/attachment-view.js';
import type { CardElement } from './elements/card-element.js';
import type { EventCard } from './elements/event-card/event-card.js';
import './elements/events.js';
import type { FeedElement } from './elements/feed-element.js';
import type { FeedList } from './elements/feed-list/feed-list.js';
import type { FeedSettings } from './elements/feed-list/feed-settings.js';

/** What a template can set on each tag, and its element; the framework types are built from this. */
export interface FeedTags {
  'feed-list': { element: FeedList; props: Settable<FeedSettings, keyof FeedElement> };
  'event-card': { element: EventCard; props: Settable<EventCard, keyof CardElement> };
  'attachment-view': { element: AttachmentView; props: Settable<AttachmentView, keyof CardElement> };
}

type Settable<Element, Inherited> = {
  [Name in Exclude<keyof Element, Inherited>]?: Element[Name] | undefined;
} & {
  // Attributes too, where they have another name: `token-url`.
  [Name in Exclude<keyof Element, Inherited> as Name extends Kebab<Name> ? never : Kebab<Name>]?:
    Element[Name] | string | undefined;
};

type Kebab<Name> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** The library's DOM events by name. They bubble, so any tag may get any of them. */
export type FeedEvents = {
  [
    Name in keyof GlobalEventHandlersEventMap as Name extends `${'feed' | 'event' | 'attachment'}-${string}`
      ? Name
      : never
  ]: GlobalEventHandlersEventMap[Name];
};

/** `onfeed-load`, or `on:feed-load` for the prefix `on:`. */
export type FeedListeners<Prefix extends string = 'on'> = {
  [Name in keyof FeedEvents as `${Prefix}${Name}`]?: (event: FeedEvents[Name]) => void;
};
