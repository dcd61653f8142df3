import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { attempt } from '../../http/attempt.js';
import type { FeedEvent } from '../../model/event.js';
import { attachmentStyles } from '../attachment-view/attachment-view.styles.js';
import { baseStyles } from '../base.styles.js';
import { CardElement, CardMemory, type ReaderActions } from '../card-element.js';
import { turnOf } from '../turns.js';
import { cardStyles } from './event-card.styles.js';
import { eventBody } from './event-body.js';
import { headlineText } from './headline.js';
import { threadStyles } from './thread.styles.js';

/** Renders a card's content: a Lit template, a node or text. */
export type CardTemplate = (event: FeedEvent) => unknown;

/**
 * On a card that need not be drawn at once.
 * @internal
 */
export const LATER = 'later';

/**
 * One event of a feed. Each card is a separate element, so that an event that fails to render costs one card and not
 * the list.
 *
 * @csspart verb - What was done.
 * @csspart generator - The app that made the event.
 * @csspart time - A time.
 * @csspart action-link - A link to an action from the source.
 * @fires event-open - The reader opens the event, a person or a link. Cancel to take over.
 * @fires attachment-open - The reader opens or plays an attachment. Cancel to take over.
 * @fires event-like - The reader likes or unlikes the event or a subevent. Cancel to take over.
 * @fires event-comment - The reader comments on the event or a subevent. Cancel to take over: the text is kept.
 * @fires feed-error - The card failed to render.
 * @csspart unread - The dot of an unread event. @csspart headline - Who did what. @csspart meta - App and time.
 * @csspart title - The title. @csspart text - The text. @csspart subevent - What was liked or commented on.
 * @csspart actions - Counts and links. @csspart like - The like button.
 * @csspart comment-action - The button that opens the comment form.
 * @csspart comments - The list of comments. @csspart comment - A comment. @csspart comment-error - "Not sent."
 * @csspart comment-form - The comment form. @csspart field - Its text field. @csspart send - "Send".
 */
export class EventCard extends CardElement {
  static override styles = [baseStyles, attachmentStyles, cardStyles, threadStyles];

  static override properties: PropertyDeclarations = {
    event: { attribute: false },
    headingLevel: { type: Number, attribute: 'heading-level' },
    template: { attribute: false },
    reader: { attribute: false },
  };

  /** The event to show. */
  event?: FeedEvent | undefined;

  /** Level of the card's heading. */
  headingLevel = 3;

  /** Renders the card's content your way. */
  template?: CardTemplate | undefined;

  /** Handles likes and comments; without it the card is read-only. */
  reader?: ReaderActions | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    // On the host and not inside: assistive technology sees the article even while the browser skips drawing
    // a card that is far away.
    this.role ??= 'article';
    if (!this.hasAttribute('tabindex')) this.tabIndex = 0;
  }

  /** What is not seen yet waits for its turn. */
  protected override async scheduleUpdate(): Promise<void> {
    if (this.hasAttribute(LATER)) {
      // Assistive technology finds it all the same.
      this.ariaLabel = attempt(() => this.#describe()) ?? null;
      const isTurn = await turnOf(this);
      this.removeAttribute(LATER);
      if (!isTurn) return;
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    // New data about the same event keeps what the reader has opened.
    const old = changed.get('event');
    if (old && old.id !== this.event?.id) this.memory = new CardMemory();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.ariaLabel = this.failed ? this.words.term('errorCard') : this.#describe();
  }

  protected override render() {
    if (!this.event) return nothing;
    if (this.failed) return html`<p class="card failed">${this.words.term('errorCard')}</p>`;
    if (this.template) return html`<div class="own">${this.template(this.event)}</div>`;
    return html`<div class="card">
      ${eventBody(this.event, '', this.headingLevel || 3, this)}
      ${
        this.event.read === false
          ? html`<span
              class="unread"
              part="unread"
              role="img"
              aria-label=${this.words.term('unread')}
            ></span>`
          : nothing
      }
    </div>`;
  }

  #describe(): string {
    const { event, words } = this;
    if (!event) return '';
    const time = event.time && words.formatDate(event.time, 'full');
    const unread = event.read === false && words.term('unread');
    return [unread, headlineText(event, words), event.title, time].filter(Boolean).join(', ');
  }
}
