import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../card-element.js';

interface Unplayable {
  /** Of an `audio` or `video`. */
  readonly handleError: () => void;
  /** Said once it cannot be played. */
  readonly notice: TemplateResult | typeof nothing;
}

/** Whether a file can be played is known only when it fails; another one may come in its place. */
export function unplayable(key: string, src: string | undefined, view: View): Unplayable {
  const broken = `${key}broken ${src}`;
  const isBroken = view.isOpened(broken);
  return {
    handleError: () => {
      if (!view.isOpened(broken)) view.toggle(broken);
    },
    notice: isBroken ? html`<small role="status">${view.words.term('cannotPlay')}</small>` : nothing,
  };
}
