import { css } from 'lit';

export const cardStyles = css`
  :host {
    container-type: inline-size;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  /* What gets the focus by a key never lies below the list's button for newer events or its notice. */
  a,
  button,
  textarea:not(:active) {
    scroll-margin-block: calc(var(--feed-sticky-top, 12px) + 36px) 6em;
  }
  .card,
  .subevent,
  .comment {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 10px;
  }
  /* A border, because a ground is not seen in forced colours. */
  .unread {
    position: absolute;
    inset-inline-start: 4px;
    inset-block-start: calc(12px + var(--_avatar) / 2);
    border: 4px solid var(--_accent);
    border-radius: 50%;
  }
  .card,
  .own {
    column-gap: 12px;
    padding: 16px;
  }
  .faces {
    display: grid;
    inline-size: var(--_avatar);
    block-size: var(--_avatar);
    border-radius: 50%;
  }
  .stack .avatar {
    --_avatar: 28px;
    grid-area: 1 / 1;
    box-sizing: content-box;
    margin: -2px;
    border: 2px solid var(--_surface);
  }
  .stack :nth-child(2) {
    place-self: end;
  }
  .who {
    align-self: center;
    min-inline-size: 0;
    line-height: 1.35;
  }
  .did {
    color: var(--_soft);
  }
  /* Chromium drops a blank beside a marker of Lit's from the name of the heading. */
  .did::before {
    content: ' ';
  }
  .did :is(a, bdi) {
    color: var(--_text);
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
  .when .broken {
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
  /* In its own direction, as the text below it is. */
  .event-title bdi {
    display: block;
  }
  .event-title + .text {
    margin-block-start: 4px;
  }
  /* No line is higher for the button in it. */
  .text .text-button {
    margin-block: -11px;
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
    padding: 12px;
    font-size: 0.933em;
  }
  .subevent .subevent {
    font-size: 1em;
  }
  .subevent :is(.box, .people, .bubble, .action:not(span):hover) {
    background: var(--_surface);
  }
  .subevent .stack .avatar {
    --_avatar: 18px;
  }

  .failed {
    display: block;
    margin: 0;
    color: var(--_soft);
  }

  @container (inline-size < 420px) {
    .card {
      --_avatar: var(--feed-avatar, 36px);
      --_title-lines: 2;
      column-gap: 10px;
      padding: 12px;
    }
    .unread {
      inset-inline-start: 2px;
      inset-block-start: calc(8px + var(--_avatar) / 2);
    }
    :is(.card, .subevent .subevent) > .body {
      grid-column: 1 / -1;
    }
  }
`;
