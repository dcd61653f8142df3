import { AbortedError, TimeoutError, type FeedError } from './errors.js';

/**
 * Runs `task` for `ms` at most. Rejects the moment the time is over (with a `TimeoutError`) or `parent` aborts
 * (with an `AbortedError`), even if the task listens to nothing. The task's own signal carries the same reason;
 * it aborts after an answer too, so that nothing is left running.
 */
export function withDeadline<T>(
  ms: number,
  task: (signal: AbortSignal) => Promise<T>,
  parent?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  let timer: ReturnType<typeof setTimeout>;
  let handleAbort: () => void;
  return new Promise<T>((resolve, reject) => {
    const fail = (error: FeedError) => {
      reject(error);
      controller.abort(error);
    };
    handleAbort = () => {
      fail(new AbortedError('Aborted by the caller.', { cause: parent?.reason }));
    };
    timer = setTimeout(() => {
      fail(new TimeoutError(`No whole answer within ${ms / 1000} s.`));
    }, ms);
    parent?.addEventListener('abort', handleAbort);
    if (parent?.aborted) handleAbort();
    else task(signal).then(resolve, reject);
  }).finally(() => {
    clearTimeout(timer);
    parent?.removeEventListener('abort', handleAbort);
    controller.abort();
  });
}
