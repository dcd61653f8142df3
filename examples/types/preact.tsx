/** @jsxImportSource preact */
/// <reference types="whats-new-feed/tags/preact" />
import type { FeedEvent, FeedSource } from 'whats-new-feed';

export const list = (source: FeedSource) => (
  <feed-list source={source} limit={5} token-url="/t" onfeed-load={({ total }) => total.toFixed()}>
    <h2 slot="header">News</h2>
  </feed-list>
);
export const card = (event: FeedEvent) => (
  <event-card event={event} onevent-open={(opened) => opened.preventDefault()} />
);
// @ts-expect-error -- a number is wanted
export const wrongLimit = <feed-list limit="five" />;
// @ts-expect-error -- the event has other fields
export const wrongEvent = <feed-list onfeed-load={({ nothing }) => nothing} />;
