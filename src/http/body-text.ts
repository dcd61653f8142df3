import { TooLargeError } from './errors.js';

/** The whole body as text. Bytes are counted as they come: `Content-Length` may lie or be missing. */
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
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return decode(bytes, response.headers.get('content-type') ?? '');
}

const MARKS = [
  ['\xef\xbb\xbf', 'utf-8'],
  ['\xff\xfe', 'utf-16le'],
  ['\xfe\xff', 'utf-16be'],
] as const;

/** By byte order mark, `charset` of the Content-Type, XML declaration; else UTF-8. */
function decode(bytes: Uint8Array, contentType: string): string {
  const start = String.fromCharCode(...bytes.subarray(0, 128));
  const labels = [
    MARKS.find(([mark]) => start.startsWith(mark))?.[1],
    /charset\s*=\s*["']?([^"';\s]+)/i.exec(contentType)?.[1],
    // What can be read byte by byte is not UTF-16, whatever the declaration says.
    /^<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-16)([^"']+)/i.exec(start)?.[1],
  ];
  for (const label of labels) {
    if (label === undefined) continue;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // An unknown label says nothing.
    }
  }
  return new TextDecoder().decode(bytes);
}
