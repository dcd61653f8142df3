import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listen } from './listen.js';

interface ConnectionHost extends ReactiveControllerHost {
  /** The network is gone, or back. */
  handleConnection(offline: boolean): void;
}

/** A network that comes and goes is waited for; and not all readers come back in the same moment. */
const SETTLES_MS = 1000;

/** Whether there is a network, as far as the browser knows; an answer that came knows better. */
export class Connection implements ReactiveController {
  offline = false;
  readonly #host: ConnectionHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ConnectionHost) {
    this.#host = host;
    host.addController(this);
    listen(host, window, ['offline', 'online'], this);
  }

  hostConnected(): void {
    if (this.offline === navigator.onLine) this.#look();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** An answer came: there is a network, whatever the browser says. */
  reset(): void {
    this.offline = false;
  }

  handleEvent(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#look, SETTLES_MS * (0.5 + Math.random()));
  }

  readonly #look = (): void => {
    this.offline = !navigator.onLine;
    this.#host.handleConnection(this.offline);
    this.#host.requestUpdate();
  };
}
