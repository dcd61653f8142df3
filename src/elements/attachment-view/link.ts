import { html, nothing, type TemplateResult } from 'lit';
import type { LinkAttachment, UnknownAttachment, UserAttachment } from '../../model/event.js';
import { displayHost } from '../../model/safe-url.js';
import type { View } from '../card-element.js';
import { image } from '../image.js';
import { opensAttachment, outerLink } from '../outer-link.js';
import { people } from '../people/people.js';

/** A link with its title, and below it the host that the browser will really go to. */
export function link(attachment: LinkAttachment, view: View): TemplateResult {
  const host = displayHost(attachment.url);
  const title = attachment.title ?? host;
  const content = html`${
      attachment.image ? html`<span class="thumb">${image(attachment.image, { lazy: true })}</span>` : nothing
    }<span class="about">
      <bdi class="title">${title}</bdi>
      ${attachment.description ? html`<small class="line" dir="auto">${attachment.description}</small>` : nothing}
      ${
        title.toLowerCase() === host
          ? nothing
          : html`<small class="line" part="host"><bdi>${host}</bdi></small>`
      }
    </span>`;
  return outerLink(attachment.url, content, view, opensAttachment(attachment), { class: 'box link' });
}

export function user(attachment: UserAttachment, view: View): TemplateResult {
  return people([attachment.user], view, opensAttachment(attachment));
}

/** Something this library has no drawing for: its name, and a link where it has one. */
export function unknown(attachment: UnknownAttachment, view: View): TemplateResult {
  const { url } = attachment;
  const label = attachment.title ?? view.words.term('attachment');
  if (url) return link({ kind: 'link', url, title: label }, view);
  return html`<div class="box">
    <span class="about"><bdi class="title">${label}</bdi></span>
  </div>`;
}
