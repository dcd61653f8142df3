import { vi } from 'vitest';
import type { FeedEvent, Page } from '../../../src/model/event.js';
import { getstream, type GetstreamOptions } from '../../../src/sources/getstream.js';
import { readGetstreamAnswer } from '../../../src/sources/getstream/getstream-answer.js';
import { readGetstreamPage } from '../../../src/sources/getstream/getstream-page.js';

export const { signal } = new AbortController();

/** A source over a server that answers every request with a value as JSON, or with a response. */
export function setUp(
  answer: (url: URL, init: RequestInit) => unknown = () => ({ results: [] }),
  options: Partial<GetstreamOptions> = {},
) {
  const fetch = vi.fn((url: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    const body = answer(new URL(url), init);
    return Promise.resolve(body instanceof Response ? body : Response.json(body));
  });
  const token = vi.fn(() => ({ token: 'a.b.c' }));
  const source = getstream({ apiKey: 'key', feed: 'timeline:vera', token, http: { fetch }, ...options });
  /** The requests so far, in order. */
  const sent = () =>
    fetch.mock.calls.map(([address, { method, body }]) => {
      const { origin, pathname, searchParams } = new URL(address);
      const { api_key, ...query } = Object.fromEntries(searchParams);
      return { method, path: pathname, origin, query, body: body === undefined ? undefined : String(body) };
    });
  return { source, fetch, token, sent };
}

/** The page that the source makes of a text, or of a value as JSON. */
export function readAnswer(body: unknown, limit = 10, status = 200, headers: HeadersInit = {}): Page {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readGetstreamPage(readGetstreamAnswer({ status, headers: new Headers(headers), text }), limit);
}

/** What {@link readAnswer} throws. */
export function answerError(body: unknown, status = 200, headers: HeadersInit = {}): unknown {
  try {
    readAnswer(body, 10, status, headers);
  } catch (error) {
    return error;
  }
  throw new Error('The answer was read as a page.');
}

/** The event that an activity becomes, with what was left out of it. */
export function readOne(raw: object): FeedEvent & { readonly warnings: Page['warnings'] } {
  const { events, warnings } = readAnswer({ results: [{ id: 'x', ...raw }] });
  const [event] = events;
  if (!event) throw new Error('The event was left out.');
  return { ...event, warnings };
}

/** A JSON text with one result between two good ones, which must both stay. */
export function readBetween(json: string): Page {
  const page = readAnswer(`{"results":[{"id":"before","verb":"post"},${json},{"id":"after"}],"next":""}`);
  const ids = page.events.map(({ id }) => id);
  if (ids[0] !== 'before' || ids.at(-1) !== 'after') throw new Error('A neighbour was lost.');
  return { ...page, events: page.events.slice(1, -1) };
}
