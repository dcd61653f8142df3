export { createTokenHandler, type TokenHandlerOptions } from './server/token-handler.js';
export type { Session } from './server/token-maker.js';
export type { Token, TokenRequest } from './http/token.js';
export { toNodeListener, type NodeRequest, type NodeResponse } from './server/node-listener.js';

// mail.ru
export { type MailruMethod } from './server/mailru-params.js';
export { createMailruProxy, type MailruProxyOptions } from './server/mailru-proxy.js';
export type { MailruApp } from './server/mailru-tokens.js';
export { signMailru, type MailruKey } from './server/sign-mailru.js';

// getstream
export { b64Encode } from './server/b64-encode.js';
export { connect, type ConnectOptions } from './server/connect.js';
export type { GetstreamApp } from './server/getstream-tokens.js';
export { signFeedToken, signJwt, signUserToken, type FeedScope } from './server/jwt.js';
export { sign } from './server/sign.js';
export { StreamClient, type StreamClientOptions } from './server/stream-client.js';
