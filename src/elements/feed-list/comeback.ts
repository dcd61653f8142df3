import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedChange, FeedClient } from '../../client/feed-client.js';
import { redrawAt, redrawNoMore } from '../clock.js';
import type { Words } from '../words.js';
import type { ReaderMoves } from './reader-moves.js';

interface ComebackHost extends ReactiveControllerHost {
  readonly client: FeedClient | undefined;
  readonly moves: ReaderMoves;
  retry(): Promise<void>;
}

/** A source of one's own may name any time. */
const LONGEST_MS = 300_000;

/** Feeds that were tried again by one of their lists, and no page came since. */
const tried = new WeakSet<FeedClient>();

/** Counts down to when the server asked to come back. Then the list tries again by itself, once until a page comes. */
export class Comeback implements ReactiveController {
  readonly #host: ComebackHost;
  #at = 0;

  constructor(host: ComebackHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    redrawNoMore(this);
  }

  /** Another feed begins. */
  reset(): void {
    this.#at = 0;
    redrawNoMore(this);
  }

  /** What the feed told. */
  note(change: FeedChange): void {
    const { client } = this.#host;
    if (client && /page|reset/.test(change.type)) tried.delete(client);
    if (change.type === 'state') redrawNoMore(this);
    if (change.type !== 'error' || change.doing !== 'load') return;
    const { advice, retryInMs = 0 } = change.error;
    this.#at = advice === 'retry' ? Date.now() + Math.min(retryInMs, LONGEST_MS) : 0;
  }

  /** "in 12 sec."; nothing once it makes sense to try again. */
  text(words: Words): string {
    const seconds = Math.ceil((this.#at - Date.now()) / 1000);
    if (!(seconds > 0)) return '';
    redrawAt(this.#at - (seconds - 1) * 1000, this);
    return words.ago(-seconds, 'second');
  }

  /** A second is over. */
  requestUpdate(): void {
    const host = this.#host;
    if (!host.client || tried.has(host.client) || Date.now() < this.#at) host.requestUpdate();
    else {
      tried.add(host.client);
      // The button is about to go.
      void (host.moves.after?.matches(':focus-within') ? host.moves.retry() : host.retry());
    }
  }
}
