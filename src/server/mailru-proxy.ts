import { isAllowedCaller } from './allowed-caller.js';
import { entityTag } from './entity-tag.js';
import { checkMailruParams, MAILRU_METHODS, type MailruMethod } from './mailru-params.js';
import { corsHeaders, FIXED_HEADERS, KEPT_HEADERS, PREFLIGHT, TEXT } from './proxy-headers.js';
import { proxyParams } from './proxy-params.js';
import { readCapped } from './read-capped.js';
import { Refusal } from './refusal.js';

/** Below the ten seconds that a page waits, so that the page is told. */
const TIMEOUT_MS = 9_000;

export interface MailruProxyOptions {
  /** mail.ru's API, `https://www.appsmail.ru/platform/api`: https, or on this machine. */
  readonly endpoint: string;
  /** The app whose calls are forwarded. */
  readonly appId: string;
  /** Other origins that may use the proxy, `https://www.example.com`; its own needs no entry. */
  readonly origins: readonly string[];
  /** The methods to forward; by default those that `createTokenHandler` signs. */
  readonly methods?: readonly MailruMethod[];
  /** Replaces the global `fetch`. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** The largest response to forward; 2 MiB by default. */
  readonly maxBytes?: number;
}

/**
 * Forwards GET and POST to mail.ru's API, which sends no CORS headers, for the listed origins: calls that read the feed,
 * like or comment, signed with `secure=1`. It returns the response's status, body, content type and `Retry-After`,
 * including API errors. A page that already has the same response (`If-None-Match`) gets a 304. The proxy's own refusals
 * have a status and a line of text. It logs and stores nothing. Web-standard and stateless, like `createTokenHandler`.
 * Throws at once if the endpoint or app is not set.
 */
export function createMailruProxy(options: MailruProxyOptions): (request: Request) => Promise<Response> {
  const { appId, origins } = options;
  const endpoint = checkEndpoint(options.endpoint);
  if (!appId) throw new Error('createMailruProxy: set appId.');

  return async (request) => {
    const cors = corsHeaders(request, origins);
    const answer = (status: number, body: BodyInit | null, headers: Record<string, string> = {}) =>
      new Response(body, { status, headers: { ...FIXED_HEADERS, ...cors, ...headers } });
    try {
      if (!isAllowedCaller(request, origins)) {
        throw new Refusal(403, 'Pages of this origin are not served; see the option `origins`.');
      }
      if (request.method === 'OPTIONS') return answer(204, null, PREFLIGHT);
      const { status, headers, body } = await passOn(request, endpoint, options);
      const kept = KEPT_HEADERS.flatMap((name) => {
        const value = headers.get(name);
        return value === null ? [] : [[name, value] as const];
      });
      // A page that looks for newer events over and over need not be sent the same ones each time.
      const etag = body && status === 200 && request.method === 'GET' && (await entityTag(body));
      // A server in front that packs what it sends makes `W/"…"` of it.
      if (etag && request.headers.get('if-none-match')?.includes(etag)) return answer(304, null, { etag });
      return answer(status, body, { ...Object.fromEntries(kept), ...(etag && { etag }) });
    } catch (error) {
      // Not as JSON: `{ error }` means something else in an answer of mail.ru.
      const { status, message } =
        error instanceof Refusal ? error : new Refusal(502, 'No answer from mail.ru.');
      return answer(status, message, status === 405 ? { ...TEXT, allow: 'GET, POST, OPTIONS' } : TEXT);
    }
  };
}

/** Sends what was checked, written anew, and nothing else of the request: no header, no cookie. */
async function passOn(request: Request, endpoint: string, options: MailruProxyOptions) {
  const { appId, methods = MAILRU_METHODS, maxBytes = 2 * 1024 * 1024 } = options;
  const params = await proxyParams(request);
  checkMailruParams(params, appId, methods, ['sig', 'session_key']);
  const sent = new URLSearchParams(params);
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const send = options.fetch ?? fetch;
  try {
    const init = { method: request.method, redirect: 'manual', signal } as const;
    const response =
      request.method === 'POST'
        ? await send(endpoint, { ...init, body: sent })
        : await send(`${endpoint}?${sent.toString()}`, init);
    const { status, headers } = response;
    // 0: a redirect, to platforms that hide it.
    if (status < 200 || (status >= 300 && status < 400))
      throw new Refusal(502, 'mail.ru answered with a redirect.');
    const body = await readCapped(response, maxBytes);
    if (!body) throw new Refusal(502, 'The answer of mail.ru is too large.');
    // No body at all for the statuses that must have none.
    return { status, headers, body: body.byteLength > 0 ? body : null };
  } catch (error) {
    throw signal.aborted ? new Refusal(504, 'No answer from mail.ru in time.') : error;
  }
}

function checkEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '');
  if (!url || !isSafe || url.search || url.username) {
    throw new Error('createMailruProxy: endpoint must be an https address without a query.');
  }
  return url.href;
}
