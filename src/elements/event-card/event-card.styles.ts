import { css } from 'lit';

export const cardStyles = css`
  :host {
    container: event-card / inline-size;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 12px;
    padding: 16px;
  }
  .own {
    padding: 16px;
  }
  .faces {
    display: block;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    padding: 0;
    border-radius: 50%;
  }
  .stack {
    position: relative;
  }
  .stack .avatar {
    --_avatar: 28px;
    position: absolute;
    inset: 0 auto auto 0;
    border: 2px solid var(--_surface);
    box-sizing: content-box;
    margin: -2px;
    font-size: 0.75em;
  }
  .stack .avatar + .avatar {
    inset: auto 0 0 auto;
  }
  :host(:dir(rtl)) .stack .avatar {
    inset: 0 0 auto auto;
  }
  :host(:dir(rtl)) .stack .avatar + .avatar {
    inset: auto auto 0 0;
  }
  .who {
    align-self: center;
    min-inline-size: 0;
    line-height: 1.35;
  }
  .did {
    color: var(--_soft);
  }
  .text-plain {
    padding: 0;
    font-weight: inherit;
  }
  .text-plain:hover {
    text-decoration: underline;
  }
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0 6px;
    align-items: center;
    margin-block-start: 1px;
    color: var(--_soft);
    font-size: 0.867em;
  }
  .when img {
    inline-size: 14px;
    block-size: 14px;
    border-radius: 3px;
    vertical-align: -2px;
  }
  .when img.broken {
    display: none;
  }

  .body {
    grid-column: 2;
    max-inline-size: 68ch;
    min-inline-size: 0;
  }
  p {
    margin: 8px 0 0;
  }
  .lines {
    white-space: pre-line;
  }
  .event-title {
    font-size: 1.067em;
    font-weight: 640;
    line-height: 1.35;
  }
  .event-title + .text {
    margin-block-start: 4px;
  }
  .description {
    color: var(--_soft);
    font-size: 0.933em;
  }
  .address {
    color: var(--_accent);
    text-decoration: underline;
  }

  .subevent {
    --_avatar: 28px;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 10px;
    margin-block-start: 8px;
    padding: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-inner);
    background: var(--_inset);
    font-size: 0.933em;
  }
  .subevent .subevent {
    font-size: 1em;
  }
  .subevent :is(.box, .people, .bubble) {
    background: var(--_surface);
  }
  .subevent .avatar {
    font-size: 0.8em;
  }
  .subevent .stack .avatar {
    --_avatar: 18px;
    font-size: 0.6em;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
    margin: 8px -10px -6px;
  }
  .action {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 36px;
    padding: 0 10px;
    border-radius: 99px;
    color: var(--_soft);
    font-size: 0.867em;
    font-weight: 550;
  }
  button.action:hover,
  a.action:hover {
    background: var(--_inset);
    text-decoration: none;
  }
  .subevent :is(button, a).action:hover {
    background: var(--_surface);
  }
  .action svg {
    inline-size: 18px;
    block-size: 18px;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
  }
  .on {
    color: var(--_like);
  }
  .on svg {
    fill: currentColor;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: auto;
  }
  .link-action {
    color: var(--_accent);
  }

  .comments {
    display: grid;
    gap: 8px;
    margin: 10px 0 0;
    padding: 10px 0 0;
    border-block-start: 1px solid var(--_line);
    font-size: 0.933em;
    list-style: none;
  }
  .comment {
    --_avatar: 28px;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 10px;
  }
  .comment .avatar {
    font-size: 0.8em;
  }
  .bubble {
    justify-self: start;
    max-inline-size: 100%;
    padding: 7px 12px;
    border-radius: 12px;
    background: var(--_inset);
  }
  .bubble p {
    margin: 0;
  }
  .all-comments {
    min-block-size: 36px;
    font-size: 0.867em;
  }
  .failed {
    grid-column: 1 / -1;
    margin: 0;
    color: var(--_soft);
  }

  @container event-card (inline-size < 420px) {
    .card {
      --_avatar: var(--feed-avatar, 36px);
      --_title-lines: 2;
      column-gap: 10px;
      padding: 12px;
    }
    .card > .body {
      grid-column: 1 / -1;
    }
  }

  @media (pointer: coarse) {
    .action,
    .all-comments {
      min-block-size: 44px;
    }
  }
`;
