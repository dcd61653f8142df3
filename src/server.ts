export { createTokenHandler, type Session, type TokenHandlerOptions } from './server/token-handler.js';
export { type MailruMethod } from './server/mailru-params.js';
export { signMailru, type MailruKey } from './server/sign-mailru.js';
export type { Token, TokenRequest } from './http/token.js';
