import { html, nothing, type TemplateResult } from 'lit';
import type { FeedChange, FeedClient, FeedStatus, LoadedPage } from '../../client/feed-client.js';
import type { FeedError } from '../../http/errors.js';
import type { FeedEvent, FeedInfo } from '../../model/event.js';
import { baseStyles } from '../base.styles.js';
import type { EventCard } from '../event-card/event-card.js';
import { FeedCountsEvent, FeedErrorEvent, FeedLoadEvent, FeedWarningEvent } from '../events.js';
import { turnOf } from '../turns.js';
import { Announcer } from './announcer.js';
import { moveByKey } from './article-keys.js';
import { AutoPages } from './auto-pages.js';
import { Comeback } from './comeback.js';
import { Connection } from './connection.js';
import { FeedController } from './feed-controller.js';
import { feedEnd, skeleton } from './feed-end.js';
import { feedHead } from './feed-head.js';
import { feedListStyles } from './feed-list.styles.js';
import { FeedSettings } from './feed-settings.js';
import { gapMarker } from './gap-marker.js';
import type { KeptPlace } from './kept-place.js';
import { newerPill } from './newer-pill.js';
import { NewerPoll } from './newer-poll.js';
import { noticeLine } from './notice-line.js';
import type { PageLook } from './page-card.js';
import { PageWindow } from './page-window.js';
import { ReadingPlace } from './reading-place.js';
import { ReaderMoves } from './reader-moves.js';
import { SeenCards } from './seen-cards.js';

