import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { listen } from './listen.js';

interface ConnectionHost extends ReactiveControllerHost, Element {
  /** The network is gone, or back. */
  handleConnection(offline: boolean): void;
}

/** A network that comes and goes is waited for; and not all readers come back in the same moment. */
const SETTLES_MS = 1000;

/** Of the lists on a page one says aloud what all of them show. */
const listening = new Set<Connection>();

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

  /** What happens to all lists is said by this one. */
  get speaks(): boolean {
    return [...listening].find((some) => some.#host.checkVisibility()) === this;
  }

  hostConnected(): void {
    listening.add(this);
    if (this.offline === navigator.onLine) this.#look();
  }

  hostDisconnected(): void {
    listening.delete(this);
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
