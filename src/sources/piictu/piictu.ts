import { requireApiEndpoint } from '../../http/endpoint.js';
import { AuthError } from '../../http/errors.js';
import { HttpClient, type HttpOptions } from '../../http/http-client.js';
import { rejectOption } from '../../http/reject-option.js';
import type { TokenProvider } from '../../http/token.js';
import type { Page } from '../../model/event.js';
import { joinPages } from '../join-pages.js';
import type { FeedSource, NewerRequest, PageRequest, SourceAttributes } from '../source.js';
import { readPiictuAnswer } from './piictu-answer.js';

export interface PiictuOptions {
  /** URL of the API without `/v1`: of a proxy, since the documented one is not https. */
  readonly endpoint: string;
  /** Letters and digits. */
  readonly streamId: string;
  /** Returns `{ token }`, the reader's OAuth 2.0 access token. */
  readonly token: TokenProvider;
  /** `likes`: the most liked first. `friends`: only friends' photos. By default all, newest first. */
  readonly sortBy?: 'likes' | 'friends';
  readonly http?: HttpOptions;
}

/** As they come from HTML or from JavaScript: anything may be missing or wrong. */
interface GivenOptions extends SourceAttributes {
  readonly http?: HttpOptions;
}

/** The server's own limit of `rpp`. */
const MAX_RESULTS = 50;

/**
 * The photos of a piictu stream: `GET /v1/streams/<stream id>` as `seeds/003_8d8c7f75d17cba62.txt` has it.
 * A page has at most 50 photos and may start with the last photo of the page before. Throws a `ConfigError` that names
 * the missing or wrong option, as an HTML attribute.
 */
export const piictu: (options: PiictuOptions) => FeedSource = piictuFromAttributes;

/** {@link piictu} for `source="piictu"`. */
export function piictuFromAttributes(given: GivenOptions): FeedSource {
  const { origin, pathname } = requireApiEndpoint(given.endpoint);
  const { streamId = '', sortBy, token = rejectOption('token-url', 'given, or "token"') } = given;
  if (!/^[\da-z]+$/i.test(streamId)) rejectOption('stream-id', 'letters and digits');
  if (!/^(?:likes|friends)$/.test(sortBy ?? 'likes')) rejectOption('sort-by', 'likes or friends');
  const byLikes = sortBy === 'likes';
  const address = `${origin}${pathname.replace(/\/$/, '')}/v1/streams/${streamId}`;
  const http = new HttpClient('piictu', token, given.http);

  const ask = (place: URLSearchParams, { limit, signal, urgent = false }: PageRequest): Promise<Page> => {
    const query = new URLSearchParams(place);
    if (!(limit >= 1)) rejectOption('limit', '1 or more');
    // One more where the answer begins with the photo it continues from.
    query.set('rpp', String(Math.min(limit + Number(place.has('max_seq')), MAX_RESULTS)));
    if (sortBy) query.set('sort_by', sortBy);
    return http.send({
      params: { stream_id: streamId },
      signed: false,
      build({ token: oauth }) {
        if (!oauth) throw new AuthError('A token for piictu must be { token }.');
        const headers = { authorization: `OAuth ${oauth}` };
        return { url: `${address}?${query.toString()}`, method: 'GET', headers };
      },
      read: (answer) => readPiictuAnswer(answer, place, byLikes),
      repeatable: true,
      urgent,
      signal,
    });
  };

  /** Where pages are numbered and photos went away since, this one begins too late: the one before is read again. */
  const page = async (request: PageRequest): Promise<Page> => {
    const place = new URLSearchParams(request.skip);
    const total = Number(place.get('of'));
    place.delete('of');
    const found = await ask(place, request);
    if (!((found.info?.total ?? total) < total)) return found;
    place.set('page', String(Number(place.get('page')) - 1));
    return joinPages(await ask(place, request), found);
  };

  const newer = async (request: NewerRequest): Promise<Page> => {
    const found = await ask(new URLSearchParams({ since_seq: request.newest }), request);
    // `total_pages` may count the whole stream: an answer that is not full is all there is.
    const isAll = found.warnings.length === 0 && found.events.length < Math.min(request.limit, MAX_RESULTS);
    return isAll ? { ...found, skip: undefined } : found;
  };

  return {
    name: 'piictu',
    page,
    // Among the most liked photos the new ones have no place of their own.
    ...(!byLikes && { newer }),
  };
}
