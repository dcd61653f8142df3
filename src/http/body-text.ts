import { TooLargeError } from './errors.js';

/**
 * The whole body as text: by `charset` of the Content-Type, by XML declaration, else UTF-8. Bytes are counted
 * as they come: `Content-Length` may lie or be missing.
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maxBytes) {
      // Not awaited: a stream that never acknowledges must not hold the error back.
      reader.cancel().catch(() => undefined);
      throw new TooLargeError(`The answer is larger than ${maxBytes} bytes.`);
    }
    chunks.push(value);
  }
  const text = decode(chunks);
  const label =
    /charset\s*=\s*["']?([^"';\s]+)/i.exec(response.headers.get('content-type') ?? '') ??
    /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/i.exec(text);
  try {
    return label ? decode(chunks, label[1]) : text;
  } catch {
    // An unknown label says nothing.
    return text;
  }
}

function decode(chunks: readonly Uint8Array[], label?: string): string {
  const decoder = new TextDecoder(label);
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}
