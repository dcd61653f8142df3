import { css } from 'lit';

/**
 * The tokens. Each may be set from outside, on the element or on anything above it: `--feed-accent: teal`.
 * Light or dark follows the `color-scheme` of the page.
 */
export const baseStyles = css`
  :host {
    --_text: var(--feed-text, light-dark(#1b1f24, #e8eaed));
    --_soft: var(--feed-text-soft, light-dark(#5b6470, #a3abb6));
    --_surface: var(--feed-surface, light-dark(#fff, #17191d));
    --_inset: var(--feed-inset, light-dark(#f6f7f9, #1f2227));
    --_line: var(--feed-line, light-dark(#e3e6ea, #2b2f36));
    --_accent: var(--feed-accent, light-dark(#2f5bea, #8aa8ff));
    --_on-accent: var(--feed-on-accent, light-dark(#fff, #0e1013));
    --_danger: var(--feed-danger, light-dark(#b42318, #ff9b8f));
    --_radius: var(--feed-radius, 14px);
    --_radius-inner: var(--feed-radius-inner, 10px);
    --_avatar: var(--feed-avatar, 40px);
    /* How high a button is. */
    --_row: 36px;
    display: block;
    /* What is placed in it stays in it, and lies above nothing outside of it. */
    z-index: 0;
    position: relative;
    color: var(--_text);
    font-family: var(--feed-font, system-ui, sans-serif);
    line-height: 1.5;
    text-align: start;
  }
  :host([hidden]) {
    display: none;
  }
  * {
    box-sizing: border-box;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  :is(a, .others, .text-button):hover {
    text-decoration: underline;
  }
  button {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :focus-visible,
  :host(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  b {
    font-weight: 640;
  }
  small {
    color: var(--_soft);
    font-size: 0.867em;
  }
  .text-button {
    min-block-size: var(--_row);
    color: var(--_accent);
    font-weight: 550;
  }
  .pill {
    min-block-size: var(--_row);
    padding: 0 14px;
    border: 1px solid;
    border-radius: 99px;
    font-size: 0.933em;
    font-weight: 550;
  }
  .loud {
    /* Seen in forced colours. */
    border: 1px solid transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  /* On a screen to touch, the last tap would stay. */
  @media (hover: hover) {
    .pill:hover {
      background: var(--_inset);
    }
    button:is(.loud, .play):hover {
      background: color-mix(in oklab, var(--_accent), var(--_text) 15%);
    }
  }
  button:is(.pill, .play):active {
    translate: 0 1px;
  }
  @media (pointer: coarse) {
    :host {
      --_row: 44px;
    }
    button:not(.faces, .others),
    .action {
      min-inline-size: 44px;
      min-block-size: 44px;
    }
  }
`;
