export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves in a task of its own: after everything that was about to run. */
export const nextTask = () =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(0);
  });

/** The time right after a frame was drawn, as far as the main thread has to do with it. */
export async function afterPaint() {
  // The task has to be asked for inside the frame.
  await new Promise((resolve) => requestAnimationFrame(() => nextTask().then(resolve)));
  return performance.now();
}
