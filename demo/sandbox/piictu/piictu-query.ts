import type { PiictuPhoto, PiictuStream } from './piictu-records.js';
import { FRIENDS } from './piictu-openings.js';

/** `rpp` by default and at most. */
const RESULTS = 10;
const MAX_RESULTS = 50;

/** The answer that the API gives about a stream. Throws a {@link BadParameter}. */
export function answerStream(stream: PiictuStream, query: URLSearchParams): unknown {
  const { id, seq, locked, from, photos } = stream;
  const page = readNumber(query, 'page', 1);
  const rpp = Math.min(readNumber(query, 'rpp', RESULTS), MAX_RESULTS);
  const found = select(stream, query);
  const original = photos.at(-1);
  return {
    stream: {
      created_at: original?.created_at,
      seq,
      updated_at: photos[0]?.created_at,
      id,
      locked,
      original_photo: { photo: original },
      from,
      photos: found.slice((page - 1) * rpp, page * rpp).map((photo) => ({ photo })),
      current_page: page,
      results_per_page: rpp,
      total_entries: found.length,
      total_pages: Math.ceil(found.length / rpp),
    },
  };
}

/** The photos that a query is about, all pages of them. */
export function select({ photos, likes }: PiictuStream, query: URLSearchParams): readonly PiictuPhoto[] {
  const since = readNumber(query, 'since_seq', -1, 0);
  const max = readNumber(query, 'max_seq', Infinity, 0);
  const found = photos.filter(({ seq }) => seq > since && seq <= max);
  switch (query.get('sort_by')) {
    case null:
      return found;
    case 'friends':
      return found.filter(({ from }) => FRIENDS.some((friend) => friend === from.username));
    case 'likes': {
      const likesOf = ({ id }: PiictuPhoto) => likes.get(id) ?? 0;
      return found.sort((a, b) => likesOf(b) - likesOf(a));
    }
    default:
      throw new BadParameter('sort_by');
  }
}

function readNumber(query: URLSearchParams, name: string, otherwise: number, least = 1): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,15}$/.test(text) || Number(text) < least) throw new BadParameter(name);
  return Number(text);
}

/** The seed does not say what happens to a parameter that is wrong. */
export class BadParameter extends Error {
  constructor(name: string) {
    super(`${name} is invalid`);
  }
}
