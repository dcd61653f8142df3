import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './card-element.js';

/** A button that opens a part of the card, and closes it again. */
export function disclosure(
  content: unknown,
  key: string,
  view: View,
  style: string,
  label?: string,
): TemplateResult {
  const handleClick = () => {
    view.toggle(key);
  };
  return html`<button
    class=${style}
    aria-expanded=${view.isOpen(key) ? 'true' : 'false'}
    aria-label=${label ?? nothing}
    @click=${handleClick}
  >
    ${content}
  </button>`;
}
