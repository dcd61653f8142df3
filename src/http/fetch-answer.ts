import { attempt } from './attempt.js';
import { readText } from './body-text.js';
import { FeedError, NetworkError } from './errors.js';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | URLSearchParams;
  /** `omit` by default. */
  readonly credentials?: RequestCredentials;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Only of the page's own origin: others would have to permit that it is sent back. */
  readonly etag?: string | false | null;
}

interface FetchOptions {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  /** What no error may quote. */
  readonly secrets?: readonly string[];
}

/** One request and its whole body. Never follows a redirect: a token in a header would go along. */
export async function fetchAnswer({ url, ...request }: HttpRequest, options: FetchOptions): Promise<Answer> {
  const { fetch, signal, secrets = [] } = options;
  try {
    const init: RequestInit & { __proto__: null } = {
      // Without a prototype, so that nothing a host page put on Object.prototype becomes an option.
      __proto__: null,
      credentials: 'omit',
      ...request,
      signal,
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    };
    const response = await fetch(url, init);
    const { status, headers, type } = response;
    return { status, headers, text: await readText(response), etag: type !== 'cors' && headers.get('etag') };
  } catch (error) {
    if (error instanceof FeedError) throw error;
    // The query may hold a token.
    const address = url.replace(/[?#].*/s, '');
    throw new NetworkError(
      `No whole answer from ${address}: offline, cut off, redirected, or refused by CORS.`,
      { cause: attempt(() => mayQuote(error, secrets)) === false ? error : undefined },
    );
  }
}

/**
 * Wrapped versions of fetch like to put the request into their errors: into the words, as a property or a cause, or into one
 * of several reasons. An object of another kind, or an error of another window, may hold anything.
 */
function mayQuote(part: unknown, secrets: readonly string[]): boolean {
  if (typeof part === 'string')
    return secrets.some((secret) => part.includes(secret) || part.includes(encodeURIComponent(secret)));
  if (!(part instanceof Error || part instanceof Array)) return Object(part) === part;
  return ['message', ...Reflect.ownKeys(part)].some((name) => mayQuote(Reflect.get(part, name), secrets));
}