/**
 * A "What's new" feed that loads its pages while the reader scrolls.
 *
 * @fires feed-load - A page of events is there.
 * @fires feed-error - Loading failed, the element is wrongly set up, or a card could not be drawn.
 * @fires feed-warning - Parts of an answer were left out.
 * @fires feed-counts - `unread` or `unseen` changed.
 * @fires event-open - The reader opens an event, a person or a link; cancel it to take over.
 * @fires event-like - The reader likes an event, or no longer does; cancel it to take over.
 * @fires event-comment - The reader comments on an event; cancel it to take over: the text is kept.
 * @fires attachment-open - The reader opens or plays an attachment; cancel it to take over.
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
 * @csspart newer - How many events came on top: a button that shows them.
 * @csspart gap - Stands where events may be missing.
 * @csspart target - The card of the event that the address names: `#event-<id>`.
 * @csspart notice - What went wrong beside the feed; also `offline` while there is no network.
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
  readonly #announcer = new Announcer(this);
  readonly #connection = new Connection(this);
  readonly #window = new PageWindow(this);
  readonly #auto = new AutoPages(this);
  readonly #seen = new SeenCards(this);
  readonly #poll = new NewerPoll(this);
  readonly #place = new ReadingPlace(this);
  readonly #comeback = new Comeback(this);
  /** @internal */
  readonly moves = new ReaderMoves(this, this.#auto);
  /** `unread` and `unseen` as `feed-counts` told them. */
  #told: readonly (number | undefined)[] = [];

  /** All events that are shown, newest first. */
  get events(): readonly FeedEvent[] {
    return this.client?.events ?? [];
  }

  /** How many events the reader has not opened; undefined while the source has not told it. */
  get unread(): number | undefined {
    return this.client?.unread;
  }

  /** How many events the reader was not shown; undefined while the source has not told it. */
  get unseen(): number | undefined {
    return this.client?.unseen;
  }

  /** What the feed is about; undefined while the source has not told it. */
  get info(): FeedInfo | undefined {
    return this.client?.info;
  }

  /** What the feed does now: `idle` before it begins, then `loading`, `ready`, `error`. */
  get status(): FeedStatus {
    return this.error ? 'error' : (this.client?.status ?? 'idle');
  }

  /** Why the last load failed. */
  get error(): FeedError | undefined {
    return this.#controller.configError ?? this.client?.error;
  }

  /** @internal */
  get client(): FeedClient | undefined {
    return this.#controller.client;
  }

  /** @internal */
  get offline(): boolean {
    return this.#connection.offline;
  }

  /** @internal */
  get feedElement(): HTMLElement | null {
    return this.#find('[role=feed]');
  }

  /** @internal */
  get look(): PageLook {
    const { lang, headingLevel, template, client } = this;
    return {
      lang,
      headingLevel,
      template,
      size: client?.hasMore ? -1 : (client?.count ?? 0),
      reader: this.readonly ? undefined : client,
      language: this.words.lang(),
      gap: this.#gap,
    };
  }

  /** @internal */
  get sentinel(): Element | null {
    return this.#find('.sentinel');
  }

  /** @internal */
  get unseenCards(): readonly EventCard[] {
    if (!this.client?.marksSeen) return [];
    return this.#window.stack.cards.filter((card) => card.event?.seen === false);
  }

  /** @internal */
  get readingPlace(): KeptPlace | undefined {
    return this.#window.stack.readingPlace;
  }

  /** @internal */
  cardAt(place: number): EventCard | undefined {
    return this.#window.cardAt(place);
  }

  /** @internal */
  handleFeedStart(): void {
    this.#window.stack.forget();
    for (const part of [this.#auto, this.#seen, this.#poll, this.#announcer, this.#comeback]) part.reset();
    this.#tellCounts();
    this.#place.start();
    // The first date takes a browser as long as twenty cards: better while the answer is under way.
    void turnOf({}).then(() => this.words.formatDate(new Date(), 'full'));
  }

  /** @internal */
  handleFeedChange(change: FeedChange): void {
    const { client } = this;
    for (const part of [this.#announcer, this.#poll, this.#comeback]) part.note(change);
    switch (change.type) {
      case 'page':
      case 'reset': {
        const events = change.type === 'page' ? change.page.events : this.events;
        this.dispatchEvent(new FeedLoadEvent(events, client?.count ?? 0));
        break;
      }
      case 'warnings':
        this.dispatchEvent(new FeedWarningEvent(change.warnings));
        break;
      case 'error':
        this.dispatchEvent(new FeedErrorEvent(change.error));
        break;
      case 'state':
        if (client?.status === 'ready') this.#connection.reset();
        break;
      case 'counts':
        this.#tellCounts();
    }
    this.requestUpdate();
  }

  /** @internal */
  handleConnection(offline: boolean): void {
    this.#announcer.say(offline && this.#connection.speaks ? 'offline' : undefined);
    if (!offline && /network|timeout/.test(this.client?.error?.kind ?? '')) void this.retry();
  }

  /** @internal */
  handleScroll(): void {
    this.#place.note();
  }

  /** @internal */
  handleLost(): void {
    this.#announcer.warn('errorFind');
    this.requestUpdate();
  }

  /** Loads the next page. */
  async loadMore(): Promise<void> {
    await this.client?.loadMore();
  }

  /** Does again what failed. */
  async retry(): Promise<void> {
    await this.client?.retry();
  }

  /** Loads the first page anew; what is shown stays until it has come. */
  async refresh(): Promise<void> {
    await this.client?.refresh();
  }

  /** Looks for newer events now, for a page that hears of them in its own way; they wait behind a button. */
  async checkNewer(): Promise<void> {
    await this.client?.checkNewer();
  }

  /** The reader opened these events; without any, all of the feed. Does nothing where the source cannot be told. */
  async markRead(events?: readonly FeedEvent[]): Promise<void> {
    await this.client?.markRead(events);
  }

  /** The reader was shown these events, as the list tells by itself; without any, all of the feed. */
  async markSeen(events?: readonly FeedEvent[]): Promise<void> {
    await this.client?.markSeen(events);
  }

  /**
   * When the pages are where they stay, with what is seen of them: long before all is drawn.
   * @internal
   */
  get placed(): Promise<unknown> {
    return super.getUpdateComplete().then(() => this.#window.placed);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#window.drawn;
    return isComplete;
  }

  protected override render(): TemplateResult {
    const { client, words } = this;
    const loading = client?.status === 'loading';
    const shown = !!client?.pages.length;
    const name = this.label || words.term('feed');
    return html`<div class="before" tabindex="-1">${feedHead(this, name, client)}</div>
      <div class="hidden" role="status">${this.#announcer.text}</div>
      ${newerPill(client, words, this.moves.newer)}
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
              @event-like=${this.#announcer.handleWish}
              @event-comment=${this.#announcer.handleWish}
            ></div>`
          : nothing
      }
      <div class="sentinel"></div>
      ${loading ? skeleton(shown ? 1 : 3) : nothing}
      <div class="after" tabindex="-1">
        ${feedEnd(this, this.error, client, this.#auto.exhausted, this.#comeback)}
      </div>
      ${noticeLine(this.#announcer, this.moves, this.offline, words)}`;
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
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
    return this.#window.stack.cards.find((card) => path.includes(card));
  }

  /** A press on a link or button of a card opens its event, even where the host page takes over. */
  readonly #handleClick = (event: MouseEvent): void => {
    const isPress = event.composedPath().some((node) => node instanceof Element && node.matches('a, button'));
    // A script of the host has `markRead`. The right button opens a menu and no event.
    if (!isPress || !event.isTrusted || event.button === 2) return;
    const opened = this.#cardOf(event)?.event;
    if (opened) void this.markRead([opened]);
  };

  readonly #gap = (page: LoadedPage): TemplateResult =>
    gapMarker(page, this.words, () => void this.moves.fill(page));

  readonly #handleKey = (event: KeyboardEvent): void => {
    const place = Number(this.#cardOf(event)?.ariaPosInSet) - 1;
    const article = (below: number) => this.cardAt(place + below);
    moveByKey(event, article, this.moves.before, this.moves.after);
  };
}
