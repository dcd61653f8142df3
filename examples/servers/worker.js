// A module worker, as platforms at the edge run it: nothing of Node.
import { createHandlers } from './handlers.js';

let handlers;

export default {
  async fetch(request, env) {
    handlers ??= createHandlers(env);
    const { pathname } = new URL(request.url);
    if (pathname === '/feed-token') return handlers.token(request);
    if (pathname === '/platform/api') return handlers.proxy(request);
    return new Response(null, { status: 404 });
  },
};
