import { isRecord, type Json } from './json.js';

type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

async function hmac(hash: 'SHA-1' | 'SHA-256', key: Bytes | ArrayBuffer, message: string): Promise<Bytes> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(message)));
}

const base64Url = (bytes: Bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

function fromBase64Url(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}

/** The token of 2014 for `user1`: HMAC-SHA1 by the SHA-1 of the secret. */
export async function simpleToken(secret: string, feedTogether: string): Promise<string> {
  const key = await crypto.subtle.digest('SHA-1', utf8(secret));
  return base64Url(await hmac('SHA-1', key, feedTogether));
}

export const looksLikeJwt = (token: string) => /^[\w-]+\.[\w-]+\.[\w-]+$/.test(token);

/** What a JWT says; undefined when it is not of this secret, not HS256, not yet or no longer valid. */
export async function readJwt(secret: string, token: string): Promise<Json | undefined> {
  const [header = '', payload = '', signature] = token.split('.');
  try {
    if (base64Url(await hmac('SHA-256', utf8(secret), `${header}.${payload}`)) !== signature)
      return undefined;
    const { alg } = Object(JSON.parse(fromBase64Url(header))) as Json;
    const claims: unknown = JSON.parse(fromBase64Url(payload));
    return alg === 'HS256' && isRecord(claims) && isTimely(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

function isTimely({ exp, nbf }: Json): boolean {
  const now = Date.now() / 1000;
  return !(typeof exp === 'number' && exp <= now) && !(typeof nbf === 'number' && nbf > now);
}
