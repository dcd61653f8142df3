import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../card-element.js';

interface Unplayable {
  /** Of an `audio` or `video`. */
  readonly handleError: () => void;
  /** Said once it cannot be played. */
  readonly notice: TemplateResult | typeof nothing;
}

/** Whether the file that the player `key` opens can be played is known only when it fails. */
export function unplayable(key: string, view: View): Unplayable {
  const broken = `${key}broken`;
  const isBroken = view.isOpen(broken);
  return {
    handleError: () => {
      if (!view.isOpen(broken)) view.toggle(broken);
    },
    notice: isBroken ? html`<small role="status">${view.words.term('cannotPlay')}</small>` : nothing,
  };
}
