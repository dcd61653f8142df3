import { ApiError } from './api-error.js';
import { feedAddress, feedGroups } from './feed-groups.js';
import { channelOf } from './realtime.js';
import { looksLikeJwt } from './tokens.js';
import { readVisitor } from './visitor.js';

/** What a client sends with a subscription, if it is a good one. */
export type Ext = Readonly<Partial<Record<'user_id' | 'api_key' | 'signature', unknown>>>;

interface App {
  readonly key: string;
  readonly secret: string;
  readonly appId: string;
}

/** The token that reads a feed, a JWT or a simple one, opens its channel. */
export async function mayListen(channel: string, ext: Ext, { key, secret, appId }: App): Promise<boolean> {
  const { user_id, api_key, signature } = ext;
  const prefix = channelOf(appId, '');
  if (api_key !== key || `/${String(user_id)}` !== channel || typeof signature !== 'string') return false;
  // A name that begins with another one's, `timeline_aggregated`, comes first.
  const together = channel.slice(prefix.length);
  const slug = [...feedGroups.keys()].sort().findLast((name) => together.startsWith(name));
  if (!channel.startsWith(prefix) || slug === undefined) return false;
  const authorization = looksLikeJwt(signature) ? signature : `${together} ${signature}`;
  try {
    const request = new Request('https://feeds.example/', { headers: { authorization } });
    const visitor = await readVisitor(request, secret);
    visitor.need('read', 'feed', feedAddress(slug, together.slice(slug.length)));
    return true;
  } catch (error) {
    if (error instanceof ApiError || error instanceof TypeError) return false;
    throw error;
  }
}
