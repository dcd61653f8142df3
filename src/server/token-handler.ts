import { checkMailruParams, MAILRU_METHODS, type MailruMethod } from './mailru-params.js';
import { Refusal } from './refusal.js';
import { signMailru } from './sign-mailru.js';
import { readTokenRequest } from './token-request-body.js';

/** What the host knows of the visitor who asks. */
export interface Session {
  /** mail.ru's `session_key` of this visitor. */
  readonly sessionKey: string;
}

export interface TokenHandlerOptions {
  /**
   * Who asks: by a cookie or header of the host's own. Nothing for a stranger, who gets 401. It must not
   * read the body. When it throws, the caller gets a 500 that says nothing more.
   */
  authorize(request: Request): Session | null | undefined | Promise<Session | null | undefined>;
  readonly mailru: { readonly appId: string; readonly secretKey: string };
  /**
   * Origins that pages may call from besides the request's own: the public one, `https://www.example.com`,
   * where a proxy hides it from the server. No CORS headers are sent.
   */
  readonly origins?: readonly string[];
  /** The methods that are signed; `stream.get` and `stream.getByAuthor` by default. */
  readonly methods?: readonly MailruMethod[];
}

/**
 * Answers what `token-url` asks: a POST with a `TokenRequest` as JSON gets `{ sessionKey, sig }`, anything
 * else a status and `{ error }`. It signs only calls that read the feed, so that nobody can use the host to
 * sign another one. Web-standard and stateless: it runs on Node and on every platform that has `Request`. Throws at
 * once when `mailru` lacks its id or its key, as an unset environment variable leaves it.
 */
export function createTokenHandler(options: TokenHandlerOptions): (request: Request) => Promise<Response> {
  const { appId, secretKey } = options.mailru;
  if (!appId || !secretKey) throw new Error('createTokenHandler: set mailru.appId and mailru.secretKey.');
  return async (request) => {
    try {
      return answer(200, await sign(request, options));
    } catch (error) {
      if (!(error instanceof Refusal)) return answer(500, { error: 'The server could not sign.' });
      return answer(error.status, { error: error.message }, error.status === 405 ? { allow: 'POST' } : {});
    }
  };
}

async function sign(request: Request, options: TokenHandlerOptions) {
  const { appId, secretKey } = options.mailru;
  checkCaller(request, options.origins ?? []);
  const session = await options.authorize(request);
  if (!session?.sessionKey) throw new Refusal(401, 'Sign in first.');
  const { source, params } = await readTokenRequest(request);
  if (source !== 'mailru') throw new Refusal(400, 'This server has tokens for the source mailru only.');
  checkMailruParams(params, appId, options.methods ?? MAILRU_METHODS);
  const { sessionKey } = session;
  return { sessionKey, sig: signMailru({ ...params, session_key: sessionKey }, { secretKey }) };
}

function checkCaller({ method, headers, url }: Request, origins: readonly string[]): void {
  if (method !== 'POST') throw new Refusal(405, 'Only POST is answered here.');
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  // A browser sets both and a page cannot change them. Callers that are no browser send neither.
  const own = site ? site === 'same-origin' : !origin || origin === new URL(url).origin;
  if (!own && !(origin && origins.includes(origin))) {
    throw new Refusal(403, 'Pages of another origin get no token; see the option `origins`.');
  }
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Refusal(415, 'The content type must be application/json.');
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}
