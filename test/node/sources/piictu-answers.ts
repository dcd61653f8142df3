import { vi } from 'vitest';
import type { Page } from '../../../src/model/event.js';
import { piictu, type PiictuOptions } from '../../../src/sources/piictu.js';
import { readPiictuAnswer } from '../../../src/sources/piictu/piictu-answer.js';

export const endpoint = 'https://photos.example/api';
export const streamId = '4da309947b3a3e58c800000a';
export const { signal } = new AbortController();

/** A source over a server that answers every query with a value as JSON, or with a response. */
export function setUp(
  answer: (query: URLSearchParams) => unknown = () => streamOf([]),
  options: Partial<PiictuOptions> = {},
) {
  const fetch = vi.fn((url: string, init: RequestInit) => {
    init.signal?.throwIfAborted();
    const body = answer(new URL(url).searchParams);
    return Promise.resolve(body instanceof Response ? body : Response.json(body));
  });
  const source = piictu({ endpoint, streamId, token: 'secret-token', http: { fetch }, ...options });
  /** The queries so far, in order. */
  const queries = () => fetch.mock.calls.map(([url]) => Object.fromEntries(new URL(url).searchParams));
  return { source, fetch, queries };
}

/** The page that the source makes of a text, or of a value as JSON; the first page unless a place is given. */
export function readAnswer(body: unknown, status = 200, place = ''): Page {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readPiictuAnswer({ status, headers: new Headers(), text }, new URLSearchParams(place), false);
}

/** What {@link readAnswer} throws. */
export function answerError(body: unknown, status = 200): unknown {
  try {
    readAnswer(body, status);
  } catch (error) {
    return error;
  }
  throw new Error('The answer was read as a page.');
}

export const streamOf = (photos: readonly unknown[], more: object = {}) => ({
  stream: { id: streamId, ...more, photos: photos.map((photo) => ({ photo })) },
});

export const photoOf = (id: string, seq: unknown) => ({ id, seq, url: `https://img.example/${id}.jpg` });
