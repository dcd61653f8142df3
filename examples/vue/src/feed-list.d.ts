import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { FeedErrorEvent, FeedList, FeedLoadEvent } from 'whats-new-feed';

type Properties = Partial<Pick<FeedList, 'source' | 'limit' | 'label' | 'template'>>;

interface Events {
  'feed-load': (event: FeedLoadEvent) => void;
  'feed-error': (event: FeedErrorEvent) => void;
}

declare module 'vue' {
  interface GlobalComponents {
    'feed-list': new () => FeedList & {
      /** @deprecated Only for the types of the template. */
      $props: HTMLAttributes & Properties & PublicProps;
      /** @deprecated Only for the types of the template. */
      $emit: EmitFn<Events>;
    };
  }
}
