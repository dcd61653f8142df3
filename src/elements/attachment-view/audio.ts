import { html, nothing, type TemplateResult } from 'lit';
import type { AudioAttachment } from '../../model/event.js';
import type { View } from '../card-element.js';
import { namedLink, type Opener } from '../outer-link.js';
import { formatDuration } from './duration.js';
import { unplayable } from './unplayable.js';

/** One line; the browser's own player comes when the reader presses play. */
export function audio(attachment: AudioAttachment, key: string, opens: Opener, view: View): TemplateResult {
  const { words } = view;
  const { src, artist, duration } = attachment;
  const title = attachment.title ?? words.term('audio');
  const { handleError, notice } = unplayable(key, src, view);
  const handlePress = () => {
    if (src && opens(src)) void view.play(key);
  };
  return html`<div class="box audio">
    ${
      !src
        ? nothing
        : view.isOpened(key)
          ? html`<audio src=${src} aria-label=${title} controls autoplay @error=${handleError}></audio>`
          : html`<button
              class="play"
              part="play"
              aria-label=${words.term('play', title)}
              @click=${handlePress}
            ></button>`
    }
    <span class="about">
      ${namedLink(attachment.url, title, opens, { title: true })}
      ${artist && html`<small class="line"><bdi>${artist}</bdi></small>`} ${notice}
    </span>
    ${duration ? html`<small>${formatDuration(duration)}</small>` : nothing}
  </div>`;
}
