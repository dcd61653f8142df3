/// <reference types="whats-new-feed/tags/svelte" />
import type { SvelteHTMLElements } from 'svelte/elements';
import type { FeedSource } from 'whats-new-feed';

type List = SvelteHTMLElements['feed-list'];

export const list = (source: FeedSource): List => ({
  source,
  limit: 5,
  'token-url': '/t',
  'onfeed-load': ({ total }) => total.toFixed(),
});
// @ts-expect-error -- a number is wanted
export const wrongLimit: List = { limit: 'five' };
// @ts-expect-error -- the event has other fields
export const wrongEvent: List = { 'onfeed-load': ({ nothing }) => nothing };
