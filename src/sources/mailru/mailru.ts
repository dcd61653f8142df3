import { requireApiEndpoint } from '../../http/endpoint.js';
import type { Answer } from '../../http/fetch-answer.js';
import { HttpClient, type HttpCall, type HttpOptions } from '../../http/http-client.js';
import { createRevalidation } from '../../http/revalidation.js';
import { rejectOption } from '../../http/reject-option.js';
import type { TokenProvider } from '../../http/token.js';
import type { FeedEvent, Page } from '../../model/event.js';
import type { FeedSource, SourceAttributes } from '../source.js';
import { readMailruActionAnswer, readMailruAnswer } from './mailru-answer.js';
import { rememberMailruLikes } from './mailru-likes.js';
import { mailruRequest } from './mailru-request.js';

export interface MailruOptions {
  /** URL of the REST API, or of a proxy to it: `https://www.appsmail.ru/platform/api`. */
  readonly endpoint: string;
  /** Digits. */
  readonly appId: string;
  /** Returns `{ sessionKey, sig }` for the params of each request. */
  readonly token: TokenProvider;
  /** `json` by default. Both give the same feed; `xml` needs a browser. */
  readonly format?: 'json' | 'xml';
  /** `GET` by default. `POST` keeps session key and signature out of URLs and logs; comments always use it. */
  readonly method?: 'GET' | 'POST';
  /** `server` (by default): signed with the secret key, `secure=1`. `client`: with the private key. */
  readonly scheme?: 'server' | 'client';
  /** Only events by this user or group (`stream.getByAuthor`), instead of the reader's feed. Digits. */
  readonly uid?: string;
  /** Only events this app created. Digits. */
  readonly filterApp?: string;
  readonly http?: HttpOptions;
}

/** As they come from HTML or from JavaScript: anything may be missing or wrong. */
interface GivenOptions extends SourceAttributes {
  readonly method?: string;
  readonly scheme?: string;
  readonly http?: HttpOptions;
}

/**
 * The «Что нового» feed of mail.ru: `stream.get` as `seeds/004_516314a2b7ecbd20.txt` has it, with `stream.like`,
 * `stream.unlike` and `stream.comment`. Throws a `ConfigError` that names the missing or wrong option, as an HTML
 * attribute.
 */
export const mailru: (options: MailruOptions) => FeedSource = mailruFromAttributes;

/** {@link mailru} for `source="mailru"`. */
export function mailruFromAttributes(given: GivenOptions): FeedSource {
  const { href } = requireApiEndpoint(given.endpoint);
  const { uid, filterApp, format = 'json', token = rejectOption('token-url', 'given, or "token"') } = given;
  const common = {
    app_id: digits('app-id', given.appId ?? ''),
    format: /^(?:json|xml)$/.test(format) ? format : rejectOption('format', 'json or xml'),
    ...(given.scheme !== 'client' && { secure: '1' }),
  };
  const feed = {
    method: uid === undefined ? 'stream.get' : 'stream.getByAuthor',
    ...(filterApp !== undefined && { filter_app: digits('filter-app', filterApp) }),
    ...(uid !== undefined && { uid: digits('uid', uid) }),
  };
  const http = new HttpClient('mailru', token, given.http);
  let revalidated = createRevalidation<Page>();
  const likes = rememberMailruLikes();

  const makeCall = <T>(
    own: Readonly<Record<string, string>>,
    read: (answer: Answer, liked: ReadonlySet<string>) => T,
    signal: AbortSignal,
    urgent = false,
  ): HttpCall<T> => {
    const params = { ...common, ...own };
    const isComment = 'text' in own;
    const isPost = isComment || given.method === 'POST';
    let liked: ReadonlySet<string> = new Set();
    return {
      params,
      signed: true,
      build(token) {
        // Before it is sent: what the reader does meanwhile, the answer need not know.
        liked = likes.of(token.sessionKey);
        return mailruRequest(href, isPost, params, token);
      },
      read: (answer) => read(answer, liked),
      // Sent again it might be there twice; a like cannot be.
      repeatable: !isComment,
      urgent,
      signal,
    };
  };

  /** Sends nothing for an event without a thread. */
  const act = async (method: string, { thread }: FeedEvent, signal: AbortSignal, more: object = {}) => {
    if (!thread) return undefined;
    await http.send(makeCall({ method, thread_id: thread.id, ...more }, readMailruActionAnswer, signal));
    if (method !== 'stream.comment') likes.set(thread.id, method === 'stream.like');
    // What was read before does not know of it.
    revalidated = createRevalidation();
    return undefined;
  };

  return {
    name: 'mailru',
    page({ skip, limit, signal, urgent }) {
      const own = { ...feed, limit: String(limit), ...(skip !== undefined && { skip }) };
      return http.send(revalidated(makeCall(own, readMailruAnswer, signal, urgent)));
    },
    like: (event, signal) => act('stream.like', event, signal),
    unlike: (event, signal) => act('stream.unlike', event, signal),
    comment: (event, text, signal) => act('stream.comment', event, signal, { text }),
  };
}

function digits(option: string, value: string): string {
  return /^\d+$/.test(value) ? value : rejectOption(option, 'digits');
}
