import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedClient } from '../../client/feed-client.js';
import { listen } from './listen.js';
import { scrollMargin } from './scroll-margin.js';

interface PagesHost extends ReactiveControllerHost {
  readonly client: FeedClient | undefined;
  readonly offline: boolean;
  /** How many pages may come by themselves, the first one included. */
  readonly autoPages: number;
  /** What stands below the last card; its coming near asks for a page. */
  readonly sentinel: Element | null;
  loadMore(): void;
}

/** How far below the visible part a page is asked for; in older browsers when the end of a box that scrolls is seen. */
const AHEAD = '800px 0px';

/** What a reader does to scroll; a scroll event alone may come from a script or from the layout. */
export const BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
const SCROLL_KEYS = /Down|End|^ $/;

/**
 * Pages that come by themselves while the reader scrolls. After `autoPages` of them it is the reader's turn, so
 * that what stands below the feed can be reached. Once the reader has asked for more, pages come again, as long
 * as each follows a scroll by hand.
 */
export class AutoPages implements ReactiveController {
  readonly #host: PagesHost;
  /** So many pages may still come. */
  #left = 0;
  #asked = false;
  readonly #observer: IntersectionObserver;
  /** There while a page may come: when the cards have their height. */
  #drawn: Promise<unknown> | undefined;

  constructor(host: PagesHost) {
    this.#host = host;
    host.addController(this);
    listen(host, window, BY_HAND, this, { capture: true, passive: true });
    this.#observer = new IntersectionObserver((entries) => {
      // It is observed only while a page may come: see `hostUpdated`.
      if (!entries.some((entry) => entry.isIntersecting)) return;
      this.#left -= 1;
      host.loadMore();
    }, scrollMargin(AHEAD));
  }

  /** It is the reader's turn: a button is needed. */
  get exhausted(): boolean {
    return this.#host.offline || !(this.#left > 0);
  }

  /** Another feed begins. */
  reset(): void {
    this.#left = this.#host.autoPages - 1;
    this.#asked = false;
  }

  /** The reader asked for more: pages may come by themselves again. */
  ask(): void {
    this.#asked = true;
  }

  hostConnected(): void {
    // Moved within the page: what is observed comes with an update.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#drawn = undefined;
    this.#observer.disconnect();
  }

  hostUpdated(): void {
    const { sentinel, client } = this.#host;
    // Another page is there, and nothing runs or has failed.
    const canLoad = client?.status === 'ready' && client.hasMore && !client.stalled;
    // Observing anew reports where the sentinel is now: after a short page it may still be near.
    this.#observer.disconnect();
    const drawn = (this.#drawn = canLoad && !this.exhausted ? this.#host.updateComplete : undefined);
    // Cards that are not drawn yet may be far less high: then the end only seems to be near.
    void drawn?.then(() => {
      if (sentinel && drawn === this.#drawn) this.#observer.observe(sentinel);
    });
  }

  handleEvent(event: Event): void {
    if (!this.#asked || this.#left > 0) return;
    if (event instanceof KeyboardEvent && !SCROLL_KEYS.test(event.key)) return;
    // A press on a button is no scroll; "Load more" must not vanish under it.
    if (event.composedPath()[0] instanceof HTMLButtonElement) return;
    this.#left = 1;
    this.#host.requestUpdate();
  }
}
