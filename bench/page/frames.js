export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Kept: a channel that nobody holds may be collected with its message on the way, and then nobody is ever told. */
const { port1, port2 } = new MessageChannel();
const waiting = [];
port1.onmessage = () => waiting.shift()();

/** Resolves in a task of its own: after everything that was about to run. */
export const nextTask = () =>
  new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(0);
  });

/** The time right after a frame was drawn, as far as the main thread has to do with it. */
export async function afterPaint() {
  // The task has to be asked for inside the frame.
  await new Promise((resolve) => requestAnimationFrame(() => nextTask().then(resolve)));
  return performance.now();
}
