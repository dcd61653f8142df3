import type { PropertyValues } from 'lit';
import type { FeedClient } from '../client/feed-client.js';
import { redrawAt, redrawNoMore } from './clock.js';
import { FeedElement } from './feed-element.js';
import { describeTime } from './relative-time.js';
import type { Words } from './words.js';

/** What a reader can do with an event: a `FeedClient`, or whatever else keeps to this. */
export type ReaderActions = Pick<
  FeedClient,
  'canLike' | 'canComment' | 'like' | 'unlike' | 'comment' | 'sendAgain' | 'withdraw'
>;

/** What the templates of a card may ask of the element they are drawn in. */
export interface View {
  readonly words: Words;
  /** Absent where events are only to be read. */
  readonly reader?: ReaderActions | undefined;
  readonly renderRoot: ParentNode;
  /** Resolves when everything is drawn. */
  readonly updateComplete: Promise<unknown>;
  /** Whether the reader opened a part: a long text, a list of people, a player. */
  isOpened(key: string): boolean;
  /** The same number for the same subevent, wherever it stands. */
  numberOf(id: string): number;
  /** What the reader is writing, by the key of its composer; and what they wrote last, by the key of its talk. */
  readonly written: Map<string, string>;
  toggle(key: string): void;
  /** "12 min. ago"; the element draws itself again when that is no longer so. */
  ago(time: Date): string;
  dispatchEvent(event: Event): boolean;
  /** Opens the player `key` in place of its button. */
  play(key: string): Promise<void>;
}

/** What a reader did in a card. Another card of the same event may go on with it. */
export class CardMemory {
  /** Keys of the parts that the reader opened. */
  readonly opened = new Set<string>();
  /** What the reader is writing, by the key of its composer; and what they wrote last, by the key of its talk. */
  readonly written = new Map<string, string>();
  /** Of subevents, by their ids: keys are made of them. */
  readonly numbers = new Map<string, number>();
}

/** One thing plays at a time on the whole page. */
let playing: { readonly card: CardElement; readonly key: string } | undefined;

/** A picture of the library's own drawings that cannot be shown has the class `broken`. */
function markBroken({ target, type }: Event): void {
  if (target instanceof HTMLImageElement && !target.closest('.own'))
    target.classList.toggle('broken', type === 'error');
}

/** An element that draws events or attachments and remembers which of their parts the reader opened. */
export abstract class CardElement extends FeedElement implements View {
  /** @ignore */
  memory = new CardMemory();

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    redrawNoMore(this);
    if (playing?.card !== this) return;
    // Another card may go on with what is open here, and nobody has pressed anything there.
    this.memory.opened.delete(playing.key);
    playing = undefined;
  }

  /**
   * By this a browser knows that nothing ends here when the card is only moved.
   * @ignore
   */
  connectedMoveCallback(): void {}

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    // Neither event bubbles, but all are on their way down to the picture here.
    for (const type of ['error', 'load']) root.addEventListener(type, markBroken, true);
    return root;
  }

  /** @ignore */
  get written(): Map<string, string> {
    return this.memory.written;
  }

  /** @ignore */
  isOpened(key: string): boolean {
    return this.memory.opened.has(key);
  }

  /** @ignore */
  numberOf(id: string): number {
    const { numbers } = this.memory;
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  }

  /** @ignore */
  toggle(key: string): void {
    const { opened } = this.memory;
    if (!opened.delete(key)) opened.add(key);
    this.requestUpdate();
  }

  /** @ignore */
  ago(time: Date): string {
    const { text, until } = describeTime(time, this.words);
    if (this.isConnected) redrawAt(until, this);
    return text;
  }

  /** @ignore */
  async play(key: string): Promise<void> {
    if (playing?.card.isOpened(playing.key)) playing.card.toggle(playing.key);
    playing = { card: this, key };
    this.toggle(key);
    await this.updateComplete;
    // The button had the focus.
    this.renderRoot.querySelector<HTMLElement>('iframe, video, audio')?.focus();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    redrawNoMore(this);
  }
}
