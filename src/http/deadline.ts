import { clampDelay } from './delay.js';
import { AbortedError, FeedError } from './errors.js';

/**
 * Runs `task` for `ms` at most. Rejects the moment the time is over (with `late()`) or `parent` aborts (with
 * its reason where that is a `FeedError`), even if the task listens to nothing; the task's own signal carries
 * the same reason, so that nested deadlines and late steps end with it too.
 */
export function withDeadline<T>(
  ms: number,
  late: () => FeedError,
  task: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const fail = (error: FeedError) => {
      release();
      reject(error);
      controller.abort(error);
    };
    const handleAbort = () => {
      fail(abortReason(parent));
    };
    const timer = setTimeout(() => {
      fail(late());
    }, clampDelay(ms));
    const release = () => {
      clearTimeout(timer);
      parent?.removeEventListener('abort', handleAbort);
    };
    if (parent?.aborted) {
      handleAbort();
      return;
    }
    parent?.addEventListener('abort', handleAbort);
    task(controller.signal).finally(release).then(resolve, reject);
  });
}

function abortReason(signal: AbortSignal | undefined): FeedError {
  const reason: unknown = signal?.reason;
  return reason instanceof FeedError ? reason : new AbortedError('Aborted by the caller.', { cause: reason });
}
