import { signMailru } from '../../src/server.js';
import { MailruError } from './mailru-error.js';
import type { Sessions } from './sessions.js';
import type { WireEvent, WireUser, WireValue } from './wire.js';
import type { World } from './world.js';

export interface MailruApp {
  readonly appId: string;
  readonly secretKey: string;
  readonly privateKey: string;
}

type Params = Readonly<Record<string, string>>;

const DEFAULT_LIMIT = 10;
const MAX_LIMIT = 100;

/**
 * What mail.ru's `/platform/api` does with a request: the common parameters, the signature in either scheme,
 * then the method. Undefined where there is nothing to answer but that it is done. It throws a {@link MailruError}
 * where the API answers with one.
 */
export function callMailru(
  params: Params,
  app: MailruApp,
  sessions: Sessions,
  world: World,
): WireEvent[] | undefined {
  for (const name of ['method', 'app_id', 'sig']) need(params, name);
  const { method, format = 'json', app_id } = params;
  if (format !== 'json' && format !== 'xml') throw invalid('format');
  if (app_id !== app.appId) throw new MailruError(103);
  const uid = readUser(params, sessions, world);
  const secure = params['secure'] || '0';
  if (secure !== '0' && secure !== '1') throw invalid('secure');
  const key = secure === '1' ? { secretKey: app.secretKey } : { privateKey: app.privateKey, uid };
  if (params['sig'] !== signMailru(params, key)) throw new MailruError(104);
  switch (method) {
    case 'stream.get':
      return page(world.events, params);
    case 'stream.getByAuthor': {
      const author = params['uid'] || uid;
      return page(
        world.events.filter((event) => isBy(event, author)),
        params,
      );
    }
    case 'stream.like':
    case 'stream.unlike':
    case 'stream.comment':
      act(method, params, userOf(uid, world), world);
      return undefined;
    default:
      throw new MailruError(2);
  }
}

function act(
  method: 'stream.like' | 'stream.unlike' | 'stream.comment',
  params: Params,
  user: WireUser,
  world: World,
): void {
  const { thread_id: thread = '', text = '' } = params;
  need(params, 'thread_id');
  if (method !== 'stream.comment') {
    world.like(thread, user, method === 'stream.like');
    return;
  }
  need(params, 'text');
  world.comment(thread, user, text);
}

function userOf(uid: string, { people }: World): WireUser {
  for (const user of people.values()) if (user.uid === uid) return user;
  throw new MailruError(102);
}

/** Who is asking: the session's user or, where there is no session, the one named by `uid`. */
function readUser(params: Params, sessions: Sessions, world: World): string {
  const { session_key, uid } = params;
  if (session_key) {
    const user = sessions.userOf(session_key);
    if (user === undefined) throw new MailruError(102);
    return user;
  }
  if (!uid) throw new MailruError(100, "parameter 'session_key' is necessary");
  return userOf(uid, world).uid;
}

function page(all: readonly WireEvent[], params: Params): WireEvent[] {
  const limit = readCount(params, 'limit', DEFAULT_LIMIT);
  if (limit === 0) throw invalid('limit');
  const app = params['filter_app'];
  if (app) readCount(params, 'filter_app', 0);
  const events = app
    ? all.filter(({ generator }) => isRecord(generator) && String(generator['app_id']) === app)
    : all;
  const start = params['skip'] ? after(events, params['skip']) : readCount(params, 'offset', 0);
  return events.slice(start, start + Math.min(limit, MAX_LIMIT));
}

function after(events: readonly WireEvent[], skip: string): number {
  const index = events.findIndex(({ id }) => id === skip);
  if (index < 0) throw invalid('skip');
  return index + 1;
}

function isBy({ author, authors }: WireEvent, uid: string): boolean {
  return [author, ...(Array.isArray(authors) ? (authors as WireValue[]) : [])].some(
    (user) => isRecord(user) && user['uid'] === uid,
  );
}

function readCount(params: Params, name: string, otherwise: number): number {
  const text = params[name];
  if (!text) return otherwise;
  if (!/^\d{1,9}$/.test(text)) throw invalid(name);
  return Number(text);
}

function need(params: Params, name: string): void {
  if (!params[name]) throw new MailruError(100, `parameter '${name}' is necessary`);
}

const invalid = (name: string) => new MailruError(100, `parameter '${name}' is invalid`);

const isRecord = (
  value: WireValue | undefined,
): value is { readonly [name: string]: WireValue | undefined } =>
  typeof value === 'object' && !Array.isArray(value);
