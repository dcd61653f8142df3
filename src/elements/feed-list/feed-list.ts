import { html, nothing, type TemplateResult } from 'lit';
import type { FeedChange, FeedStatus, LoadedPage } from '../../client/feed-client.js';
import type { FeedError } from '../../http/errors.js';
import type { FeedEvent, FeedInfo } from '../../model/event.js';
import { baseStyles } from '../base.styles.js';
import type { EventCard } from '../event-card/event-card.js';
import { FeedCountsEvent, FeedErrorEvent, FeedLoadEvent, FeedWarningEvent } from '../events.js';
import { moveByKey } from './article-keys.js';
import { AutoPages } from './auto-pages.js';
import { FeedController } from './feed-controller.js';
import { feedEnd } from './feed-end.js';
import { feedHead } from './feed-head.js';
import { feedListStyles } from './feed-list.styles.js';
import { FeedSettings } from './feed-settings.js';
import type { PageLook } from './page-section.js';
import { PageWindow } from './page-window.js';
import { SeenCards } from './seen-cards.js';

/**
 * A "What's new" feed that loads its pages while the reader scrolls.
 *
 * @fires feed-load - A page of events is there.
 * @fires feed-error - Loading failed, the element is wrongly set up, or a card could not be drawn.
 * @fires feed-warning - Parts of an answer were left out.
 * @fires feed-counts - `unread` or `unseen` changed.
 * @fires event-open - The reader opens an event, a person or a link; cancel it to take over.
 * @fires attachment-open - The reader opens or plays an attachment; cancel it to take over.
 * @fires event-like - The reader likes an event, or no longer does; cancel it to take over.
 * @fires event-comment - The reader comments on an event; cancel it to take over.
 * @slot header - Replaces the heading, and what the feed is about.
 * @slot empty - Shown when there are no events.
 * @slot error - Replaces the text of an error.
 * @slot end - Shown below the last event.
 * @csspart feed - The list of cards.
 * @csspart card - A card.
 * @csspart error - An error.
 * @csspart button - "Load more", "Try again" and "Mark all as read".
 * @csspart badge - How many events are new.
 * @csspart info - What the feed is about.
 * @csspart heading - The feed's heading.
 * @csspart skeleton - Stands in for the first cards while they load.
 * @csspart empty - Says that there are no events.
 * @csspart end - Says that there are no more.
 * @cssproperty --feed-font-size - Size of the text.
 * @cssproperty --feed-sticky-top - Height of a sticky header that must not cover a card with the focus.
 */
export class FeedList extends FeedSettings {
  static override styles = [baseStyles, feedListStyles];

  readonly #controller = new FeedController(this);
  readonly #window = new PageWindow(this);
  readonly #auto = new AutoPages(this);
  readonly #seen = new SeenCards(this);
  /** `unread` and `unseen` as `feed-counts` told them. */
  #told: readonly (number | undefined)[] = [];

  /** Said to assistive technology, never on the first page. */
  #announcement = '';

  /** All events that are shown, newest first. */
  get events(): readonly FeedEvent[] {
    return this.#controller.client?.events ?? [];
  }

  /** How many events the reader has not opened; undefined while the source has not told it. */
  get unread(): number | undefined {
    return this.#controller.client?.unread;
  }

  /** How many events the reader was not shown; undefined while the source has not told it. */
  get unseen(): number | undefined {
    return this.#controller.client?.unseen;
  }

  /** What the feed is about; undefined while the source has not told it. */
  get info(): FeedInfo | undefined {
    return this.#controller.client?.info;
  }

