import type { Activity } from './activity.js';
import type { Call } from './call.js';
import { Enricher } from './enrich.js';
import { groupNameOf } from './feed-grouping.js';
import { readFeedId } from './feed-groups.js';
import type { Json } from './json.js';
import { writeTime } from './micro-time.js';
import type { Site } from './site.js';

/** What has happened in one feed. Of the counts of unread and unseen it says nothing. */
export interface RealtimeMessage {
  readonly feed: string;
  readonly app_id: string;
  readonly published_at: string;
  /** Enriched, without reactions. */
  readonly new: readonly Json[];
  readonly deleted: readonly string[];
  readonly deleted_foreign_ids: readonly (readonly [string, string])[];
}

export type Tell = (channel: string, message: RealtimeMessage) => void;

export const channelOf = (appId: string, together: string) => `/site-${appId}-feed-${together}`;

/** Tells what happens in the feeds: one message for each feed and for each thing that is done. */
export function createRealtime(site: Site, appId: string, tell: Tell): void {
  const pending = new Map<string, { readonly come: Json[]; readonly gone: Activity[] }>();

  function flush(): void {
    for (const [id, { come, gone }] of pending) {
      tell(channelOf(appId, readFeedId(id).together), {
        feed: id,
        app_id: appId,
        published_at: new Date().toISOString(),
        new: come,
        deleted: gone.map((activity) => activity.id),
        deleted_foreign_ids: gone.map(({ fields, time }) => [String(fields['foreign_id']), writeTime(time)]),
      });
    }
    pending.clear();
  }

  /** As nobody in particular sees it. */
  function write(activity: Activity, feed: string, origin: string | null): Json {
    const query = new URLSearchParams();
    const written = new Enricher({ site, visitor: {}, query } as Call).activity(activity, origin);
    const isGrouped = readFeedId(feed).group.kind !== 'flat';
    return { ...written, ...(isGrouped && { group: groupNameOf(activity) }) };
  }

  site.feeds.watch((feed, activity, origin, has) => {
    if (pending.size === 0) queueMicrotask(flush);
    const changes = pending.get(feed) ?? { come: [], gone: [] };
    pending.set(feed, changes);
    if (has === 'gone') changes.gone.push(activity);
    else changes.come.push(write(activity, feed, origin));
  });
}
