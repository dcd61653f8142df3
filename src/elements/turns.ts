import { attempt } from '../http/attempt.js';

interface Waiting {
  readonly end: (isTurn: boolean) => void;
  readonly ended: Promise<boolean>;
}

/** What may wait, first come, first served. */
const waiting = new Map<object, Waiting>();

/** No longer than this at a time: the browser paints and answers in between. */
const SLICE_MS = 5;

/** Kept, lest it is collected with a message on its way. */
let channel: MessageChannel | undefined;

/** Asks for a task of its own, after all that is more urgent. */
function ask(): void {
  // Not in Safari; and a page may have a `scheduler` of its own.
  const asked = attempt(() => scheduler.postTask(take, { priority: 'background' }));
  if (asked !== undefined) return;
  if (!channel) {
    channel = new MessageChannel();
    channel.port1.onmessage = () => void take();
  }
  channel.port2.postMessage(0);
}

async function take(): Promise<void> {
  const end = performance.now() + SLICE_MS;
  for (const waits of waiting.keys()) {
    endTurn(waits, true);
    // It is done in the next microtask.
    await Promise.resolve();
    if (performance.now() > end) break;
  }
  if (waiting.size > 0) ask();
}

/**
 * Waits until nothing is more urgent.
 * @returns false when the waiting was ended because the work is no longer wanted
 */
export function turnOf(waits: object): Promise<boolean> {
  if (waiting.size === 0) ask();
  const known = waiting.get(waits);
  if (known) return known.ended;
  let end: Waiting['end'] = () => undefined;
  const ended = new Promise<boolean>((resolve) => (end = resolve));
  waiting.set(waits, { end, ended });
  return ended;
}

/** Ends the waiting before its time: it is done now, or never. */
export function endTurn(waits: object, isTurn: boolean): void {
  waiting.get(waits)?.end(isTurn);
  waiting.delete(waits);
}
