import { css } from 'lit';

/** Attachments, and people, who may be one. */
export const attachmentStyles = css`
  .avatar {
    position: relative;
    display: inline-grid;
    flex: none;
    place-items: center;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    overflow: hidden;
    border-radius: 50%;
    /* White on this lightness is 4.5:1 or more in every hue. */
    background: oklch(0.5 0.11 var(--_hue));
    color: #fff;
    font-size: calc(var(--_avatar) * 0.4);
    font-weight: 640;
    line-height: 1;
    user-select: none;
    forced-color-adjust: none;
  }
  .avatar::before {
    content: attr(data-initial);
  }
  .people {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
    padding: 10px 12px;
    border-radius: var(--_radius-inner);
    background: var(--_inset);
    list-style: none;
  }
  .people li {
    display: flex;
    gap: 10px;
    align-items: center;
  }
  .people span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .people small {
    display: block;
  }
  .people i {
    color: var(--_accent);
    font-style: normal;
  }

  .box,
  .single,
  .set,
  .subevent {
    margin: 8px 0 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-inner);
    background: var(--_inset);
    overflow: hidden;
  }
  .about {
    display: block;
    flex: 1;
    min-inline-size: 0;
    padding: 10px 12px;
  }
  .title,
  .line {
    display: block;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .title,
  .line,
  .people small {
    /* As Chromium has it, and the others. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .title {
    font-weight: 640;
    line-height: 1.35;
  }
  /* A description, which the page behind the link has in full; a host and an artist are nowhere else. */
  .line[dir] {
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .link {
    display: flex;
  }
  .link:hover {
    text-decoration: none;
  }
  .link:hover .title,
  .audio a {
    text-decoration: underline;
  }
  .link .title {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_title-lines, 1);
  }
  .thumb,
  .picture {
    position: relative;
    flex: none;
    inline-size: 84px;
    background: var(--_line);
  }
  :is(.avatar, .thumb, .picture, .poster) img,
  .poster,
  .stage > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  :is(.avatar, .thumb, .picture, .poster) img {
    object-fit: cover;
  }
  img.broken {
    opacity: 0;
  }
  .avatar img {
    background: var(--_inset);
  }

  .picture {
    display: grid;
    place-items: center;
    inline-size: auto;
    block-size: 100%;
  }
  /* Seen until the picture is there, and for good when it cannot be shown. */
  .picture::before {
    content: '';
    inline-size: 22px;
    block-size: 16px;
    border: 2px solid var(--_soft);
    border-radius: 4px;
  }
  .set {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 3px;
  }
  .set:not(.three) .picture {
    aspect-ratio: 1;
  }
  .three {
    grid-template: 1fr 1fr / 2fr 1fr;
    aspect-ratio: 2;
  }
  .three :nth-child(1) {
    grid-row: span 2;
  }
  .three :nth-child(3),
  .rest {
    grid-area: 2 / 2;
  }
  .rest {
    direction: ltr;
    z-index: 1;
    font-size: 1.33em;
    font-weight: 640;
  }

  .stage {
    position: relative;
    background: #23262b;
  }
  .poster {
    display: grid;
    place-items: center;
  }
  .rest,
  .play,
  .duration {
    border: 1px solid transparent;
    background: rgb(0 0 0 / 0.6);
    color: #fff;
  }
  .play {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 60px;
    aspect-ratio: 1;
    border-radius: 50%;
  }
  .poster:hover .play {
    background: rgb(0 0 0 / 0.8);
  }
  /* A border and no ground, which forced colours would take away. */
  .play::before {
    content: '';
    margin-inline-start: 8%;
    border: 10px solid;
    clip-path: polygon(0 0, 100% 50%, 0 100%);
  }
  .duration {
    position: absolute;
    inset: auto 8px 8px auto;
    padding: 0 6px;
    border-radius: 6px;
    font-size: 0.8em;
  }
  .video .title {
    font-size: 0.933em;
  }
  /* On a ground of its own: a picture may have any colour. */
  :is(.single, .set, .stage) :focus-visible {
    z-index: 2;
    border: 6px solid var(--_surface);
    outline-offset: -4px;
  }

  .audio {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    padding: 10px 12px;
  }
  .audio .about {
    padding: 0;
  }
  .audio .title {
    font-weight: 400;
  }
  .audio .play {
    inline-size: 40px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .audio .play::before {
    border-width: 7px;
  }
  audio {
    flex-basis: 100%;
    order: 1;
    block-size: 40px;
    margin-block-start: 8px;
  }
`;
