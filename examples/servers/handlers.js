// The two handlers that every server of this folder mounts, set up by its environment.
import { createMailruProxy, createTokenHandler } from 'whats-new-feed/server.js';

export function createHandlers(env) {
  const appId = env.MAILRU_APP_ID;
  const origins = (env.PAGE_ORIGINS ?? '').split(',');
  return {
    token: createTokenHandler({
      mailru: { appId, secretKey: env.MAILRU_SECRET_KEY },
      // Your own session in place of this one. Nothing for a stranger, who gets 401.
      authorize: (request) =>
        request.headers.get('cookie') === `sid=${env.VISITOR_SID}` && { sessionKey: env.VISITOR_SESSION_KEY },
    }),
    proxy: createMailruProxy({ endpoint: env.MAILRU_ENDPOINT, appId, origins }),
  };
}
