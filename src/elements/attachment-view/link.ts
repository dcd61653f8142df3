import { html, nothing } from 'lit';
import type { LinkAttachment, UnknownAttachment } from '../../model/event.js';
import { displayHost } from '../../model/safe-url.js';
import { image } from '../image.js';
import { outerLink, type Opener } from '../outer-link.js';
import type { Words } from '../words.js';

type Titled = Pick<UnknownAttachment, 'url' | 'title'> &
  Partial<Pick<LinkAttachment, 'description' | 'image'>>;

/**
 * A link with its title, and below it the host that the browser will really go to. Also what stands for a kind
 * that this library does not know: a title at least.
 */
export function link({ url, title, description, image: src }: Titled, opens: Opener, words: Words): unknown {
  const host = url && displayHost(url);
  const label = title ?? host ?? words.term('attachment');
  const content = html`${src && html`<span class="thumb">${image(src, 'lazy')}</span>`}<span class="about">
      <bdi class="title" .textContent=${label}></bdi>
      ${description && html`<small class="line" dir="auto" .textContent=${description}></small>`}
      ${host && label.toLowerCase() !== host ? html`<small class="line" part="host"><bdi .textContent=${host}></bdi></small>` : nothing}
    </span>`;
  return url
    ? outerLink(url, content, opens, { class: 'box link' })
    : html`<div class="box">${content}</div>`;
}
