// The client core without an element: what is shown is the page's own.
import { FeedClient } from 'whats-new-feed/client.js';
import { source } from './source.js';

const feed = new FeedClient(source, { limit: 5 });
await feed.loadMore();
document.querySelector('#status').textContent = feed.error?.message ?? `${feed.count} events`;
