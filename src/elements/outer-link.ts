import { html, nothing, type TemplateResult } from 'lit';
import type { Attachment, FeedEvent } from '../model/event.js';
import type { SafeUrl } from '../model/safe-url.js';
import type { View } from './card-element.js';
import { AttachmentOpenEvent, EventOpenEvent } from './events.js';

/** The event that tells the host what is about to be opened. */
export type Opening = (url: SafeUrl) => Event;

export interface OuterLinkOptions {
  readonly class?: string;
  readonly part?: string;
  /** Replaces the content as the link's name. */
  readonly label?: string;
}

/**
 * A link that leaves the page: in a new tab, without an opener, without a referrer. `opening` is sent first;
 * a host that cancels it takes over.
 */
export function outerLink(
  url: SafeUrl,
  content: unknown,
  view: View,
  opening: Opening,
  options: OuterLinkOptions = {},
): TemplateResult {
  const handleClick = (click: MouseEvent) => {
    if (!view.dispatchEvent(opening(url))) click.preventDefault();
  };
  return html`<a
    class=${options.class ?? nothing}
    part=${options.part ?? 'link'}
    href=${url}
    target="_blank"
    rel="noopener noreferrer nofollow ugc"
    referrerpolicy="no-referrer"
    aria-label=${options.label ?? nothing}
    @click=${handleClick}
    >${content}</a
  >`;
}

export const opensEvent =
  (event: FeedEvent): Opening =>
  (url) =>
    new EventOpenEvent(event, url);

export const opensAttachment =
  (attachment: Attachment): Opening =>
  (url) =>
    new AttachmentOpenEvent(attachment, url);
