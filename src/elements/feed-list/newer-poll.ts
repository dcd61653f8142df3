import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedChange, FeedClient } from '../../client/feed-client.js';
import { listen } from './listen.js';

interface PollHost extends ReactiveControllerHost, Element {
  /** Seconds between two looks. */
  readonly poll: number;
  readonly client: FeedClient | undefined;
  readonly offline: boolean;
}

/** A timer above 2^31 ms fires at once. */
const LONGEST_MS = 86_400_000;

/** When a feed was last looked at, in ms by the clock that nobody sets: several lists may show one. */
const lookedAt = new WeakMap<FeedClient, number>();

/**
 * Looks for newer events every now and then, but only while somebody can see the list or the feed tells how many are
 * unseen. Whoever comes back after long causes one look.
 */
export class NewerPoll implements ReactiveController {
  readonly #host: PollHost;
  readonly #observer: IntersectionObserver;
  /** The list is in the visible part of the page. */
  #seen = false;
  /** Why looking again is of no use, until a page has come. */
  #refused = false;
  /** Between 0.9 and 1.1, so that not all readers ask at once. */
  #jitter = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PollHost) {
    this.#host = host;
    host.addController(this);
    listen(host, document, ['visibilitychange'], this);
    this.#observer = new IntersectionObserver((entries) => {
      this.#seen = !!entries.at(-1)?.isIntersecting;
      this.hostUpdated();
    });
  }

  /** Another feed begins. */
  reset(): void {
    this.#refused = false;
  }

  /** What the feed told. */
  note(change: FeedChange): void {
    const { client } = this.#host;
    if (change.type === 'error' && /load|newer/.test(change.doing))
      this.#refused = change.error.advice !== 'retry';
    if (!client || (change.type !== 'page' && change.type !== 'reset')) return;
    this.#refused = false;
    // A page at the end says nothing about what is new.
    if (change.type === 'reset' || !lookedAt.has(client)) lookedAt.set(client, performance.now());
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#seen = false;
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  handleEvent(): void {
    this.hostUpdated();
  }

  readonly hostUpdated = (): void => {
    clearTimeout(this.#timer);
    const { poll, client, offline } = this.#host;
    const last = client && lookedAt.get(client);
    if (!client || last === undefined || !(poll > 0)) return;
    // A badge elsewhere may show the counts. A list that was taken out still has its client, and may be drawn.
    const isSeen = this.#seen || (this.#host.isConnected && client.unseen !== undefined);
    if (!isSeen || document.hidden || offline || this.#refused) return;
    const wait = last + poll * 1000 * this.#jitter - performance.now();
    if (wait > 0) this.#timer = setTimeout(this.hostUpdated, Math.min(wait, LONGEST_MS));
    else void this.#look(client);
  };

  async #look(client: FeedClient): Promise<void> {
    lookedAt.set(client, performance.now());
    this.#jitter = 0.9 + Math.random() * 0.2;
    await client.checkNewer();
    this.hostUpdated();
  }
}
