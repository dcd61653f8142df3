import type { FeedClient } from '../../client/feed-client.js';

interface Bounds {
  /** So many pages are loaded at most, */
  readonly pages: number;
  /** and none when there are so many events. */
  readonly events: number;
  readonly signal: AbortSignal;
}

/** Loads until an event is there, and gives its place in the feed; undefined where it does not come. */
export async function findEvent(
  client: FeedClient,
  id: string,
  { pages, events, signal }: Bounds,
): Promise<number | undefined> {
  for (let loaded = 0; ; loaded++) {
    let start = 0;
    for (const page of client.pages) {
      const index = page.events.findIndex((event) => event.id === id);
      if (index >= 0) return start + index;
      start += page.count;
    }
    if (loaded === pages || start >= events || !client.hasMore) return undefined;
    await client.loadMore();
    if (signal.aborted || client.status === 'error') return undefined;
  }
}
