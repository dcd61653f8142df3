/**
 * The bytes of a body; undefined when there are more than `maxBytes`. Counted while they are read: Content-Length may
 * be absent or wrong.
 */
export async function readCapped(
  message: Request | Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Firefox, where the demo's sandbox runs this too, has no streamed body on a Request.
  const reader = (message.body ?? (await message.blob()).stream()).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Uint8Array(await new Blob(chunks).arrayBuffer());
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(value);
  }
}
