import { html, nothing, type TemplateResult } from 'lit';
import type { SafeUrl } from '../model/safe-url.js';

const mark = (event: Event, broken: boolean) => {
  if (event.currentTarget instanceof Element) event.currentTarget.classList.toggle('broken', broken);
};
const handleError = (event: Event) => {
  mark(event, true);
};
const handleLoad = (event: Event) => {
  mark(event, false);
};

export interface ImageOptions {
  readonly alt?: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Only for pictures that may be far below: each lazy image costs something in every frame of a scroll. */
  readonly lazy?: boolean;
}

/** A picture from anywhere. When it cannot be shown, what lies under it shows through. */
export function image(src: SafeUrl, options: ImageOptions = {}): TemplateResult {
  return html`<img
    src=${src}
    alt=${options.alt ?? ''}
    width=${options.width ?? nothing}
    height=${options.height ?? nothing}
    loading=${options.lazy ? 'lazy' : nothing}
    decoding="async"
    referrerpolicy="no-referrer"
    @error=${handleError}
    @load=${handleLoad}
  />`;
}
