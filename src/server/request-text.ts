import { readCapped } from './read-capped.js';
import { Refusal } from './refusal.js';

/** A comment of 20 000 characters, of which a form writes each in up to 12 bytes, and all else. */
export const MAX_BODY_BYTES = 256 * 1024;

/** The body of a request, at most 256 KB: no call that is allowed needs more. */
export async function requestText(request: Request): Promise<string> {
  const bytes = await readCapped(request, MAX_BODY_BYTES);
  if (!bytes) throw new Refusal(413, 'The body is above 256 KB.');
  return new TextDecoder().decode(bytes);
}
