import { css } from 'lit';

/**
 * The tokens. Each may be set from outside, on the element or on anything above it: `--feed-accent: teal`.
 * Light or dark follows the `color-scheme` of the page.
 */
export const baseStyles = css`
  :host {
    --_font: var(--feed-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    --_text: var(--feed-text, light-dark(#1b1f24, #e8eaed));
    --_soft: var(--feed-text-soft, light-dark(#5b6470, #a3abb6));
    --_surface: var(--feed-surface, light-dark(#fff, #17191d));
    --_inset: var(--feed-inset, light-dark(#f6f7f9, #1f2227));
    --_line: var(--feed-line, light-dark(#e3e6ea, #2b2f36));
    --_accent: var(--feed-accent, light-dark(#2f5bea, #8aa8ff));
    --_on-accent: var(--feed-on-accent, light-dark(#fff, #0e1013));
    --_like: var(--feed-like, light-dark(#c2255c, #ff8cb3));
    --_danger: var(--feed-danger, light-dark(#b42318, #ff9b8f));
    --_danger-soft: var(--feed-danger-soft, light-dark(#fdf0ee, #3a1d1a));
    --_radius: var(--feed-radius, 14px);
    --_radius-inner: var(--feed-radius-inner, 10px);
    --_avatar: var(--feed-avatar, 40px);
    display: block;
    color: var(--_text);
    font-family: var(--_font);
    line-height: 1.5;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  *::before {
    box-sizing: border-box;
  }
  a {
    color: inherit;
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  :is(a, button, video, audio, iframe):focus-visible,
  :host(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  b {
    font-weight: 620;
  }
  small {
    color: var(--_soft);
    font-size: 0.867em;
  }
  img.broken {
    opacity: 0;
  }
  .text-button {
    padding: 0;
    color: var(--_accent);
    font-weight: 550;
  }
  .text-button:hover {
    text-decoration: underline;
  }
  @media (pointer: coarse) {
    .text-button {
      min-block-size: 44px;
    }
  }
`;
