import { css } from 'lit';

export const attachmentStyles = css`
  .box,
  .single,
  .set {
    margin: 8px 0 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-inner);
    background: var(--_inset);
    overflow: hidden;
  }
  .about {
    display: block;
    min-inline-size: 0;
    padding: 10px 12px;
  }
  .title {
    display: block;
    font-weight: 600;
    line-height: 1.35;
    overflow-wrap: anywhere;
    text-align: match-parent;
  }
  .line {
    display: block;
    text-align: match-parent;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .link {
    display: flex;
  }
  .link:hover {
    text-decoration: none;
  }
  .link:hover .title {
    text-decoration: underline;
  }
  .link .about {
    flex: 1;
  }
  .link .title {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: var(--_title-lines, 1);
  }
  .thumb {
    position: relative;
    flex: none;
    inline-size: 84px;
    background: var(--_line);
  }
  .thumb img,
  .picture img,
  .poster img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .picture {
    position: relative;
    display: block;
    block-size: 100%;
    background: var(--_line);
  }
  /* Seen until the picture is there, and for good when it cannot be shown. */
  .picture::before {
    content: '';
    position: absolute;
    inset: 0;
    inline-size: 26px;
    block-size: 20px;
    margin: auto;
    border: 2px solid var(--_soft);
    border-radius: 4px;
  }
  .picture:focus-visible {
    outline-offset: -3px;
  }
  .set {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 3px;
  }
  .pair .picture,
  .open .picture {
    aspect-ratio: 1;
  }
  .three {
    grid-template: 1fr 1fr / 2fr 1fr;
    aspect-ratio: 2;
  }
  .three :nth-child(1) {
    grid-row: span 2;
  }
  .three :nth-child(3) {
    grid-area: 2 / 2;
  }
  .rest {
    grid-area: 2 / 2;
    z-index: 1;
    background: rgb(0 0 0 / 0.55);
    color: #fff;
    font-size: 1.33em;
    font-weight: 650;
  }
  .rest:focus-visible {
    outline-color: #fff;
    outline-offset: -4px;
  }

  .stage {
    position: relative;
    background: #23262b;
  }
  .stage > * {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
  }
  .poster {
    display: grid;
    place-items: center;
    padding: 0;
  }
  .poster:focus-visible {
    outline-color: #fff;
    outline-offset: -4px;
  }
  .play {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 60px;
    block-size: 60px;
    border-radius: 50%;
    background: rgb(0 0 0 / 0.62);
    color: #fff;
  }
  .play::before {
    content: '';
    inline-size: 18px;
    block-size: 22px;
    margin-inline-start: 5px;
    background: currentColor;
    clip-path: polygon(0 0, 100% 50%, 0 100%);
  }
  .poster:hover .play {
    background: rgb(0 0 0 / 0.78);
  }
  .duration {
    position: absolute;
    inset: auto 8px 8px auto;
    padding: 1px 6px;
    border-radius: 6px;
    background: rgb(0 0 0 / 0.7);
    color: #fff;
    font-size: 0.8em;
  }
  .video .title {
    font-size: 0.933em;
  }

  .audio {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    padding: 10px 12px;
  }
  .audio .about {
    flex: 1;
    padding: 0;
  }
  .audio .title {
    font-weight: 400;
  }
  .audio a {
    text-decoration: underline;
  }
  .audio .play {
    inline-size: 40px;
    block-size: 40px;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .audio .play::before {
    inline-size: 11px;
    block-size: 14px;
    margin-inline-start: 3px;
  }
  audio {
    flex-basis: 100%;
    block-size: 40px;
    margin-block-start: 8px;
  }
  @media (pointer: coarse) {
    .audio .play {
      inline-size: 44px;
      block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .play,
    .rest,
    .duration {
      border: 1px solid;
      background: Canvas;
      color: CanvasText;
    }
    .play::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
