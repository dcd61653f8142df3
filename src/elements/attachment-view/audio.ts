import { html, nothing, type TemplateResult } from 'lit';
import type { AudioAttachment } from '../../model/event.js';
import type { View } from '../card-element.js';
import { opensAttachment, outerLink } from '../outer-link.js';

/** One line; the browser's own player comes when the reader presses play. */
export function audio(attachment: AudioAttachment, key: string, view: View): TemplateResult {
  const { words } = view;
  const { src, url, artist, duration } = attachment;
  const title = attachment.title ?? words.term('audio');
  const opening = opensAttachment(attachment);
  const open = view.isOpen(key);
  const broken = view.isOpen(`${key}broken`);
  const handlePress = () => {
    if (src) void view.play(key, opening(src));
  };
  const handleError = () => {
    if (!broken) view.toggle(`${key}broken`);
  };
  const heading = html`<bdi class="title">${title}</bdi>`;
  return html`<div class="box audio">
    ${
      src && !open
        ? html`<button
            class="play"
            part="play"
            aria-label=${words.term('play', title)}
            @click=${handlePress}
          ></button>`
        : nothing
    }
    <span class="about">
      ${url ? outerLink(url, heading, view, opening) : heading}
      ${artist ? html`<small class="line"><bdi>${artist}</bdi></small>` : nothing}
      ${broken ? html`<small role="status">${words.term('cannotPlay')}</small>` : nothing}
    </span>
    ${duration ? html`<small>${words.duration(duration)}</small>` : nothing}
    ${
      src && open
        ? html`<audio
            class="player"
            src=${src}
            aria-label=${title}
            controls
            autoplay
            @error=${handleError}
          ></audio>`
        : nothing
    }
  </div>`;
}
