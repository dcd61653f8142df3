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
 * A "What's new" feed with infinite scroll.
 *
 * @fires feed-load - A page of events has loaded.
 * @fires feed-error - Loading or an action failed, the element is set up wrong, or a card failed to render.
 * @fires feed-warning - Parts of a response were left out.
 * @fires feed-counts - `unread` or `unseen` changed.
 * @fires event-open - The reader opens an event, a person or a link. Cancel to take over.
 * @fires event-like - The reader likes or unlikes an event. Cancel to take over.
 * @fires event-comment - The reader sends a comment. Cancel to take over: the text is kept.
 * @fires attachment-open - The reader opens or plays an attachment. Cancel to take over.
 * @slot header - Replaces the heading, the count of new events and the feed's info.
 * @slot empty - Shown when there are no events.
 * @slot error - Replaces an error's text.
 * @slot end - Shown below the last event.
 * @csspart feed - The list of cards.
 * @csspart card - A card.
 * @csspart error - An error.
 * @csspart button - "Load more", "Try again" and "Mark all as read".
 * @csspart badge - The count of new events.
 * @csspart info - The feed's info.
 * @csspart newer - The "3 new events" button.
 * @csspart gap - Marks where events may be missing.
 * @csspart target - The card that the URL's `#event-<id>` names.
 * @csspart notice - A failed action; also `offline` without a network.
 * @csspart heading - The feed's heading.
 * @csspart skeleton - The loading placeholder.
 * @csspart empty - The empty state.
 * @csspart end - The end of the feed.
 * @cssproperty --feed-font-size - Text size.
 * @cssproperty --feed-sticky-top - Height of a sticky header, so that it does not cover a focused card.
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

  /** All shown events, newest first. */
  get events(): readonly FeedEvent[] {
    return this.client?.events ?? [];
  }

  /** How many events the reader has not opened; undefined until the source reports it. */
  get unread(): number | undefined {
    return this.client?.unread;
  }

  /** How many events the reader has not been shown; undefined until the source reports it. */
  get unseen(): number | undefined {
    return this.client?.unseen;
  }

  /** The feed's author, picture and text; undefined until the source reports them. */
  get info(): FeedInfo | undefined {
    return this.client?.info;
  }

  /** `idle` at first, then `loading`, `ready` or `error`. */
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

  /** Retries what failed. */
  async retry(): Promise<void> {
    await this.client?.retry();
  }

  /** Reloads the first page; shown events stay until it arrives. */
  async refresh(): Promise<void> {
    await this.client?.refresh();
  }

  /** Checks for newer events now, for example after a push message. They wait behind a button. */
  async checkNewer(): Promise<void> {
    await this.client?.checkNewer();
  }

  /** Marks events, or the whole feed, as read, if the source supports it. */
  async markRead(events?: readonly FeedEvent[]): Promise<void> {
    await this.client?.markRead(events);
  }

  /** Marks events, or the whole feed, as seen. The list does this for the events it shows. */
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
