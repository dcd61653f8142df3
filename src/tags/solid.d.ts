// Types of the tags in TSX of Solid.
import type { JSX } from 'solid-js';
import type { FeedListeners, FeedTags } from '../tag-types.js';

type Tags = {
  [Tag in keyof FeedTags]: JSX.HTMLAttributes<FeedTags[Tag]['element']> &
    FeedTags[Tag]['props'] &
    FeedListeners<'on:'>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
