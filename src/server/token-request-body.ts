import type { TokenRequest } from '../http/token.js';
import { Refusal } from './refusal.js';
import { requestText } from './request-text.js';

const SHAPE =
  'The body must be a TokenRequest: { "source": string, "params": { name: string }, "reason": string }.';

/** The body of a request to the token handler, of the right shape and at most 256 KB. */
export async function readTokenRequest(request: Request): Promise<TokenRequest> {
  const text = await requestText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body must be JSON.');
  }
  if (!isTokenRequest(value)) throw new Refusal(400, SHAPE);
  return value;
}

function isTokenRequest(value: unknown): value is TokenRequest {
  return (
    isRecord(value) &&
    typeof value['source'] === 'string' &&
    (value['reason'] === 'first' || value['reason'] === 'expired') &&
    isRecord(value['params']) &&
    Object.values(value['params']).every((param) => typeof param === 'string')
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
