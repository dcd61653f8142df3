import type { HttpCall } from './http-client.js';

/**
 * For what is asked over and over: the last answer that had an ETag is not sent again as long as it holds. Then the
 * server says 304, and what was read of it stands.
 */
export function createRevalidation<T>(): (call: HttpCall<T>) => HttpCall<T> {
  let last: { readonly asked: string; readonly etag: string; readonly value: T } | undefined;
  return (call) => {
    let asked = '';
    let known: typeof last;
    return {
      ...call,
      build(token) {
        const request = call.build(token);
        // With the token: another reader may be shown something else.
        asked = request.method === 'GET' ? JSON.stringify(request) : '';
        known = asked && last?.asked === asked ? last : undefined;
        // Should the request fail for it, the next try goes without.
        last = undefined;
        if (!known) return request;
        // Else Firefox says no-cache, and many servers then send everything.
        const headers = { ...request.headers, 'if-none-match': known.etag, 'cache-control': 'max-age=0' };
        return { ...request, headers };
      },
      read(answer) {
        const { status, etag } = answer;
        if (known && status === 304) {
          last = known;
          return known.value;
        }
        const value = call.read(answer);
        if (etag && asked) last = { asked, etag, value };
        return value;
      },
    };
  };
}
