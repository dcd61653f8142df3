import { AuthError } from '../../http/errors.js';
import { readToken } from '../../http/read-token.js';
import { isRecord } from '../../model/record-reader.js';
import { feedSignature, isJwt } from './getstream-request.js';
import { toPathSegment } from './path-segment.js';
import type { StreamClient } from './stream-client.js';
import type { FeedParams, FollowParams, NewActivity, StreamList, StreamRecord } from './stream-types.js';
import { validateFeedId, validateFeedSlug, validateUserId } from './validate.js';

/** Parameters that only an enriched read knows. */
const ENRICHING = /^with[A-Z]|^recentReactionsLimit$|^reactionKindsFilter$/;

/**
 * One feed, with the names of `seeds/000_e2b019c7ed018adc.txt`, 1.4. Created by {@link StreamClient.feed}; throws a
 * `ConfigError` for an invalid slug or user ID. Never changes its arguments.
 */
export class Feed {
  readonly slug: string;
  readonly userId: string;
  /** `user:1` */
  readonly id: string;
  /** `feed/user/1/` */
  readonly feedUrl: string;
  /** `user1`, which tokens are made from. */
  readonly feedTogether: string;
  readonly #client: StreamClient;
  readonly #token: string | undefined;

  constructor(client: StreamClient, feedSlug: string, userId: string | number, token?: string) {
    this.#client = client;
    this.#token = token;
    this.slug = validateFeedSlug(feedSlug);
    this.userId = validateUserId(userId);
    this.id = `${this.slug}:${this.userId}`;
    this.feedUrl = `feed/${this.slug}/${this.userId}/`;
    this.feedTogether = this.slug + this.userId;
  }

  /** The `Authorization` header: `user1 <token>`, or just a JWT. Rejects with an `AuthError` without a token. */
  async signature(): Promise<string> {
    const given = this.#token ?? (await this.#client.token(this));
    if (!given) throw new AuthError('Give the feed a token, or its client the option `token`.');
    const { token = '' } = readToken({ token: given });
    return feedSignature(this, token);
  }

  /** Adds an activity to this feed and its followers. Returns it as stored. */
  async addActivity(activity: NewActivity): Promise<StreamRecord> {
    return this.#client.post(this.feedUrl, await this.signature(), {}, await this.#signRecipients(activity));
  }

  /** Adds several activities in one call. Returns `{ activities }`, in the same order. */
  async addActivities(activities: readonly NewActivity[]): Promise<StreamRecord> {
    const data = {
      activities: await Promise.all(activities.map((activity) => this.#signRecipients(activity))),
    };
    return this.#client.post(this.feedUrl, await this.signature(), {}, data);
  }

  /** Removes an activity from this feed and its followers; by foreign ID, all that have it. */
  async removeActivity(
    which: { readonly activityId: string } | { readonly foreignId: string },
  ): Promise<StreamRecord> {
    const { activityId, foreignId }: { activityId?: string; foreignId?: string } = which;
    // Without one the service would remove nothing and say that it did; toPathSegment refuses it.
    const id = activityId || foreignId || '';
    const params = activityId ? {} : { foreign_id: 1 };
    return this.#client.delete(`${this.feedUrl}${toPathSegment(id)}/`, await this.signature(), params);
  }

  /** This feed's activities or groups, newest first. */
  async get({ enrich, ...params }: FeedParams = {}): Promise<StreamList> {
    const isEnriched = enrich ?? Object.keys(params).some((name) => ENRICHING.test(name));
    return this.#list(isEnriched ? `enrich/${this.feedUrl}` : this.feedUrl, params);
  }

  async follow(targetFeedSlug: string, targetUserId: string | number): Promise<StreamRecord> {
    const target = this.#client.feed(targetFeedSlug, targetUserId);
    const token = await this.#simpleToken(target.feedTogether);
    const data = { target: target.id, ...(token && { target_token: token }) };
    return this.#client.post(`${this.feedUrl}follows/`, await this.signature(), {}, data);
  }

  /** `keepHistory` keeps that feed's activities in this one. */
  async unfollow(
    targetFeedSlug: string,
    targetUserId: string | number,
    { keepHistory = false }: { readonly keepHistory?: boolean } = {},
  ): Promise<StreamRecord> {
    const { id } = this.#client.feed(targetFeedSlug, targetUserId);
    const params = keepHistory ? { keep_history: 1 } : {};
    return this.#client.delete(`${this.feedUrl}follows/${id}/`, await this.signature(), params);
  }

  /** The followers of this feed, newest first. */
  followers({ offset = 0, limit = 25, feeds }: FollowParams = {}): Promise<StreamList> {
    // An empty filter is sent too, as the service's own clients do.
    return this.#list(`${this.feedUrl}followers/`, { limit, offset, filter: feeds ?? [] });
  }

  /** The feeds this feed follows, newest first. */
  following({ offset = 0, limit = 25, feeds }: FollowParams = {}): Promise<StreamList> {
    return this.#list(`${this.feedUrl}follows/`, { offset, limit, filter: feeds ?? [] });
  }

  /**
   * `['user:1', 'user:2']` with their tokens: `['user:1 <token>', 'user:2 <token>']`. Unchanged without a signer for simple
   * tokens, or if a recipient already has its token.
   */
  addToSignature(recipients: readonly string[]): Promise<string[]> {
    return Promise.all(
      recipients.map(async (recipient) => {
        if (recipient.includes(' ')) return recipient;
        const token = await this.#simpleToken(validateFeedId(recipient).replace(':', ''));
        return token ? `${recipient} ${token}` : recipient;
      }),
    );
  }

  async #list(path: string, params: FeedParams): Promise<StreamList> {
    const answer = await this.#client.get(path, await this.signature(), params);
    const { results } = answer;
    return { ...answer, results: Array.isArray(results) ? results.filter(isRecord) : [] };
  }

  async #signRecipients(activity: NewActivity): Promise<NewActivity> {
    return activity.to ? { ...activity, to: await this.addToSignature(activity.to) } : activity;
  }

  /** JWTs speak for the one who calls, and are no part of what is sent. */
  async #simpleToken(feedTogether: string): Promise<string | undefined> {
    const token = await this.#client.sign(feedTogether);
    return token && !isJwt(token) ? token : undefined;
  }
}
