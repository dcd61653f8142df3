import { createHash, createHmac } from 'node:crypto';
import { createGetstreamApi, type GetstreamApi } from '../../../demo/sandbox/getstream/getstream-api.js';
import { createPeople } from '../../../demo/sandbox/people.js';
import { Random } from '../../../demo/sandbox/random.js';

export const app = { key: 'sandbox-key', secret: 'sandbox-secret', appId: '2014', userId: 'vera' };

export const createApi = (now = new Date()): GetstreamApi =>
  createGetstreamApi({ ...app, now, people: createPeople(new Random(14)) });

export interface Body extends Record<string, unknown> {
  readonly results: readonly Item[];
  readonly next: string;
}

export interface Item extends Record<string, unknown> {
  readonly id: string;
  readonly group?: string;
  readonly activities?: readonly Item[];
}

/** By Node's crypto: the sandbox checks with WebCrypto. */
export function simple(feed: string, secret = app.secret): string {
  const key = createHash('sha1').update(secret).digest();
  return `${feed} ${createHmac('sha1', key).update(feed).digest('base64url')}`;
}

export function jwt(
  claims: object,
  secret = app.secret,
  header: object = { alg: 'HS256', typ: 'JWT' },
): string {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

export const serverToken = jwt({ resource: '*', action: '*', feed_id: '*' });

export interface Ask {
  readonly method?: string;
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
}

/** `path` is what follows `/api/v1.0/`, or a whole `next`; a server's token unless another is given. */
export async function ask(api: GetstreamApi, path: string, options: Ask = {}) {
  const {
    method = options.body === undefined ? 'GET' : 'POST',
    token = serverToken,
    body,
    headers,
  } = options;
  const url = new URL(path.startsWith('/') ? path : `/api/v1.0/${path}`, 'https://feeds.example');
  url.searchParams.set('api_key', options.key ?? app.key);
  const response = await api.answer(
    new Request(url, {
      method,
      headers: { ...(token && { authorization: token }), ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  );
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

export const idsOf = ({ body }: { readonly body: Body }) => body.results.map(({ id }) => id);

/** Follows `next` to the end. */
export async function readAll(api: GetstreamApi, path: string, between = () => {}): Promise<Item[]> {
  const all: Item[] = [];
  for (let next = path; next;) {
    const { body } = await ask(api, next);
    all.push(...body.results);
    next = body.next;
    between();
  }
  return all;
}
