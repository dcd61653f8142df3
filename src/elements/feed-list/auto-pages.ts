import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface PagesHost extends ReactiveControllerHost {
  /** How many pages may come by themselves, the first one included. */
  readonly autoPages: number;
  /** What stands below the last card; its coming near asks for a page. */
  readonly sentinel: Element | null;
  /** There is another page, and nothing runs or has failed. */
  readonly canLoad: boolean;
  loadMore(): void;
}

/** How far below the visible part a page is asked for. */
const AHEAD = '800px 0px';

/** What a reader does to scroll; a scroll event alone may come from a script or from the layout. */
const BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
const SCROLL_KEYS = ['ArrowDown', 'PageDown', 'End', ' '];

/**
 * Pages that come by themselves while the reader scrolls. After `autoPages` of them it is the reader's turn, so
 * that what stands below the feed can be reached. Once the reader has asked for more, pages come again, as long
 * as each follows a scroll by hand.
 */
export class AutoPages implements ReactiveController {
  readonly #host: PagesHost;
  #used = 1;
  #asked = false;
  #byHand = false;
  #observer: IntersectionObserver | undefined;
  #listening: AbortController | undefined;

  constructor(host: PagesHost) {
    this.#host = host;
    host.addController(this);
  }

  /** It is the reader's turn: a button is needed. */
  get exhausted(): boolean {
    return !this.#byHand && !(this.#used < this.#host.autoPages);
  }

  /** Another feed begins. */
  reset(): void {
    this.#used = 1;
    this.#asked = this.#byHand = false;
  }

  /** The reader asked for more: pages may come by themselves again. */
  ask(): void {
    this.#asked = true;
  }

  hostConnected(): void {
    // `scrollMargin` is `rootMargin` for scroll containers inside the page; older browsers ignore it and ask for
    // a page when the end of such a container is seen.
    const options: IntersectionObserverInit & { scrollMargin: string } = {
      rootMargin: AHEAD,
      scrollMargin: AHEAD,
    };
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#load();
    }, options);
    // Moved within the page: the new observer has nothing to look at before an update.
    this.#host.requestUpdate();
    this.#listening = new AbortController();
    const listen = { capture: true, passive: true, signal: this.#listening.signal };
    for (const type of BY_HAND) addEventListener(type, this.#handleHand, listen);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#listening?.abort();
  }

  hostUpdated(): void {
    const { sentinel, canLoad } = this.#host;
    // Observing anew reports where the sentinel is now: after a short page it may still be near.
    this.#observer?.disconnect();
    if (sentinel && canLoad && !this.exhausted) this.#observer?.observe(sentinel);
  }

  #load(): void {
    if (!this.#host.canLoad || this.exhausted) return;
    this.#byHand = false;
    this.#used += 1;
    this.#host.loadMore();
  }

  readonly #handleHand = (event: Event): void => {
    if (!this.#asked || this.#byHand) return;
    if (event instanceof KeyboardEvent && !SCROLL_KEYS.includes(event.key)) return;
    // A press on a button is no scroll; "Load more" must not vanish under it.
    if (event.composedPath()[0] instanceof HTMLButtonElement) return;
    this.#byHand = true;
    this.#host.requestUpdate();
  };
}
