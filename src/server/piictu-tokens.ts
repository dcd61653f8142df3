import { readOnlyParam } from './read-only-param.js';
import { Refusal } from './refusal.js';
import type { TokenMaker } from './token-maker.js';

/** `{ token }`: the visitor's own OAuth token, as the session holds it, whichever stream is asked for. */
export const piictuTokens: TokenMaker = (params, { oauthToken }) => {
  readOnlyParam(params, 'stream_id', (id) => /^[a-z\d]+$/i.test(id));
  if (!oauthToken) throw new Refusal(401, 'Sign in first.');
  return { token: oauthToken };
};
