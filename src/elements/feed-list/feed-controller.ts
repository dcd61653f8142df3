import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FeedClient, type FeedChange } from '../../client/feed-client.js';
import { ConfigError, FeedError } from '../../http/errors.js';
import { registryListeners } from '../../sources/registry.js';
import { listen } from './listen.js';
import { findShare, joinShare, leaveShare, type Share } from './shared-clients.js';
import { partsOf, sourceFromParts, type SourceParts } from './source-parts.js';

/** When a part of its source changes, the feed begins anew. */
interface FeedHost extends ReactiveControllerHost, SourceParts {
  readonly isConnected: boolean;
  readonly limit: number;
  /** Another feed begins, or none. */
  handleFeedStart(): void;
  handleFeedChange(change: FeedChange): void;
}

/**
 * Binds one `FeedClient` to an element: makes it when the element says what to show, unless another list shows that
 * already, and lets go of it.
 */
export class FeedController implements ReactiveController {
  /** Why there is no client. */
  configError: FeedError | undefined;
  readonly #host: FeedHost;
  #share: Share | undefined;
  #waits = false;
  /** There while it listens to the client. */
  #unsubscribe: (() => void) | undefined;

  constructor(host: FeedHost) {
    this.#host = host;
    host.addController(this);
    listen(host, window, ['pagehide', 'pageshow'], this);
    // Starts again by itself whenever an argument has changed.
    new Task(host, {
      task: () => {
        this.#start();
      },
      args: () => [host.limit, ...partsOf(host)],
    });
  }

  /** Absent while there is no source, or a wrong one. */
  get client(): FeedClient | undefined {
    return this.#share?.client;
  }

  hostConnected(): void {
    registryListeners.add(this.#hear);
    if (this.#waits) this.#start();
    else this.#join();
  }

  hostDisconnected(): void {
    registryListeners.delete(this.#hear);
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#leave();
    });
  }

  /** A page that the browser keeps for the way back would wait for an answer that never comes. */
  handleEvent(event: Event): void {
    if (!(event instanceof PageTransitionEvent && event.persisted)) return;
    if (event.type === 'pagehide') this.client?.stop();
    else this.#resume();
  }

  readonly #hear = (name: string): void => {
    if (this.configError && this.#host.source === name) this.#start();
  };

  #join(): void {
    const share = this.#share;
    if (!share || this.#unsubscribe) return;
    joinShare(share);
    this.#unsubscribe = share.client.subscribe((change) => {
      this.#host.handleFeedChange(change);
    });
    this.#resume();
  }

  #leave(): void {
    if (!this.#share || !this.#unsubscribe) return;
    this.#unsubscribe();
    this.#unsubscribe = undefined;
    leaveShare(this.#share);
  }

  /** Whatever was cut off goes on. */
  #resume(): void {
    if (this.client?.status === 'idle') void this.client.loadMore();
    this.#host.requestUpdate();
  }

  #start(): void {
    // One that is out of the page asks for nothing.
    this.#waits = !this.#host.isConnected;
    if (this.#waits) return;
    this.#leave();
    this.#share = this.configError = undefined;
    const { limit } = this.#host;
    try {
      this.#share = findShare([limit, ...partsOf(this.#host)], () => {
        const source = sourceFromParts(this.#host);
        return source && new FeedClient(source, { limit });
      });
    } catch (cause) {
      this.configError =
        cause instanceof FeedError
          ? cause
          : new ConfigError('The source could not be made: the cause says why.', { option: 'source', cause });
    }
    this.#host.handleFeedStart();
    if (this.configError)
      this.#host.handleFeedChange({ type: 'error', error: this.configError, doing: 'load' });
    // What another list has loaded is there at once.
    if (this.client?.count) this.#host.handleFeedChange({ type: 'reset' });
    this.#join();
  }
}
