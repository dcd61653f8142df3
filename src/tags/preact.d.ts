// Types of the tags in TSX of Preact, from 10.27.
import type { HTMLAttributes } from 'preact';
import type { FeedListeners, FeedTags } from '../tag-types.js';

type Tags = {
  [Tag in keyof FeedTags]: HTMLAttributes<FeedTags[Tag]['element']> & FeedTags[Tag]['props'] & FeedListeners;
};

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
