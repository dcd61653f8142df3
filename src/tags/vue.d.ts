// Types of the tags in templates of Vue 3.
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { FeedEvents, FeedTags } from '../tag-types.js';

type Emits = { [Name in keyof FeedEvents]: (event: FeedEvents[Name]) => void };

type Tags = {
  [Tag in keyof FeedTags]: new () => FeedTags[Tag]['element'] & {
    /** @deprecated Only for the types of the template. */
    $props: HTMLAttributes & FeedTags[Tag]['props'] & PublicProps;
    /** @deprecated Only for the types of the template. */
    $emit: EmitFn<Emits>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
