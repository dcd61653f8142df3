import type { FeedClient } from '../../client/feed-client.js';

/** A client and how many lists show it now. */
interface Share {
  /** What it was made of: lists that are made of the same show the same. */
  readonly parts: readonly unknown[];
  readonly client: FeedClient;
  lists: number;
}

export type { Share };

/** Those that a list shows now. No other is kept: the next reader of the page may be somebody else. */
const shown = new Set<Share>();

/** The client that another list made of the same parts, or a new one. */
export function findShare(parts: readonly unknown[], make: () => FeedClient | undefined): Share | undefined {
  for (const share of shown) if (parts.every((part, index) => part === share.parts[index])) return share;
  const client = make();
  return client && { parts, client, lists: 0 };
}

export function joinShare(share: Share): void {
  share.lists += 1;
  shown.add(share);
}

/** The last list to leave stops the client. */
export function leaveShare(share: Share): void {
  share.lists -= 1;
  if (share.lists > 0) return;
  shown.delete(share);
  share.client.stop();
}
