import { Task } from '@lit/task';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { FeedClient, type FeedChange } from '../../client/feed-client.js';
import { ConfigError, FeedError } from '../../http/errors.js';
import { partsOf, sourceFromParts, type SourceParts } from './source-parts.js';

/** When a part of its source changes, the feed begins anew. */
interface FeedHost extends ReactiveControllerHost, SourceParts {
  readonly isConnected: boolean;
  readonly limit: number;
  /** Another feed begins, or none. */
  handleFeedStart(): void;
  handleFeedChange(change: FeedChange): void;
}

/** Binds one `FeedClient` to an element: makes it when the element says what to show, and lets go of it. */
export class FeedController implements ReactiveController {
  /** Absent while there is no source, or a wrong one. */
  client: FeedClient | undefined;
  /** Why there is no client. */
  configError: FeedError | undefined;
  readonly #host: FeedHost;
  #waits = false;
  #unsubscribe: (() => void) | undefined;

  constructor(host: FeedHost) {
    this.#host = host;
    host.addController(this);
    // Starts again by itself whenever an argument has changed.
    new Task(host, {
      task: () => this.#start(),
      args: () => [host.limit, ...partsOf(host)],
    });
  }

  hostConnected(): void {
    // Moved within the page: whatever the move cut off goes on.
    const { client } = this;
    if (this.#waits) void this.#start();
    else if (client?.status === 'idle') void client.loadMore();
  }

  hostDisconnected(): void {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.client?.stop();
    });
  }

  async #start(): Promise<void> {
    // One that is out of the page asks for nothing.
    this.#waits = !this.#host.isConnected;
    if (this.#waits) return;
    this.#unsubscribe?.();
    this.client?.stop();
    this.client = this.configError = undefined;
    this.#host.handleFeedStart();
    try {
      const source = sourceFromParts(this.#host);
      if (!source) return;
      this.client = new FeedClient(source, { limit: this.#host.limit });
    } catch (cause) {
      const error =
        cause instanceof FeedError
          ? cause
          : new ConfigError('The source could not be made: the cause says why.', { option: 'source', cause });
      this.configError = error;
      this.#host.handleFeedChange({ type: 'error', error, doing: 'load' });
      return;
    }
    this.#unsubscribe = this.client.subscribe((change) => {
      this.#host.handleFeedChange(change);
    });
    await this.client.loadMore();
  }
}
