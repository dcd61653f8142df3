import { html, nothing, type PropertyDeclaration, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { FeedChange, FeedStatus } from '../../client/feed-client.js';
import type { FeedError } from '../../http/errors.js';
import type { TokenProvider } from '../../http/token.js';
import type { FeedEvent } from '../../model/event.js';
import type { FeedSource } from '../../sources/source.js';
import { baseStyles } from '../base.styles.js';
import type { CardTemplate } from '../event-card/event-card.js';
import { FeedErrorEvent, FeedLoadEvent, FeedWarningEvent } from '../events.js';
import { FeedElement } from '../feed-element.js';
import { moveByKey } from './article-keys.js';
import { AutoPages } from './auto-pages.js';
import { FeedController } from './feed-controller.js';
import { feedEnd } from './feed-end.js';
import { feedListStyles } from './feed-list.styles.js';
import { feedPages } from './feed-pages.js';
import type { SourceParts } from './source-parts.js';

/** Properties with attributes: `tokenUrl` for `token-url`. */
const fromAttributes = (declaration: PropertyDeclaration, ...attributes: readonly string[]) =>
  Object.fromEntries(
    attributes.map((attribute) => [
      attribute.replace(/-./g, ([, letter = '']) => letter.toUpperCase()),
      { ...declaration, attribute },
    ]),
  );

/**
 * A "What's new" feed that loads its pages while the reader scrolls.
 *
 * @fires feed-load - A page of events is there.
 * @fires feed-error - Loading failed, the element is wrongly set up, or a card could not be drawn.
 * @fires feed-warning - Parts of an answer were left out.
 * @fires event-open - The reader opens an event, a person or a link; cancel it to take over.
 * @fires attachment-open - The reader opens or plays an attachment; cancel it to take over.
 * @slot header - Replaces the heading.
 * @slot empty - Shown when there are no events.
 * @slot error - Replaces the text of an error.
 * @slot end - Shown below the last event.
 * @csspart feed - The list of cards.
 * @csspart card - A card.
 * @csspart error - An error.
 * @csspart button - "Load more" and "Try again".
 */
export class FeedList extends FeedElement {
  static override styles = [baseStyles, feedListStyles];

  static override properties: PropertyDeclarations = {
    // An attribute that is taken away leaves nothing behind.
    ...fromAttributes(
      { converter: (value) => value ?? undefined },
      'source',
      'endpoint',
      'app-id',
      'token-url',
      'format',
      'filter-app',
      'uid',
    ),
    ...fromAttributes({ type: Number, useDefault: true }, 'limit', 'auto-pages', 'heading-level'),
    label: { useDefault: true },
    token: { attribute: false },
    template: { attribute: false },
  };

  readonly #controller = new FeedController(this);
  readonly #auto = new AutoPages(this);

  /** Said to assistive technology, never on the first page. */
  #announcement = '';

  /** A source, or the name of a registered one: `mailru`. */
  source?: FeedSource | string;

  /** Supplies tokens for a source that is named by its attribute. */
  token?: TokenProvider;

  /** Address on the host page's own server that answers for tokens; see `createTokenHandler`. */
  tokenUrl?: string;

  /** Address of the feed's API: https, or on the page's own origin. */
  endpoint?: string;

  /** mail.ru: id of the app. */
  appId?: string;

  /** mail.ru: `json`, the default, or `xml`. */
  format?: string;

  /** mail.ru: only events that this app made. */
  filterApp?: string;

  /** mail.ru: only events by this person or group. */
  uid?: string;

  /** Events in a page, 1 to 200. */
  limit = 10;

  /** Pages that come by themselves before there is a "Load more" button, the first one included. */
  autoPages = 3;

  /** Name of the feed and its heading; "What's new" when empty. */
  label = '';

  /** Level of the cards' headings in the outline of the page; the feed's own is one above. */
  headingLevel = 3;

  /** Draws what stands in a card, in place of the library's own drawing. */
  template?: CardTemplate;

  /** All events that are shown, newest first. */
  get events(): readonly FeedEvent[] {
    return this.#controller.client?.events ?? [];
  }

  get status(): FeedStatus {
    return this.error ? 'error' : (this.#controller.client?.status ?? 'idle');
  }

  /** Why the last load failed. */
  get error(): FeedError | undefined {
    return this.#controller.configError ?? this.#controller.client?.error;
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
  sourceParts(): SourceParts {
    const { source, token, tokenUrl, endpoint, appId, format, filterApp, uid } = this;
    return { source, token, tokenUrl, endpoint, appId, format, filterApp, uid };
  }

  /** @internal */
  handleFeedStart(): void {
    this.#auto.reset();
    this.#announcement = '';
  }

  /** @internal */
  handleFeedChange(change: FeedChange): void {
    const total = this.events.length;
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
        this.dispatchEvent(new FeedErrorEvent(change.error));
        break;
      case 'state':
        // The same words a second time are said only when they were gone in between.
        if (this.status === 'loading') this.#announcement = '';
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

  /** @internal */
  readonly handleMore = (): void => {
    this.#auto.ask();
    void this.#goOn(this.loadMore());
  };

  /** @internal */
  readonly handleRetry = (): void => {
    void this.#goOn(this.retry());
  };

  protected override render(): TemplateResult {
    const { client } = this.#controller;
    const { words } = this;
    const loading = client?.status === 'loading';
    const shown = !!client?.pages.length;
    const name = this.label || words.term('feed');
    return html`<div class="before" tabindex="-1">
        <slot name="header"
          ><div
            class="heading"
            part="heading"
            role="heading"
            aria-level=${Math.max(this.headingLevel - 1, 1) || 2}
          >
            ${name}
          </div></slot
        >
        ${
          shown
            ? html`<button class="skip text-button" @click=${this.#handleSkip}>${words.term('skip')}</button>`
            : nothing
        }
      </div>
      <div class="unseen" role="status">${this.#announcement}</div>
      ${
        shown || loading
          ? html`<div
              part="feed"
              role="feed"
              aria-label=${name}
              aria-busy=${loading}
              @keydown=${this.#handleKey}
            >
              ${feedPages(client, this)}
            </div>`
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
    const shown = this.events.length;
    this.#find('.after')?.focus({ preventScroll: true });
    await load;
    await this.updateComplete;
    if (this.#find('.after:focus')) this.#articles()[shown]?.focus({ preventScroll: true });
  }

  #articles(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('event-card')];
  }

  readonly #handleSkip = (): void => {
    this.#find('.after')?.focus();
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    moveByKey(event, this.#articles(), this.#find('.before'), this.#find('.after'));
  };
}
