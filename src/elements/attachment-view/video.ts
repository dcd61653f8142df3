import { html, nothing, type TemplateResult } from 'lit';
import type { Player, VideoAttachment } from '../../model/event.js';
import type { View } from '../card-element.js';
import { image } from '../image.js';
import { namedLink, outerLink, type Opener } from '../outer-link.js';
import { formatDuration } from './duration.js';
import { ratioOf } from './images.js';
import { unplayable } from './unplayable.js';

const SANDBOX =
  'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox';

function playing({ type, src }: Player, title: string, handleError: () => void): TemplateResult {
  // YouTube refuses to play without a referrer ("Error 153"), hence the one exception from no-referrer.
  return type === 'frame'
    ? html`<iframe
        src=${src}
        title=${title}
        sandbox=${SANDBOX}
        allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
        referrerpolicy="strict-origin-when-cross-origin"
        ?credentialless=${crossOriginIsolated}
      ></iframe>`
    : html`<video
        src=${src}
        aria-label=${title}
        controls
        autoplay
        playsinline
        @error=${handleError}
      ></video>`;
}

/** Poster and button. Nothing is asked of the player's host before the reader presses it. */
export function video(attachment: VideoAttachment, key: string, opens: Opener, view: View): TemplateResult {
  const { words } = view;
  const { title, description, player, poster, url, duration } = attachment;
  const name = title ?? words.term('video');
  const { handleError, notice } = unplayable(key, player?.src, view);
  const handlePress = () => {
    if (player && opens(player.src)) void view.play(key);
  };
  const length = duration ? formatDuration(duration) : '';
  const label = words.term('play', length ? `${name}, ${length}` : name);
  const face = html`<span class="poster"
    >${poster && image(poster, 'lazy')}${(player ?? url) && html`<span class="play"></span>`}${
      length && html`<span class="duration">${length}</span>`
    }</span
  >`;
  const sized = attachment.width ? attachment : player;
  return html`<figure class="box video">
    <div class="stage" .style=${`aspect-ratio:${sized?.width ? ratioOf(sized) : 16 / 9}`}>
      ${
        !player
          ? outerLink(url, face, opens, { label })
          : view.isOpened(key)
            ? playing(player, name, handleError)
            : html`<button part="play" aria-label=${label} @click=${handlePress}>${face}</button>`
      }
    </div>
    ${
      title || description || notice !== nothing
        ? html`<figcaption class="about">
            ${namedLink(url, title ?? '', opens, { title: true })}
            <small dir="auto">${description}</small>
            ${notice}
          </figcaption>`
        : nothing
    }
  </figure>`;
}
