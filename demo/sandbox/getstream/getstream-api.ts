import type { People } from '../attachments.js';
import { ApiError } from './api-error.js';
import type { Answer } from './call.js';
import { groupEntries } from './feed-grouping.js';
import { type FeedAddress, feedAddress, feedGroups, readFeedId } from './feed-groups.js';
import { readBody } from './json.js';
import { createLife, type Life } from './life.js';
import type { Micros } from './micro-time.js';
import { type Ext, mayListen } from './may-listen.js';
import { createRealtime, type Tell } from './realtime.js';
import { routes } from './routes.js';
import { createSite, type Site } from './site.js';
import { simpleToken } from './tokens.js';
import { readVisitor } from './visitor.js';

export interface GetstreamApiOptions {
  /** The moment at which the newest activity is a few minutes old; the clock goes on from there. */
  readonly now?: Date;
  readonly people: People;
  readonly key: string;
  readonly secret: string;
  readonly appId: string;
  /** Whose feeds the demo's are: `timeline:<userId>`. */
  readonly userId: string;
}

export interface GetstreamApi {
  /** For every request below `…/api/v1.0/`, whatever stands before that. */
  answer(request: Request): Promise<Response>;
  /** Somebody posts, and likes what the visitor has last posted: news in every demo feed. */
  insert(): void;
  /** Takes the n-th newest away from a feed, `timeline:vera`: an activity, or a whole group of them. */
  remove(feed: string, place: number): void;
  /** From now on, what the API's Faye server tells about the feeds, each with its channel; there is one listener. */
  listen(listener: Tell): void;
  /** Whether what a client sends to subscribe to a channel opens it. */
  mayListen(channel: string, ext: Ext): Promise<boolean>;
  /** All tokens so far get error 3. New ones must be signed with the new {@link secret}. */
  expire(): void;
  /** What tokens are signed with now. */
  readonly secret: string;
  readonly appId: string;
  /** The groups that feeds can be of. */
  readonly feedGroups: readonly string[];
}

const YEAR = 365 * 86_400e6;
const RATE_LIMIT = 2000;

/** A backend of the v1.0 feeds API in memory. Its world is made when it is first asked for something. */
export function createGetstreamApi(options: GetstreamApiOptions): GetstreamApi {
  const start = (options.now ?? new Date()).getTime();
  const created = Date.now();
  let world: { readonly site: Site; readonly life: Life } | undefined;
  let tell: Tell = () => {};
  let generation = 0;
  let calls = 0;

  const getSecret = () => (generation === 0 ? options.secret : `${options.secret}-${generation}`);

  function getWorld() {
    if (world) return world;
    // What is not dated happened when the app was young.
    let clock = createClock(() => start * 1000 - 2 * YEAR);
    const site = createSite(() => clock());
    const life = createLife(site, { ...options, now: start * 1000 });
    clock = createClock(() => (start + Date.now() - created) * 1000);
    createRealtime(site, options.appId, (channel, message) => {
      tell(channel, message);
    });
    world = { site, life };
    return world;
  }

  async function call(request: Request): Promise<Answer> {
    const url = new URL(request.url);
    const [, path] = /\/api\/v1\.0\/(.*)$/s.exec(url.pathname) ?? [];
    if (url.searchParams.get('api_key') !== options.key) {
      throw new ApiError(2, 'api_key is missing, or there is no app with this key.');
    }
    const here = routes.filter(({ pattern }) => pattern.test(path ?? ''));
    const route = here.find(({ method }) => method === request.method);
    if (here.length === 0)
      throw new ApiError(16, 'There is nothing at this address; paths end with a slash.');
    if (!route) throw new ApiError(17, `Method ${request.method} is not allowed here.`, undefined, 405);
    const secret = getSecret();
    const visitor = await readVisitor(request, secret);
    const parts = Object.entries(route.pattern.exec(path ?? '')?.groups ?? {});
    const named = Object.fromEntries(parts.flatMap(([name, part]) => (part ? [[name, decode(part)]] : [])));
    return route.handle({
      site: getWorld().site,
      visitor,
      path: named,
      feed: readFeedOf(named),
      url,
      query: url.searchParams,
      body: /^P/.test(request.method) ? await readBody(request) : undefined,
      async checkToken(feed, token) {
        if (token === undefined || token === (await simpleToken(secret, feed.together))) return;
        throw new ApiError(3, `The token of ${feed.slug} is not signed with the secret of this app.`);
      },
    });
  }

  return {
    async answer(request) {
      const begun = performance.now();
      calls += 1;
      const { status = 200, body } = await call(request).catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        return { status: error.status, body: error.toBody() };
      });
      const duration = `${(performance.now() - begun).toFixed(2)}ms`;
      return new Response(JSON.stringify({ ...body, duration }), { status, headers: headers(calls) });
    },
    insert() {
      getWorld().life.insert();
    },
    remove(feed, place) {
      const { feeds } = getWorld().site;
      const { id, group } = readFeedId(feed);
      const { entries } = feeds.get(id);
      const gone =
        group.kind === 'flat' ? entries.slice(place, place + 1) : groupEntries(entries)[place]?.entries;
      for (const { activity } of gone ?? []) feeds.remove(id, activity.id);
    },
    listen(listener) {
      tell = listener;
    },
    mayListen: (channel, ext) => mayListen(channel, ext, { ...options, secret: getSecret() }),
    expire() {
      generation += 1;
    },
    get secret() {
      return getSecret();
    },
    appId: options.appId,
    feedGroups: [...feedGroups.keys()],
  };
}

/** Never the same twice. */
function createClock(time: () => Micros): () => Micros {
  let last = 0;
  return () => {
    last = Math.max(last + 1, time());
    return last;
  };
}

function readFeedOf({ slug, user }: Readonly<Record<string, string>>): FeedAddress | undefined {
  return slug === undefined || user === undefined ? undefined : feedAddress(slug, user);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new ApiError(4, 'The address is not encoded as UTF-8.');
  }
}

// They say how it would be; nobody is refused.
const headers = (calls: number) => ({
  'content-type': 'application/json',
  'x-ratelimit-limit': String(RATE_LIMIT),
  'x-ratelimit-remaining': String(RATE_LIMIT - (calls % RATE_LIMIT)),
  'x-ratelimit-reset': String(Math.ceil(Date.now() / 60_000) * 60),
});
