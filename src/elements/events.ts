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

/** A page of events has loaded. */
export class FeedLoadEvent extends ComposedEvent {
  /** The events of this page that were not shown before. */
  declare readonly events: readonly FeedEvent[];
  /** How many events the feed shows now. */
  declare readonly total: number;

  constructor(events: readonly FeedEvent[], total: number) {
    super('feed-load', { events, total });
  }
}

/** Loading, an action, the setup or the rendering of one card failed. Nothing already shown is lost. */
export class FeedErrorEvent extends ComposedEvent {
  /** A `FeedError`, or whatever was thrown when a card failed to render. */
  declare readonly error: FeedError | Error;

  constructor(error: FeedError | Error) {
    super('feed-error', { error });
  }
}

/** Unusable parts of a response were left out. */
export class FeedWarningEvent extends ComposedEvent {
  /** Where each part was, and what was wrong with it; never its content. */
  declare readonly warnings: readonly FeedWarning[];

  constructor(warnings: readonly FeedWarning[]) {
    super('feed-warning', { warnings });
  }
}

/** The number of unread or unseen events changed. */
export class FeedCountsEvent extends ComposedEvent {
  /** Undefined until the source reports it. */
  declare readonly unread: number | undefined;
  /** Undefined until the source reports it. */
  declare readonly unseen: number | undefined;

  constructor(unread: number | undefined, unseen: number | undefined) {
    super('feed-counts', { unread, unseen });
  }
}

/** The reader opens an event, its author or one of its links. Cancel to take over. */
export class EventOpenEvent extends ComposedEvent {
  /** The card's event, or a subevent of it. */
  declare readonly event: FeedEvent;
  /** Where the link leads. */
  declare readonly url: SafeUrl;

  constructor(event: FeedEvent, url: SafeUrl) {
    super('event-open', { event, url }, true);
  }
}

/** The reader opens or plays an attachment. Cancel to take over, for example with a lightbox. */
export class AttachmentOpenEvent extends ComposedEvent {
  /** The attachment the reader pressed. */
  declare readonly attachment: Attachment;
  /** Where it leads, or what will play. */
  declare readonly url: SafeUrl;

  constructor(attachment: Attachment, url: SafeUrl) {
    super('attachment-open', { attachment, url }, true);
  }
}

/** The reader likes or unlikes an event. Cancel to take over, or to ask the reader to sign in. */
export class EventLikeEvent extends ComposedEvent {
  /** The card's event, or a subevent of it. */
  declare readonly event: FeedEvent;
  /** True for a like, false for an unlike. */
  declare readonly liked: boolean;

  constructor(event: FeedEvent, liked: boolean) {
    super('event-like', { event, liked }, true);
  }
}

/** The reader sends a comment. Cancel to take over, or to ask the reader to sign in; the text is kept. */
export class EventCommentEvent extends ComposedEvent {
  /** The card's event, or a subevent of it. */
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
