import { html, nothing } from 'lit';
import type { Attachment, FeedEvent } from '../model/event.js';
import { displayHost, labelMisleads, type SafeUrl } from '../model/safe-url.js';
import type { View } from './card-element.js';
import { AttachmentOpenEvent, EventOpenEvent } from './events.js';

/** Tells the host what is about to be opened; false when the host takes over. */
export type Opener = (url: SafeUrl) => boolean;

export const opensEvent =
  (event: FeedEvent, view: View): Opener =>
  (url) =>
    view.dispatchEvent(new EventOpenEvent(event, url));

export const opensAttachment =
  (attachment: Attachment, view: View): Opener =>
  (url) =>
    view.dispatchEvent(new AttachmentOpenEvent(attachment, url));

interface OuterLinkOptions {
  readonly class?: string;
  readonly part?: string;
  /** Replaces the content as the link's name. */
  readonly label?: string;
}

interface NamedLinkOptions extends OuterLinkOptions {
  /** The words are what the link is about, on lines of their own. */
  readonly title?: boolean;
  /** The words are the name of a person: a dot alone makes no address of it, as in "vera.p". */
  readonly person?: boolean;
}

/**
 * A link that leaves the page: in a new tab, without an opener, without a referrer. Only the content where there
 * is no address.
 */
export function outerLink(
  url: SafeUrl | undefined,
  content: unknown,
  opens: Opener,
  options: OuterLinkOptions = {},
): unknown {
  if (!url) return content;
  const handleClick = (click: MouseEvent) => {
    if (!opens(url)) click.preventDefault();
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

/** A link with words from the feed. Where they name another host than it leads to, the true one stands behind them. */
export function namedLink(
  url: SafeUrl | undefined,
  label: string,
  opens: Opener,
  options: NamedLinkOptions = {},
): unknown {
  const style = options.title ? 'title' : nothing;
  if (!url) return html`<bdi class=${style} part=${options.part ?? nothing} .textContent=${label}></bdi>`;
  const mayMislead = !options.person || /\/|^www\./i.test(label);
  const host = mayMislead && labelMisleads(label, url) ? ` (${displayHost(url)})` : nothing;
  return outerLink(url, html`<bdi class=${style} .textContent=${label}></bdi>${host}`, opens, options);
}
