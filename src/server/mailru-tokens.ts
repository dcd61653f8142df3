import { checkMailruParams, type MailruMethod } from './mailru-params.js';
import { Refusal } from './refusal.js';
import { signMailru } from './sign-mailru.js';
import type { TokenMaker } from './token-maker.js';

export interface MailruApp {
  readonly appId: string;
  readonly secretKey: string;
}

/** `{ sessionKey, sig }`: a signature over one call that reads the feed, likes or comments. */
export function mailruTokens({ appId, secretKey }: MailruApp, methods: readonly MailruMethod[]): TokenMaker {
  if (!appId || !secretKey) throw new Error('createTokenHandler: set mailru.appId and mailru.secretKey.');
  return (params, { sessionKey }) => {
    if (!sessionKey) throw new Refusal(401, 'Sign in first.');
    checkMailruParams(params, appId, methods);
    return { sessionKey, sig: signMailru({ ...params, session_key: sessionKey }, { secretKey }) };
  };
}
