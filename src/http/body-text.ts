import { attempt } from './attempt.js';
import { TooLargeError } from './errors.js';

const MAX_BYTES = 2 * 1024 * 1024;

/**
 * The whole body as text: by `charset` of the Content-Type, by XML declaration, else UTF-8. Bytes are counted
 * as they come: `Content-Length` may lie or be missing.
 */
export async function readText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    // The abort of its request ends what is still coming.
    if (size > MAX_BYTES) throw new TooLargeError('The answer is larger than 2 MiB.');
    chunks.push(value);
  }
  const text = decode(chunks);
  const [, label = 'utf-8'] =
    /charset=["']?([^"';\s]+)/i.exec(response.headers.get('content-type') ?? '') ??
    /^<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/i.exec(text) ??
    [];
  // An unknown label says nothing.
  return (/^utf-?8$/i.test(label) ? undefined : attempt(() => decode(chunks, label))) ?? text;
}

function decode(chunks: readonly Uint8Array[], label?: string): string {
  const decoder = new TextDecoder(label);
  return chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('') + decoder.decode();
}
