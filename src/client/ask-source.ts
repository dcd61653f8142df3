import { withDeadline } from '../http/deadline.js';
import { FeedError, NetworkError } from '../http/errors.js';

/** Well above what the sources of this library allow themselves: only one that hangs gets here. */
const ANSWER_WITHIN_MS = 60_000;

/**
 * Asks a source for something. Whatever it does, the promise resolves: with the answer or with the reason why there
 * is none. A source of one's own may hang, and may not heed its signal.
 */
export async function askSource<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T | FeedError> {
  try {
    return await withDeadline(ANSWER_WITHIN_MS, ask, parent);
  } catch (cause) {
    if (cause instanceof FeedError) return cause;
    return new NetworkError('The source gave no answer: the cause says why.', { cause });
  }
}
