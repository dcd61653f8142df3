import type { TokenRequest } from '../http/token.js';
import { Refusal } from './refusal.js';

const MAX_BYTES = 16 * 1024;

const SHAPE =
  'The body must be a TokenRequest: { "source": string, "params": { name: string }, "reason": string }.';

/** The body of a request to the token handler, of the right shape and at most 16 KB. */
export async function readTokenRequest(request: Request): Promise<TokenRequest> {
  const text = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body must be JSON.');
  }
  if (!isTokenRequest(value)) throw new Refusal(400, SHAPE);
  return value;
}

// Counted while it is read: Content-Length may be absent or wrong.
async function readText(request: Request): Promise<string> {
  // Firefox, where the demo's sandbox runs this too, has no streamed body on a Request.
  const reader = (request.body ?? (await request.blob()).stream()).getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > MAX_BYTES) {
      await reader.cancel();
      throw new Refusal(413, 'The body is above 16 KB.');
    }
    text += decoder.decode(value, { stream: true });
  }
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
