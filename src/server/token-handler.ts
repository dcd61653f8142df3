import { isAllowedCaller } from './allowed-caller.js';
import { contentType } from './content-type.js';
import { getstreamTokens, type GetstreamApp } from './getstream-tokens.js';
import { MAILRU_METHODS, type MailruMethod } from './mailru-params.js';
import { mailruTokens, type MailruApp } from './mailru-tokens.js';
import { piictuTokens } from './piictu-tokens.js';
import { Refusal } from './refusal.js';
import type { Session, TokenMaker } from './token-maker.js';
import { readTokenRequest } from './token-request-body.js';

export interface TokenHandlerOptions {
  /**
   * Identifies the caller by your own cookie or header. Return nothing for a stranger, who gets a 401. Do not read the
   * body. If it throws, the caller gets a 500 without details.
   */
  authorize(request: Request): Session | null | undefined | Promise<Session | null | undefined>;
  readonly mailru?: MailruApp;
  readonly getstream?: GetstreamApp;
  /** `true`: pages get the `oauthToken` from their visitor's session. */
  readonly piictu?: boolean;
  /**
   * Origins allowed to call, besides the request's own: your public one, `https://www.example.com`, if a proxy hides it
   * from the server. No CORS headers are sent.
   */
  readonly origins?: readonly string[];
  /** The mail.ru methods to sign; by default all of {@link MailruMethod}: reading, likes and comments. */
  readonly methods?: readonly MailruMethod[];
}

/**
 * The handler for `token-url`: a POST with a `TokenRequest` as JSON gets the source's `Token`, anything else a status and
 * `{ error }`. Set at least one of the three sources. For mail.ru it only signs calls that read the feed, like or comment,
 * so that nobody can use it to sign others. Web-standard and stateless: it runs on Node and on any platform with
 * `Request`. Throws at once if a source lacks its ID, key or feed groups, for example if an environment variable is not set.
 */
export function createTokenHandler(options: TokenHandlerOptions): (request: Request) => Promise<Response> {
  const makers = tokenMakers(options);
  return async (request) => {
    try {
      return answer(200, await makeToken(request, options, makers));
    } catch (error) {
      if (!(error instanceof Refusal)) return answer(500, { error: 'The server could not sign.' });
      return answer(error.status, { error: error.message }, error.status === 405 ? { allow: 'POST' } : {});
    }
  };
}

function tokenMakers(options: TokenHandlerOptions): ReadonlyMap<string, TokenMaker> {
  const { mailru, getstream, piictu, methods = MAILRU_METHODS } = options;
  const makers = new Map<string, TokenMaker>();
  if (mailru) makers.set('mailru', mailruTokens(mailru, methods));
  if (getstream) makers.set('getstream', getstreamTokens(getstream));
  if (piictu) makers.set('piictu', piictuTokens);
  if (makers.size > 0) return makers;
  throw new Error('createTokenHandler: set mailru, getstream or piictu.');
}

async function makeToken(
  request: Request,
  options: TokenHandlerOptions,
  makers: ReadonlyMap<string, TokenMaker>,
) {
  checkCaller(request, options.origins ?? []);
  const session = await options.authorize(request);
  if (!session) throw new Refusal(401, 'Sign in first.');
  const { source, params } = await readTokenRequest(request);
  const maker = makers.get(source);
  if (!maker) throw new Refusal(400, `This server has tokens for ${[...makers.keys()].join(', ')} only.`);
  return maker(params, session);
}

function checkCaller(request: Request, origins: readonly string[]): void {
  if (request.method !== 'POST') throw new Refusal(405, 'Only POST is answered here.');
  if (!isAllowedCaller(request, origins)) {
    throw new Refusal(403, 'Pages of another origin get no token; see the option `origins`.');
  }
  if (contentType(request) !== 'application/json') {
    throw new Refusal(415, 'The content type must be application/json.');
  }
}

function answer(status: number, body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...headers, 'cache-control': 'no-store' } });
}
