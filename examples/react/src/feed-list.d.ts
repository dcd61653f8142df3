import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { FeedErrorEvent, FeedList, FeedLoadEvent } from 'whats-new-feed';

type FeedListProps = DetailedHTMLProps<HTMLAttributes<FeedList>, FeedList> &
  Partial<Pick<FeedList, 'source' | 'limit' | 'label' | 'template'>> & {
    'onfeed-load'?: (event: FeedLoadEvent) => void;
    'onfeed-error'?: (event: FeedErrorEvent) => void;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'feed-list': FeedListProps;
    }
  }
}
