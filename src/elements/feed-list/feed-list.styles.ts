import { css } from 'lit';

export const feedListStyles = css`
  :host {
    /* 15 px where the page says nothing; it follows the page's own size and a reader's text zoom. */
    font-size: var(--feed-font-size, 0.9375em);
  }
  .before {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 4px 12px;
    align-items: baseline;
    margin: 0 4px 10px;
  }
  .before:focus,
  .after:focus {
    outline: none;
  }
  .heading {
    font-size: 1.133em;
    font-weight: 650;
    line-height: 1.3;
  }
  .unseen,
  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  event-card {
    margin-block-end: 10px;
    scroll-margin-block: var(--feed-sticky-top, 12px) 12px;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 260px;
  }

  .note {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: space-between;
    padding: 12px 16px;
    border-radius: var(--_radius);
    background: var(--_danger-soft);
    color: var(--_danger);
    font-size: 0.933em;
    overflow-wrap: anywhere;
  }
  .again {
    flex: none;
    min-block-size: 36px;
    padding: 0 14px;
    border: 1px solid;
    border-radius: 99px;
    font-size: 0.93em;
    font-weight: 600;
  }
  .more {
    display: block;
    inline-size: 100%;
    min-block-size: 44px;
    padding: 0 16px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    background: var(--_surface);
    font-size: 0.933em;
    font-weight: 600;
  }
  .more:hover,
  .again:hover {
    background: var(--_inset);
  }
  .end {
    margin: 0;
    padding: 8px 0 24px;
    color: var(--_soft);
    font-size: 0.867em;
    text-align: center;
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
    margin-block-end: 10px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
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
  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation-duration: 1ms;
    }
  }
  @media (pointer: coarse) {
    .again {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .note {
      border: 1px solid;
    }
  }
`;