  /** What the feed does now: `idle` before it begins, then `loading`, `ready`, `error`. */
  get status(): FeedStatus {
    return this.error ? 'error' : (this.#controller.client?.status ?? 'idle');
  }

  /** Why the last load failed. */
  get error(): FeedError | undefined {
    return this.#controller.configError ?? this.#controller.client?.error;
  }

  /** @internal */
  get feedElement(): HTMLElement | null {
    return this.#find('[role=feed]');
  }

  /** @internal */
  get pages(): readonly LoadedPage[] {
    return this.#controller.client?.pages ?? [];
  }

  /** @internal */
  get look(): PageLook {
    const { lang, headingLevel, template } = this;
    const { client } = this.#controller;
    const size = client?.hasMore ? -1 : (client?.count ?? 0);
    return { lang, headingLevel, template, size, reader: this.readonly ? undefined : client };
  }

  /** @internal */
  letGo(places: ReadonlySet<number>): void {
    this.#controller.client?.letGo(places);
  }

  /** @internal */
  bringBack(place: number): void {
    void this.#controller.client?.bringBack(place);
  }

  /** @internal */
  get sentinel(): Element | null {
    return this.renderRoot.querySelector('.sentinel');
  }

  /** @internal */
  get canLoad(): boolean {
    const { client } = this.#controller;
    return client?.status === 'ready' && client.hasMore && !client.stalled;
  }

  /** @internal */
  get unseenCards(): readonly EventCard[] {
    const { client } = this.#controller;
    return client?.marksSeen ? this.#articles().filter((card) => card.event?.seen === false) : [];
  }

  /** @internal */
  handleFeedStart(): void {
    this.#auto.reset();
    this.#seen.reset();
    this.#announcement = '';
    this.#tellCounts();
  }

  /** @internal */
  handleFeedChange(change: FeedChange): void {
    const total = this.#controller.client?.count ?? 0;
    switch (change.type) {
      case 'page':
      case 'reset': {
        const events = change.type === 'page' ? change.page.events : this.events;
        if (events.length < total) this.#announcement = this.words.counted('loaded', events.length);
        this.dispatchEvent(new FeedLoadEvent(events, total));
        break;
      }
      case 'warnings':
        this.dispatchEvent(new FeedWarningEvent(change.warnings));
        break;
      case 'error':
        // A mark that failed: nothing but this tells it to a reader who does not see the dots come back.
        if (!this.error) this.#announcement = this.words.term('errorMark');
        this.dispatchEvent(new FeedErrorEvent(change.error));
        break;
      case 'state':
        // The same words a second time are said only when they were gone in between.
        if (this.status === 'loading') this.#announcement = '';
        break;
      case 'counts':
        this.#tellCounts();
    }
    this.requestUpdate();
  }

  /** Loads the next page. */
  async loadMore(): Promise<void> {
    await this.#controller.client?.loadMore();
  }

  /** Does again what failed. */
  async retry(): Promise<void> {
    await this.#controller.client?.retry();
  }

  /** Loads the first page anew; what is shown stays until it has come. */
  async refresh(): Promise<void> {
    await this.#controller.client?.refresh();
  }

  /** The reader opened these events; without any, all of the feed. Does nothing where the source cannot be told. */
  async markRead(events?: readonly FeedEvent[]): Promise<void> {
    await this.#controller.client?.markRead(events);
  }

  /** The reader was shown these events, as the list tells by itself; without any, all of the feed. */
  async markSeen(events?: readonly FeedEvent[]): Promise<void> {
    await this.#controller.client?.markSeen(events);
  }

  /** @internal */
  readonly handleMore = (): void => {
    this.#auto.ask();
    void this.#goOn(this.loadMore());
  };

  /** @internal */
  readonly handleRetry = (): void => {
    void this.#goOn(this.retry());
  };

  /** @internal */
  readonly handleReadAll = (): void => {
    // The pressed button goes away.
    this.#find('.before')?.focus();
    void this.markRead();
  };

  /** @internal */
  readonly handleSkip = (): void => {
    this.#find('.after')?.focus();
  };

  protected override render(): TemplateResult {
    const { client } = this.#controller;
    const { words } = this;
    const loading = client?.status === 'loading';
    const shown = !!client?.pages.length;
    const name = this.label || words.term('feed');
    return html`<div class="before" tabindex="-1">${feedHead(this, name, client)}</div>
      <div class="hidden" role="status">${this.#announcement}</div>
      ${
        shown || loading
          ? html`<div
              part="feed"
              role="feed"
              aria-label=${name}
              aria-busy=${loading}
              @keydown=${this.#handleKey}
              @click=${this.#handleClick}
              @auxclick=${this.#handleClick}
            ></div>`
          : nothing
      }
      <div class="sentinel"></div>
      <div class="after" tabindex="-1">${feedEnd(this, this.error, client, this.#auto.exhausted)}</div>`;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  /** The pressed button goes away: the focus waits below the feed and then moves on to the first new event. */
  async #goOn(load: Promise<void>): Promise<void> {
    const shown = this.#controller.client?.count ?? 0;
    this.#find('.after')?.focus({ preventScroll: true });
    await load;
    await this.updateComplete;
    if (this.#find('.after:focus')) this.#window.cardAt(shown)?.focus({ preventScroll: true });
  }

  #articles(): readonly EventCard[] {
    return [...this.renderRoot.querySelectorAll<EventCard>('.page event-card')];
  }

  #tellCounts(): void {
    const { unread, unseen } = this;
    if (this.#told[0] === unread && this.#told[1] === unseen) return;
    this.#told = [unread, unseen];
    this.dispatchEvent(new FeedCountsEvent(unread, unseen));
  }

  /** The card that an event comes from. */
  #cardOf(event: Event): EventCard | undefined {
    const path = event.composedPath();
    return this.#articles().find((article) => path.includes(article));
  }

  /** A press on a link or button of a card opens its event, even where the host page takes over. */
  readonly #handleClick = (event: MouseEvent): void => {
    const isPress = event.composedPath().some((node) => node instanceof Element && node.matches('a, button'));
    // A script of the host has `markRead`. The right button opens a menu and no event.
    if (!isPress || !event.isTrusted || event.button === 2) return;
    const opened = this.#cardOf(event)?.event;
    if (opened) void this.markRead([opened]);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const place = Number(this.#cardOf(event)?.ariaPosInSet) - 1;
    const article = (below: number) => this.#window.cardAt(place + below);
    moveByKey(event, article, this.#find('.before'), this.#find('.after'));
  };
}
