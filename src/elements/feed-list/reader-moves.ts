import type { ReactiveControllerHost } from 'lit';
import type { FeedClient, LoadedPage } from '../../client/feed-client.js';
import type { AutoPages } from './auto-pages.js';
import { scrollerOf, visibleTop } from './scroller.js';

interface MovesHost extends ReactiveControllerHost {
  readonly client: FeedClient | undefined;
  readonly renderRoot: ParentNode;
  readonly feedElement: HTMLElement | null;
  /** The card at a place in the feed, counted from 0. */
  cardAt(place: number): HTMLElement | undefined;
  readonly placed: Promise<unknown>;
  loadMore(): Promise<void>;
  retry(): Promise<void>;
  markRead(): Promise<void>;
}

/** The list's own buttons. Most of them go away when they are pressed; the focus moves on to what came of it. */
export class ReaderMoves {
  readonly #host: MovesHost;
  readonly #auto: AutoPages;

  constructor(host: MovesHost, auto: AutoPages) {
    this.#host = host;
    this.#auto = auto;
  }

  /** Can have the focus, before the feed. */
  get before(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.before');
  }

  /** Can have the focus, after the feed. */
  get after(): HTMLElement | null {
    return this.#host.renderRoot.querySelector('.after');
  }

  readonly more = (): Promise<void> => {
    this.#auto.ask();
    return this.#goOn(() => this.#host.loadMore());
  };

  readonly retry = (): Promise<void> => this.#goOn(() => this.#host.retry());

  readonly readAll = ({ isTrusted }: Event): void => {
    if (!isTrusted) return;
    this.before?.focus();
    void this.#host.markRead();
  };

  readonly skip = (): void => {
    this.after?.focus();
  };

  /** What has the focus is about to go: it waits below the feed. */
  wait(): void {
    this.after?.focus({ preventScroll: true });
  }

  /** What came on top is read from its beginning, with the heading where the reader is past that. */
  readonly newer = async (): Promise<void> => {
    const { client, feedElement: feed } = this.#host;
    client?.showNewer();
    await this.#host.placed;
    if (feed && feed.getBoundingClientRect().top < visibleTop(scrollerOf(feed)))
      this.before?.scrollIntoView();
    this.#host.cardAt(0)?.focus({ preventScroll: true });
  };

  /** What may be missing below a page is read from its beginning; the focus stays where nothing came. */
  async fill(page: LoadedPage): Promise<void> {
    const { client } = this.#host;
    if (!client) return;
    await client.fillGap(client.pages.indexOf(page));
    await this.#host.placed;
    const place = client.pages.findIndex(({ key }) => key === page.key);
    const start = client.pages.slice(0, place + 1).reduce((sum, { count }) => sum + count, 0);
    // The button is gone, and the focus with it.
    if (!client.pages[place]?.gap && document.activeElement === document.body)
      this.#host.cardAt(start)?.focus();
  }

  /** The focus waits below the feed and then moves on to the first new event. */
  async #goOn(load: () => Promise<void>): Promise<void> {
    const shown = this.#host.client?.count ?? 0;
    this.wait();
    await load();
    await this.#host.placed;
    if (this.after?.matches(':focus')) this.#host.cardAt(shown)?.focus({ preventScroll: true });
  }
}
