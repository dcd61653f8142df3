import { html, nothing, type TemplateResult } from 'lit';
import type { SafeUrl } from '../model/safe-url.js';

/**
 * A picture from anywhere. When it cannot be shown, what lies under it shows through: see `CardElement`. `lazy` is only
 * for pictures that may be far below: each lazy one costs something in every frame of a scroll.
 */
export const image = (src: SafeUrl, loading?: 'lazy', alt = ''): TemplateResult =>
  html`<img
    src=${src}
    alt=${alt}
    loading=${loading ?? nothing}
    decoding="async"
    referrerpolicy="no-referrer"
  />`;
