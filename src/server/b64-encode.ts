/** Bytes in the base64 of URLs, without `=`. `seeds/000_e2b019c7ed018adc.txt`, 1.5. */
export function b64Encode(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
