import { css } from 'lit';

export const feedListStyles = css`
  :host {
    /* 15 px where the page says nothing; it follows the page's own size and a reader's text zoom. */
    font-size: var(--feed-font-size, 0.9375em);
  }
  .before,
  .note {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: baseline;
    justify-content: space-between;
    margin: 0 4px 10px;
  }
  div:focus {
    outline: none;
  }
  .heading {
    font-size: 1.133em;
    font-weight: 640;
    line-height: 1.3;
  }
  .badge {
    padding: 2px 8px;
    border-radius: 99px;
    font-size: 0.733em;
    vertical-align: 1px;
  }
  .before > .text-button {
    /* Without a height of its own: the cards stay where they are when it comes. */
    margin-block: calc(9px - var(--_row) / 2);
    font-size: 0.867em;
  }
  .info {
    flex: 1 0 100%;
    margin-inline: -4px;
  }
  .info small {
    display: block;
    margin: 0 4px 6px;
  }
  .info event-card {
    margin: 0;
  }
  svg {
    inline-size: 16px;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
  }
  .info svg {
    inline-size: 14px;
    vertical-align: -2px;
  }
  .hidden,
  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* The margins of the cards stay inside, so that a spacer is as high as they were. */
  .page {
    display: flow-root;
    container-type: inline-size;
  }
  .chapter {
    contain: strict;
  }
  event-card {
    /* In Firefox a container that is not drawn has no height, whatever it is guessed to be. */
    container-type: normal;
    content-visibility: auto;
    contain-intrinsic-block-size: auto var(--_height, 260px);
  }
  /* Where a reader begins, nothing is guessed that is seen, lest all below it jumps. */
  .page:first-child event-card:nth-child(-n + 10) {
    content-visibility: visible;
  }
  event-card[later] {
    block-size: var(--_height, 260px);
  }
  /* What was never drawn has a guessed height: without scroll anchoring, reading upwards would jump. So it does in Firefox,
     whose anchoring does not see to that; only Firefox knows the other property. */
  @supports (not (overflow-anchor: auto)) or (-moz-appearance: none) {
    event-card {
      content-visibility: visible;
    }
  }
  event-card,
  .bone {
    margin-block-end: 10px;
  }
  event-card,
  .before,
  .before * {
    scroll-margin-block: var(--feed-sticky-top, 12px) 12px;
  }

  /* Without a height of its own: nothing moves when it comes. */
  .newer {
    display: flex;
    position: sticky;
    z-index: 1;
    inset-block-start: calc(var(--feed-sticky-top, 0px) + 22px);
    justify-content: center;
    align-items: center;
    block-size: 0;
    animation: appear 150ms;
  }
  .newer button {
    display: flex;
    gap: 6px;
    align-items: center;
    box-shadow: 0 4px 14px rgb(0 0 0 / 0.18);
  }
  .gap,
  .end {
    color: var(--_soft);
    text-align: center;
  }
  .gap {
    margin-block-end: 10px;
    font-size: 0.933em;
  }
  .gap p {
    margin: 0 0 6px;
  }
  .notice {
    display: flex;
    position: sticky;
    z-index: 1;
    inset-block-end: 12px;
    flex-wrap: wrap;
    gap: 0 16px;
    align-items: center;
    inline-size: fit-content;
    margin: 10px auto 0;
    padding: 5px 15px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 0.933em;
    animation: appear 150ms;
  }
  .notice bdi {
    padding-block: 6px;
  }
  event-card[part~='target'] {
    border-radius: var(--_radius);
    outline: 2px solid transparent;
    outline-offset: 2px;
    animation: aim 2s;
  }
  @keyframes aim {
    from,
    50% {
      outline-color: var(--_accent);
    }
  }

  .note {
    flex-wrap: nowrap;
    align-items: center;
    margin: 0;
    padding: 11px 15px;
    /* Seen in forced colours. */
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--feed-danger-soft, light-dark(#fdf0ee, #3a1d1a));
    color: var(--_danger);
    font-size: 0.933em;
    overflow-wrap: anywhere;
  }
  .again {
    flex: none;
  }
  .more {
    inline-size: 100%;
    min-block-size: 44px;
    border-color: var(--_line);
    background: var(--_surface);
  }
  .end {
    margin: 0;
    padding: 8px 0 24px;
    font-size: 0.867em;
  }

  /* Only a load that takes longer than this shows that it runs. */
  .skeleton {
    animation: appear 150ms 150ms both;
  }
  @keyframes appear {
    from {
      opacity: 0;
    }
  }
  .bone {
    display: grid;
    grid-template-columns: var(--_avatar) 1fr;
    gap: 8px 12px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  /* The cards have no width of their own: where the page gives none, as in a dialog, this does. */
  .sentinel {
    display: grid;
    grid-template-columns: minmax(0, 40em);
  }
  .bone > * {
    grid-column: 2;
    block-size: 12px;
    border-radius: 6px;
    background: var(--_line);
  }
  .bone i {
    grid-area: 1 / 1 / span 2;
    block-size: var(--_avatar);
    border-radius: 50%;
  }
  .bone :nth-child(2) {
    inline-size: 55%;
    align-self: end;
  }
  .bone :nth-child(3) {
    inline-size: 30%;
  }
  .bone :nth-child(5) {
    inline-size: 80%;
  }
  /* On paper a page that has given up its cards is its words. */
  @media print {
    .page,
    .chapter {
      block-size: auto !important;
      contain: none;
    }
    [hidden] {
      content-visibility: visible;
      white-space: pre-line;
    }
    .newer,
    .notice,
    .more {
      display: none;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .skeleton,
    .newer,
    .notice {
      animation-duration: 1ms;
    }
    event-card[part~='target'] {
      outline-color: var(--_accent);
      animation: none;
    }
  }
`;
