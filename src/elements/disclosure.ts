import { html, nothing, type TemplateResult } from 'lit';
import type { View } from './card-element.js';

/**
 * A button that opens a part of the card, and closes it again. One that goes when it is pressed stands behind what it opens.
 */
export function disclosure(
  content: unknown,
  key: string,
  view: View,
  style: string,
  label?: string,
): TemplateResult {
  const handleClick = async ({ currentTarget: button }: Event) => {
    if (!(button instanceof HTMLElement)) return;
    const last = button.previousElementSibling;
    view.toggle(key);
    await view.updateComplete;
    // What closed may have been longer than the screen.
    if (!view.isOpened(key)) button.scrollIntoView({ block: 'nearest' });
    const next = last?.nextElementSibling;
    if (!button.isConnected && next instanceof HTMLElement) next.focus();
  };
  return html`<button
    class=${style}
    aria-expanded=${view.isOpened(key)}
    aria-label=${label ?? nothing}
    @click=${handleClick}
  >
    ${content}
  </button>`;
}
