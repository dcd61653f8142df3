// Types of the tags in TSX of React 19.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FeedListeners, FeedTags } from '../tag-types.js';

type Tags = {
  [Tag in keyof FeedTags]: DetailedHTMLProps<
    HTMLAttributes<FeedTags[Tag]['element']>,
    FeedTags[Tag]['element']
  > &
    FeedTags[Tag]['props'] &
    FeedListeners;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
