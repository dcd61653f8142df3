import { html, type TemplateResult } from 'lit';

/** A drawing of one line, 24 by 24, beside words that say the same. */
export const icon = (line: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${line} /></svg>`;
