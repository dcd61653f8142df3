import { readCapped } from './read-capped.js';
import { Refusal } from './refusal.js';

const MAX_BYTES = 16 * 1024;

/** The body of a request, at most 16 KB: no call that is allowed needs more. */
export async function requestText(request: Request): Promise<string> {
  const bytes = await readCapped(request, MAX_BYTES);
  if (!bytes) throw new Refusal(413, 'The body is above 16 KB.');
  return new TextDecoder().decode(bytes);
}
