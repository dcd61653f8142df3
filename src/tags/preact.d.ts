// Types of the tags in TSX of Preact.
import type { JSX } from 'preact';
import type { FeedListeners, FeedTags } from '../tag-types.js';

type Tags = {
  [Tag in keyof FeedTags]: JSX.HTMLAttributes<FeedTags[Tag]['element']> &
    FeedTags[Tag]['props'] &
    FeedListeners;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
