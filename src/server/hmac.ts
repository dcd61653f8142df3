/** The HMAC of a text, by WebCrypto. */
export async function hmac(
  hash: 'SHA-1' | 'SHA-256',
  secret: BufferSource,
  text: string,
): Promise<Uint8Array> {
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', secret, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}
