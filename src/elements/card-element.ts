import type { PropertyDeclarations, PropertyValues } from 'lit';
import { callAt, callNoMore } from './clock.js';
import { FeedElement } from './feed-element.js';
import { describeTime } from './relative-time.js';
import type { Words } from './words.js';

/** What the templates of a card may ask of the element they are drawn in. */
export interface View {
  readonly words: Words;
  /** Whether the reader opened a part: a long text, a list of people, a player. */
  isOpen(key: string): boolean;
  toggle(key: string): void;
  /** "12 min. ago"; the element draws itself again when that is no longer so. */
  ago(time: Date): string;
  dispatchEvent(event: Event): boolean;
  /** Opens the player `key` in place of its button, unless the host takes over. */
  play(key: string, opening: Event): Promise<void>;
}

/** One thing plays at a time on the whole page. */
let playing: { readonly card: CardElement; readonly key: string } | undefined;

/** An element that draws events or attachments and remembers which of their parts the reader opened. */
export abstract class CardElement extends FeedElement implements View {
  static override properties: PropertyDeclarations = { opened: { state: true } };

  protected opened: ReadonlySet<string> = new Set();
  #textsHoldUntil = Infinity;

  readonly #handleTime = (): void => {
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    callNoMore(this.#handleTime);
    if (playing?.card === this) playing = undefined;
  }

  isOpen(key: string): boolean {
    return this.opened.has(key);
  }

  toggle(key: string): void {
    const opened = new Set(this.opened);
    if (!opened.delete(key)) opened.add(key);
    this.opened = opened;
  }

  ago(time: Date): string {
    const { text, until } = describeTime(time, Date.now(), this.words);
    this.#textsHoldUntil = Math.min(this.#textsHoldUntil, until);
    return text;
  }

  async play(key: string, opening: Event): Promise<void> {
    if (!this.dispatchEvent(opening)) return;
    if (playing?.card.isOpen(playing.key)) playing.card.toggle(playing.key);
    playing = { card: this, key };
    this.toggle(key);
    await this.updateComplete;
    // The button had the focus.
    this.renderRoot.querySelector<HTMLElement>('.player')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#textsHoldUntil = Infinity;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.isConnected && this.#textsHoldUntil < Infinity) callAt(this.#textsHoldUntil, this.#handleTime);
  }
}
