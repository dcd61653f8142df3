import { requireApiEndpoint } from '../../http/endpoint.js';
import { HttpClient, type HttpOptions } from '../../http/http-client.js';
import { rejectOption } from '../../http/reject-option.js';
import type { TokenProvider } from '../../http/token.js';
import type { FeedEvent, Page } from '../../model/event.js';
import type { FeedSource, PageRequest, SourceAttributes } from '../source.js';
import { readGetstreamAnswer } from './getstream-answer.js';
import { readGetstreamPage } from './getstream-page.js';
import { getstreamRealtime, type RealtimeOptions } from './getstream-realtime.js';
import { getstreamReactions, type Send } from './getstream-reactions.js';
import { DEFAULT_BASE_URL, getstreamRequest, type Query } from './getstream-request.js';
import { readWithOverlap } from './read-with-overlap.js';

export interface GetstreamOptions extends RealtimeOptions {
  readonly apiKey: string;
  /** Group and owner: `timeline:123`. */
  readonly feed: string;
  /** Returns `{ token }` for `{ feed }`: a JWT, or the simple token of 2014. */
  readonly token: TokenProvider;
  /** URL of the API, without the version; the service's own by default. */
  readonly endpoint?: string;
  /** `v1.0` by default. */
  readonly version?: 'v1.0';
  /**
   * Loads users and objects instead of references, and likes and comments; `true` by default. `false` for a server that
   * only has the API of 2014.
   */
  readonly enrich?: boolean;
  /** Name of one of the app's rankings. Such a feed has no call for newer events and no realtime. */
  readonly ranking?: string;
  readonly http?: HttpOptions;
}

/** As they come from HTML or from JavaScript: anything may be missing or wrong. */
interface GivenOptions extends Omit<SourceAttributes, 'enrich' | 'realtime'>, RealtimeOptions {
  readonly version?: string;
  readonly enrich?: string | boolean | undefined;
  readonly http?: HttpOptions;
}

const ENRICHED: Query = { withReactionCounts: true, withOwnReactions: true, withRecentReactions: true };

/**
 * A feed of getstream.io, API v1.0, whether flat, ranked, aggregated or notification: `Feed.get` of
 * `seeds/000_e2b019c7ed018adc.txt`, 1.3. Marking does nothing in feeds without read and seen. Likes and
 * comments need a token with a user. Throws a `ConfigError` that names the missing or wrong option, as an HTML attribute.
 */
export const getstream: (options: GetstreamOptions) => FeedSource = getstreamFromAttributes;

/** {@link getstream} for `source="getstream"`. */
export function getstreamFromAttributes(given: GivenOptions): FeedSource {
  const api = requireApiEndpoint(given.endpoint ?? DEFAULT_BASE_URL);
  const { apiKey, feed = '', ranking, version = 'v1.0' } = given;
  const enrich = String(given.enrich) !== 'false';
  const { token = rejectOption('token-url', 'given, or "token"') } = given;
  const [, slug, userId] = /^([\w-]+):([\w-]+)$/.exec(feed) ?? [];
  if (!slug || !userId) rejectOption('feed', 'like timeline:123');
  const site = {
    baseUrl: api.href.replace(/\/?$/, '/'),
    version,
    apiKey: apiKey || rejectOption('api-key', 'given'),
    userAgent: `whats-new-feed-${VERSION}`,
  };
  const address = { slug, userId };
  const path = `feed/${slug}/${userId}/`;
  const http = new HttpClient('getstream', token, given.http);
  const question = { params: { feed }, signed: false };
  const realtime = getstreamRealtime(given, api, address, {
    apiKey: site.apiKey,
    token: (refused) => http.tokens(question, refused),
  });

  const send: Send = (call, signal, urgent = false) =>
    http.send({
      ...question,
      build: (held) => getstreamRequest(site, call, address, held.token),
      read: readGetstreamAnswer,
      repeatable: call.method === 'GET',
      urgent,
      signal,
    });

  const ask = async (place: Query, limit: number, signal: AbortSignal, urgent?: boolean) => {
    const query = { limit, ranking, ...(enrich && ENRICHED), ...place };
    const call = { method: 'GET', path: enrich ? `enrich/${path}` : path, query } as const;
    return readGetstreamPage(await send(call, signal, urgent), limit);
  };

  const page = ({ skip, after, limit, signal, urgent }: PageRequest): Promise<Page> => {
    const place = Object.fromEntries(new URLSearchParams(skip));
    const offset = Number(place['offset']);
    const read = (start: number, count: number) => ask({ ...place, offset: start }, count, signal, urgent);
    return after && offset > 0
      ? readWithOverlap(read, offset, limit, after)
      : ask(place, limit, signal, urgent);
  };

  const mark =
    (what: 'read' | 'seen') =>
    async (events: readonly FeedEvent[] | undefined, signal: AbortSignal): Promise<void> => {
      const refs = events?.flatMap((event) => (event[what] === undefined ? [] : (event.ref ?? [])));
      // Marking is a side effect of a read: of as little as may be.
      const query = { limit: 1, [`mark_${what}`]: refs ?? true };
      if (refs?.length !== 0) await send({ method: 'GET', path, query }, signal);
    };

  return {
    name: 'getstream',
    page,
    ...(!ranking && { newer: ({ newest, limit, signal }) => ask({ id_gt: newest }, limit, signal) }),
    markRead: mark('read'),
    markSeen: mark('seen'),
    ...(enrich && getstreamReactions(send)),
    // It tells of newer events, which a ranked feed is not asked for.
    ...(!ranking && realtime),
  };
}
