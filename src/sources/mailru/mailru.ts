import { requireSafeEndpoint } from '../../http/endpoint.js';
import { AuthError, ConfigError } from '../../http/errors.js';
import { HttpClient, type HttpOptions, type HttpRequest } from '../../http/http-client.js';
import type { Token, TokenProvider } from '../../http/token.js';
import { present } from '../present.js';
import type { FeedSource, SourceAttributes } from '../source.js';
import { readMailruAnswer } from './mailru-answer.js';

export interface MailruOptions {
  /** Address of the REST API, or of a proxy that passes it on: `https://www.appsmail.ru/platform/api`. */
  readonly endpoint: string;
  /** Digits. */
  readonly appId: string;
  /** Answers `{ sessionKey, sig }` for the params of each request. */
  readonly token: TokenProvider;
  /** Both give the same feed. `json` by default. */
  readonly format?: 'json' | 'xml';
  /** `POST` keeps session key and signature out of addresses, and so out of logs. `GET` by default. */
  readonly method?: 'GET' | 'POST';
  /** `server` (by default): signed with the secret key, `secure=1`. `client`: with the private key. */
  readonly scheme?: 'server' | 'client';
  /** Only what this user or group did (`stream.getByAuthor`), in place of the reader's own feed. Digits. */
  readonly uid?: string;
  /** Only what this app made. Digits. */
  readonly filterApp?: string;
  readonly http?: HttpOptions;
}

/**
 * The «Что нового» feed of mail.ru: `stream.get` as `seeds/004_516314a2b7ecbd20.txt` has it. Throws a
 * `ConfigError` with the name of the option that is missing or wrong.
 */
export function mailru(options: MailruOptions): FeedSource {
  return createMailru(options, (option) => option);
}

/** {@link mailru} for `source="mailru"`: its errors name the HTML attributes. */
export function mailruFromAttributes(attributes: SourceAttributes): FeedSource {
  return createMailru(attributes, (option) => ATTRIBUTES.get(option) ?? option);
}

const ATTRIBUTES = new Map([
  ['appId', 'app-id'],
  ['filterApp', 'filter-app'],
  ['token', 'token-url'],
]);

/** As they come from HTML or from JavaScript: anything may be missing or wrong. */
interface GivenOptions extends SourceAttributes {
  readonly method?: string;
  readonly scheme?: string;
  readonly http?: HttpOptions;
}

function createMailru(given: GivenOptions, nameOf: (option: string) => string): FeedSource {
  const fail = (name: keyof MailruOptions, need: string): never => {
    const option = nameOf(name);
    throw new ConfigError(`"${option}" must be ${need}.`, { option });
  };
  const digits = (name: 'appId' | 'uid' | 'filterApp'): string | undefined => {
    const value: unknown = given[name];
    if (value === undefined) return undefined;
    return typeof value === 'string' && /^\d+$/.test(value) ? value : fail(name, 'digits');
  };
  const oneOf = (name: 'format' | 'method' | 'scheme', first: string, second: string): string => {
    const value = given[name] ?? first;
    return value === first || value === second ? value : fail(name, `${first} or ${second}`);
  };

  const endpoint = requireSafeEndpoint(given.endpoint, 'endpoint');
  if (endpoint.search) fail('endpoint', 'an address without a query');
  const uid = digits('uid');
  const fixed = present({
    method: uid === undefined ? 'stream.get' : 'stream.getByAuthor',
    app_id: digits('appId') ?? fail('appId', 'the id of your app'),
    format: oneOf('format', 'json', 'xml'),
    secure: oneOf('scheme', 'server', 'client') === 'server' ? '1' : undefined,
    filter_app: digits('filterApp'),
    uid,
  });
  const isPost = oneOf('method', 'GET', 'POST') === 'POST';
  const token = given.token ?? fail('token', 'where signatures come from');
  const http = new HttpClient('mailru', token, given.http);

  return {
    name: 'mailru',
    page({ skip, limit, signal, urgent = false }) {
      const params = present({ ...fixed, limit: String(limit), skip });
      const build = (signed: Token) => request(endpoint.href, isPost, params, signed);
      return http.send({ params, build, read: readMailruAnswer, repeatable: true, urgent, signal });
    },
  };
}

/** Sends exactly what was signed. The values are signed as they are and encoded only here. */
function request(
  url: string,
  isPost: boolean,
  params: Readonly<Record<string, string>>,
  { sessionKey, sig }: Token,
): HttpRequest {
  if (!sessionKey || !sig) {
    throw new AuthError('A token for mail.ru must be { sessionKey, sig }: sign the params of each request.', {
      advice: 'sign-in',
    });
  }
  const sent = new URLSearchParams({ ...params, session_key: sessionKey, sig }).toString();
  if (!isPost) return { url: `${url}?${sent}`, method: 'GET' };
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
  return { url, method: 'POST', headers, body: sent };
}
