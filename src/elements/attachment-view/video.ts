import { html, nothing, type TemplateResult } from 'lit';
import type { Player, VideoAttachment } from '../../model/event.js';
import type { View } from '../card-element.js';
import { image } from '../image.js';
import { opensAttachment, outerLink } from '../outer-link.js';
import { ratioOf } from './images.js';

const SANDBOX =
  'allow-scripts allow-same-origin allow-presentation allow-popups allow-popups-to-escape-sandbox';

function playing(player: Player, title: string): TemplateResult {
  // YouTube refuses to play without a referrer ("Error 153"), hence the one exception from no-referrer.
  return player.type === 'frame'
    ? html`<iframe
        class="player"
        src=${player.src}
        title=${title}
        sandbox=${SANDBOX}
        allow="autoplay; fullscreen; encrypted-media; picture-in-picture"
        referrerpolicy="strict-origin-when-cross-origin"
        allowfullscreen
      ></iframe>`
    : html`<video
        class="player"
        src=${player.src}
        aria-label=${title}
        controls
        autoplay
        playsinline
      ></video>`;
}

/** Poster and button. Nothing is asked of the player's host before the reader presses it. */
export function video(attachment: VideoAttachment, key: string, view: View): TemplateResult {
  const { words } = view;
  const { player, poster, url, duration } = attachment;
  const title = attachment.title ?? words.term('video');
  const opening = opensAttachment(attachment);
  const handlePress = () => {
    if (player) void view.play(key, opening(player.src));
  };
  const length = duration ? words.duration(duration) : '';
  const label = words.term('play', length ? `${title}, ${length}` : title);
  const face = html`${poster ? image(poster, { lazy: true }) : nothing}<span class="play"></span>${
      length ? html`<span class="duration">${length}</span>` : nothing
    }`;
  const stage =
    player && view.isOpen(key)
      ? playing(player, title)
      : player
        ? html`<button class="poster" part="play" aria-label=${label} @click=${handlePress}>${face}</button>`
        : url
          ? outerLink(url, face, view, opening, { class: 'poster', label })
          : html`<span class="poster">${poster ? image(poster, { lazy: true }) : nothing}</span>`;
  const heading = html`<bdi class="title">${attachment.title}</bdi>`;
  const sized = attachment.width ? attachment : player;
  return html`<figure class="box video">
    <div class="stage" .style=${`aspect-ratio:${sized?.width ? ratioOf(sized) : 16 / 9}`}>${stage}</div>
    ${
      attachment.title || attachment.description
        ? html`<figcaption class="about">
            ${url ? outerLink(url, heading, view, opening) : heading}
            ${attachment.description ? html`<small dir="auto">${attachment.description}</small>` : nothing}
          </figcaption>`
        : nothing
    }
  </figure>`;
}
