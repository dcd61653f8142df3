import { css } from 'lit';

/** What can be done with an event, what others said about it, and where the reader does. */
export const threadStyles = css`
  .actions,
  .links,
  .action {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    align-items: center;
  }
  .actions {
    margin: 8px -10px -6px;
  }
  .links {
    margin-inline-start: auto;
  }
  .action {
    gap: 6px;
    min-block-size: var(--_row);
    padding: 0 10px;
    border-radius: 99px;
    color: var(--_soft);
    font-size: 0.867em;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }
  /* The heart and its number look like one. */
  .action:has(+ .count) {
    min-inline-size: calc(var(--_row) - 4px);
    padding-inline-end: 4px;
  }
  button.count {
    min-inline-size: calc(var(--_row) - 4px);
    margin-inline-start: -4px;
    padding-inline: 2px 10px;
  }
  .action:not(span):hover {
    background: var(--_inset);
    text-decoration: none;
  }
  .action svg {
    inline-size: 1.4em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.7;
  }
  .on {
    color: var(--feed-like, light-dark(#c2255c, #ff8cb3));
  }
  .on svg {
    fill: currentColor;
  }
  a.action {
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
  }
  .bubble {
    justify-self: start;
    padding: 7px 12px;
    border-radius: 12px;
    background: var(--_inset);
  }
  .bubble p {
    margin: 0;
  }
  .bubble small {
    white-space: nowrap;
  }
  .sending .bubble {
    color: var(--_soft);
  }
  .unsent {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    align-items: center;
    margin-block-end: -5px;
    color: var(--_danger);
  }
  .reveal {
    font-size: 0.867em;
    margin-block-end: calc(9px - var(--_row) / 2);
  }

  .composer {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
    justify-content: end;
    margin-block-start: 8px;
  }
  textarea {
    flex: 1 1 160px;
    min-inline-size: 0;
    min-block-size: var(--_row);
    max-block-size: 12em;
    margin: 0;
    padding: max(6px, var(--_row) / 2 - 0.5lh - 1px) 14px;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_row) / 2);
    background: none;
    color: inherit;
    font: inherit;
    font-size: 0.933em;
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--_soft);
    opacity: 1;
  }
  textarea:focus-visible {
    outline-offset: -1px;
  }
  @media (pointer: coarse) {
    textarea {
      /* Below this, iOS zooms in on what gets the focus. */
      font-size: max(16px, 0.933em);
    }
  }
`;
