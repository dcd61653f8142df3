import type { FeedError } from '../http/errors.js';
import type { Attachment, FeedEvent, FeedWarning } from '../model/event.js';
import type { SafeUrl } from '../model/safe-url.js';

/** Leaves every shadow root, so that a listener on the list or the page hears it. */
abstract class ComposedEvent extends Event {
  constructor(type: keyof GlobalEventHandlersEventMap, fields: object, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    Object.assign(this, fields);
  }
}

/** A page of events is there. */
export class FeedLoadEvent extends ComposedEvent {
  /** The events of this page that were not shown before. */
  declare readonly events: readonly FeedEvent[];
  /** How many events the feed shows now. */
  declare readonly total: number;

  constructor(events: readonly FeedEvent[], total: number) {
    super('feed-load', { events, total });
  }
}

/** Something went wrong: loading, the set-up, or the drawing of one card. Nothing already shown is lost. */
export class FeedErrorEvent extends ComposedEvent {
  /** A `FeedError` when loading failed; whatever was thrown when a card could not be drawn. */
  declare readonly error: FeedError | Error;

  constructor(error: FeedError | Error) {
    super('feed-error', { error });
  }
}

/** Parts of an answer were left out because they were not usable. */
export class FeedWarningEvent extends ComposedEvent {
  /** Where each part was, and what was wrong with it; never the content. */
  declare readonly warnings: readonly FeedWarning[];

  constructor(warnings: readonly FeedWarning[]) {
    super('feed-warning', { warnings });
  }
}

/** How many events the reader has not opened, or was not shown, has changed. */
export class FeedCountsEvent extends ComposedEvent {
  /** Undefined while the source has not told it. */
  declare readonly unread: number | undefined;
  /** Undefined while the source has not told it. */
  declare readonly unseen: number | undefined;

  constructor(unread: number | undefined, unseen: number | undefined) {
    super('feed-counts', { unread, unseen });
  }
}

/** The reader opens an event, its author or one of its links. Cancel it to take over. */
export class EventOpenEvent extends ComposedEvent {
  /** The event of the card, or a subevent of it. */
  declare readonly event: FeedEvent;
  /** Where the reader is about to go. */
  declare readonly url: SafeUrl;

  constructor(event: FeedEvent, url: SafeUrl) {
    super('event-open', { event, url }, true);
  }
}

/** The reader opens or plays an attachment. Cancel it to take over, with a lightbox say. */
export class AttachmentOpenEvent extends ComposedEvent {
  /** What the reader pressed. */
  declare readonly attachment: Attachment;
  /** Where it leads, or what is about to be played. */
  declare readonly url: SafeUrl;

  constructor(attachment: Attachment, url: SafeUrl) {
    super('attachment-open', { attachment, url }, true);
  }
}

/** The reader likes an event, or no longer does. Cancel it to take over, or to ask the reader to sign in. */
export class EventLikeEvent extends ComposedEvent {
  /** What is liked: the event of the card, or a subevent of it. */
  declare readonly event: FeedEvent;
  /** What the reader wants: true for a like. */
  declare readonly liked: boolean;

  constructor(event: FeedEvent, liked: boolean) {
    super('event-like', { event, liked }, true);
  }
}

/** The reader comments on an event. Cancel it to take over, or to ask the reader to sign in: the text is kept then. */
export class EventCommentEvent extends ComposedEvent {
  /** What is commented on: the event of the card, or a subevent of it. */
  declare readonly event: FeedEvent;
  /** What the reader wrote. */
  declare readonly text: string;

  constructor(event: FeedEvent, text: string) {
    super('event-comment', { event, text }, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'feed-load': FeedLoadEvent;
    'feed-error': FeedErrorEvent;
    'feed-warning': FeedWarningEvent;
    'feed-counts': FeedCountsEvent;
    'event-open': EventOpenEvent;
    'attachment-open': AttachmentOpenEvent;
    'event-like': EventLikeEvent;
    'event-comment': EventCommentEvent;
  }
}
