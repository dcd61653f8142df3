import type { ReactiveControllerHost } from 'lit';

/** Hears these events for as long as the element is in the page. */
export function listen(
  host: ReactiveControllerHost,
  target: EventTarget,
  types: readonly string[],
  listener: EventListenerObject,
  options?: AddEventListenerOptions,
): void {
  host.addController({
    hostConnected: () => {
      for (const type of types) target.addEventListener(type, listener, options);
    },
    hostDisconnected: () => {
      for (const type of types) target.removeEventListener(type, listener, options);
    },
  });
}
