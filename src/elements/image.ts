import { html, nothing, type TemplateResult } from 'lit';
import type { SafeUrl } from '../model/safe-url.js';

/** What could not be loaded has the class `broken`. */
const markBroken = ({ currentTarget, type }: Event): void => {
  if (currentTarget instanceof Element) currentTarget.classList.toggle('broken', type === 'error');
};

/**
 * A picture from anywhere. When it cannot be shown, what lies under it shows through. `lazy` is only for pictures
 * that may be far below: each lazy one costs something in every frame of a scroll.
 */
export function image(src: SafeUrl, loading?: 'lazy', alt = ''): TemplateResult {
  return html`<img
    src=${src}
    alt=${alt}
    loading=${loading ?? nothing}
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${markBroken}
    @load=${markBroken}
  />`;
}
