import { requireSafeEndpoint } from '../../http/endpoint.js';
import { rejectOption } from '../../http/reject-option.js';
import type { HeldToken } from '../../http/token-keeper.js';
import type { FeedSource } from '../source.js';
import type { FeedAddress } from './getstream-request.js';

const SERVICE = 'https://faye-us-east.stream-io-api.com/faye';

export interface RealtimeOptions {
  /**
   * The server pushes changes of the feed. `true` for the service itself, or for your own `endpoint` with a Faye server at
   * `/faye`; otherwise the URL of the Faye server. Needs {@link appId}.
   */
  readonly realtime?: boolean | string | undefined;
  /** The app's ID, for {@link realtime}. */
  readonly appId?: string | undefined;
}

/** What it takes to listen to the changes of a feed. */
export interface RealtimeFeed {
  /** Address of the Faye server. */
  readonly url: string;
  readonly apiKey: string;
  /** The channel's name without its slash. */
  readonly user: string;
  /** In place of one that was `refused`. */
  readonly token: (refused?: HeldToken) => Promise<HeldToken>;
}

/**
 * `subscribe` of a source, where it is asked for. Nothing is loaded for it before that is called; and where it fails, now
 * or later, it says nothing: the feed looks for newer events from time to time anyway. Throws a `ConfigError`.
 */
export function getstreamRealtime(
  { realtime = false, appId }: RealtimeOptions,
  api: URL,
  { slug, userId }: FeedAddress,
  access: Pick<RealtimeFeed, 'apiKey' | 'token'>,
): Pick<FeedSource, 'subscribe'> | undefined {
  const asked = String(realtime);
  if (asked === 'false') return undefined;
  const given = /^(?:true)?$/.test(asked) ? undefined : asked;
  const usual = api.hostname.endsWith('.stream-io-api.com') ? SERVICE : `${api.origin}/faye`;
  const feed = {
    ...access,
    url: requireSafeEndpoint(given ?? usual, 'realtime').href,
    user: `site-${appId || rejectOption('app-id', 'given')}-feed-${slug}${userId}`,
  };
  return {
    subscribe(onChange) {
      const controller = new AbortController();
      import('./listen-for-changes.js')
        .then(({ listenForChanges }) => listenForChanges(feed, onChange, controller))
        .catch(() => undefined);
      return () => {
        controller.abort();
      };
    },
  };
}
