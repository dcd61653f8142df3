import type { FeedError } from '../http/errors.js';
import type { Attachment, FeedEvent, FeedWarning } from '../model/event.js';
import type { SafeUrl } from '../model/safe-url.js';

const up = { bubbles: true, composed: true };

/** A page of events is there. */
export class FeedLoadEvent extends Event {
  static readonly eventName = 'feed-load';

  /** The events of this page that were not shown before. */
  readonly events: readonly FeedEvent[];
  /** How many events the feed shows now. */
  readonly total: number;

  constructor(events: readonly FeedEvent[], total: number) {
    super(FeedLoadEvent.eventName, up);
    this.events = events;
    this.total = total;
  }
}

/** Something went wrong: loading, the set-up, or the drawing of one card. Nothing already shown is lost. */
export class FeedErrorEvent extends Event {
  static readonly eventName = 'feed-error';

  /** A `FeedError` when loading failed; whatever was thrown when a card could not be drawn. */
  readonly error: FeedError | Error;

  constructor(error: FeedError | Error) {
    super(FeedErrorEvent.eventName, up);
    this.error = error;
  }
}

/** Parts of an answer were left out because they were not usable. */
export class FeedWarningEvent extends Event {
  static readonly eventName = 'feed-warning';

  readonly warnings: readonly FeedWarning[];

  constructor(warnings: readonly FeedWarning[]) {
    super(FeedWarningEvent.eventName, up);
    this.warnings = warnings;
  }
}

/** The reader opens an event, its author or one of its links. Cancel it to take over. */
export class EventOpenEvent extends Event {
  static readonly eventName = 'event-open';

  readonly event: FeedEvent;
  readonly url: SafeUrl;

  constructor(event: FeedEvent, url: SafeUrl) {
    super(EventOpenEvent.eventName, { ...up, cancelable: true });
    this.event = event;
    this.url = url;
  }
}

/** The reader opens or plays an attachment. Cancel it to take over, with a lightbox say. */
export class AttachmentOpenEvent extends Event {
  static readonly eventName = 'attachment-open';

  readonly attachment: Attachment;
  readonly url: SafeUrl;

  constructor(attachment: Attachment, url: SafeUrl) {
    super(AttachmentOpenEvent.eventName, { ...up, cancelable: true });
    this.attachment = attachment;
    this.url = url;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'feed-load': FeedLoadEvent;
    'feed-error': FeedErrorEvent;
    'feed-warning': FeedWarningEvent;
    'event-open': EventOpenEvent;
    'attachment-open': AttachmentOpenEvent;
  }
}
