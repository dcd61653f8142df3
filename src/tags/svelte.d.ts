// Types of the tags in templates of Svelte 5.
import type { HTMLAttributes } from 'svelte/elements';
import type { FeedListeners, FeedTags } from '../tag-types.js';

type Tags = {
  [Tag in keyof FeedTags]: HTMLAttributes<FeedTags[Tag]['element']> & FeedTags[Tag]['props'] & FeedListeners;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
