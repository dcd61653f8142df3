/** What stands for these bytes in an `ETag`. */
export async function entityTag(bytes: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `"${digest.reduce((hex, byte) => hex + byte.toString(16).padStart(2, '0'), '')}"`;
}
