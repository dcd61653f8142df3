import { vi } from 'vitest';
import { AuthError } from '../../../src/http/errors.js';
import type { Answer } from '../../../src/http/fetch-answer.js';
import type { HttpCall } from '../../../src/http/http-client.js';
import { statusError } from '../../../src/http/status-error.js';

export const URL_OF_FEED = 'https://feed.example/api';

type Step = number | Error | Response | 'hang' | ((url: string, init: RequestInit) => Promise<Response>);

/** A fetch that answers step by step; the last step repeats for ever. It listens to its signal, as the real one. */
export function fakeFetch(...steps: Step[]) {
  let next = 0;
  return vi.fn(async (url: string, init: RequestInit): Promise<Response> => {
    const step = steps[Math.min(next++, steps.length - 1)];
    if (typeof step === 'function') return step(url, init);
    if (step instanceof Error) throw step;
    if (step instanceof Response) return step.clone();
    if (typeof step === 'number') return new Response(step === 204 ? null : 'text', { status: step });
    return new Promise((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
    });
  });
}

export function readAnswer(answer: Answer): string {
  if (answer.status < 200 || answer.status > 299) throw statusError(answer);
  return answer.text;
}

/** A call with a token in its Authorization header. */
export function callOf(parts: Partial<HttpCall<string>> = {}): HttpCall<string> {
  return {
    params: {},
    signed: Object.keys(parts.params ?? {}).length > 0,
    build: ({ token }) => {
      if (!token) throw new AuthError('No token.');
      return { url: URL_OF_FEED, method: 'GET', headers: { authorization: token } };
    },
    read: readAnswer,
    repeatable: true,
    signal: new AbortController().signal,
    ...parts,
  };
}

/** How a promise ended, without a rejection that nobody handles meanwhile. */
export function outcome<T>(promise: Promise<T>): { value?: T; error?: unknown; done: boolean } {
  const state: { value?: T; error?: unknown; done: boolean } = { done: false };
  promise.then(
    (value) => Object.assign(state, { value, done: true }),
    (error: unknown) => Object.assign(state, { error, done: true }),
  );
  return state;
}
