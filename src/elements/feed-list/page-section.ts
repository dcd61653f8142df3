import { html, render } from 'lit';
import type { LoadedPage } from '../../client/feed-client.js';
import { attempt } from '../../http/attempt.js';
import type { CardMemory } from '../card-element.js';
import { LATER, type EventCard } from '../event-card/event-card.js';
import { endTurn, turnOf } from '../turns.js';
import { newCard, showIn, type PageLook } from './page-card.js';
import { placeChildren } from './place-children.js';
import { plainText } from './plain-text.js';

/** Where the section stands. */
interface Stack {
  /** What readers did in cards that are gone, by their events. */
  readonly memories: Map<string, CardMemory>;
  /** Makes a change above what is seen without moving that. */
  hold(change: () => void): void;
  /** Cards are given up, or about to come back. */
  arrange(): void;
}

/** Height of a card with its margin in px, as long as nothing is known of it: see the style sheet. */
const GUESS = 270;

const isLater = (card: EventCard) => card.hasAttribute(LATER);

/** One page in the list: its cards or, while it is far away, a spacer of their height with their text in it. */
export class PageSection {
  readonly element = document.createElement('div');
  /** While they are there. */
  cards: readonly EventCard[] = [];
  /** What stands below the cards, or in their place. */
  readonly #rest = document.createElement('div');
  #page: LoadedPage;
  /** -1 as long as nothing is drawn. */
  #start = -1;
  #look: PageLook;
  /** Heights of section and cards in px when they were given up; absent while they are there. */
  #sizes: readonly number[] | undefined;
  /** The cards' heights when they were last given up. */
  #heights: readonly number[] = [];
  readonly #stack: Stack;

  constructor(page: LoadedPage, look: PageLook, stack: Stack) {
    this.#page = page;
    this.#look = look;
    this.#stack = stack;
    this.element.className = 'page';
    // The browser's own search found a word here.
    this.element.addEventListener('beforematch', () => void this.takeBack());
  }

  /** Which of the feed's pages it shows, whatever changes in that. */
  get key(): object {
    return this.#page.key;
  }

  get isLive(): boolean {
    return !this.#sizes;
  }

  get count(): number {
    return this.#page.count;
  }

  /** The events are let go: there is nothing to draw. */
  get isAway(): boolean {
    return this.#page.events.length < this.#page.count;
  }

  /** How many events stand before it. */
  get start(): number {
    return this.#start;
  }

  /** Its cards were never measured: what is below a card moves when that is drawn. */
  get isNew(): boolean {
    return this.#heights.length === 0;
  }

  /** Some cards are not drawn yet. */
  get waits(): boolean {
    return this.cards.some(isLater);
  }

  /** When the cards have what is in them. */
  get drawn(): Promise<unknown> {
    return Promise.resolve(this.cards.at(-1)?.updateComplete);
  }

  /** In px. */
  get height(): number {
    return this.#sizes?.[0] ?? this.element.offsetHeight;
  }

  /** Draws only what has changed; new cards, where they may wait, as soon as they are seen. */
  show(page: LoadedPage, start: number, look: PageLook, mayWait: boolean): void {
    const isSame =
      this.#start >= 0 &&
      page === this.#page &&
      (!this.isLive || (start === this.#start && look === this.#look));
    this.#page = page;
    this.#start = start;
    this.#look = look;
    if (!isSame) this.#draw(mayWait);
  }

  /** The cards are about to go; their events may come back, here or in another section. */
  remember(): void {
    for (const { event, memory } of this.cards)
      if (event && memory.opened.size > 0) this.#stack.memories.set(event.id, memory);
  }

  /** Reads the layout, so that several can be read before one is given up. In px of its own, as a page may be zoomed. */
  measure(): readonly number[] {
    return [this.element, ...this.cards].map(({ offsetHeight }) => offsetHeight);
  }

  giveUp(sizes: readonly number[]): void {
    // Those that were not drawn have no height of their own.
    if (!this.waits && sizes[0]) this.#heights = sizes.slice(1);
    for (const card of this.cards) endTurn(card, false);
    this.remember();
    // One that is out of the document has no height there.
    this.#empty(sizes[0] ? sizes : [this.count * GUESS]);
    this.#draw();
  }

  /** Begins without cards: nobody can see it yet. */
  skip(): void {
    this.#empty([this.count * GUESS]);
  }

  /** Comes back when nothing is more urgent. */
  async comeBack(): Promise<void> {
    if ((await turnOf(this)) && this.element.isConnected) await this.takeBack(true);
  }

  /** Resolves when the cards are drawn; until then the section keeps its height. */
  async takeBack(mayWait = false): Promise<void> {
    endTurn(this, false);
    if (this.isAway) return;
    if (!this.isLive) {
      this.#sizes = undefined;
      // Cards lie in no chapter.
      if (this.element.matches('.chapter > *')) this.#stack.arrange();
      this.#draw(mayWait);
    }
    await this.drawn;
    this.#stack.hold(() => {
      if (this.isLive) this.element.style.blockSize = '';
    });
  }

  /** The cards that wait for their turn and are seen, or would move what is seen. */
  get seen(): readonly EventCard[] {
    return this.cards.filter(isLater).filter((card) => {
      const { top, bottom } = card.getBoundingClientRect();
      return top <= innerHeight && (this.isNew || bottom >= 0);
    });
  }

  /** Draws these at once. */
  hurry(cards: readonly EventCard[]): void {
    for (const card of cards) {
      // Also where it has not begun to wait.
      card.removeAttribute(LATER);
      endTurn(card, true);
    }
  }

  #empty(sizes: readonly number[]): void {
    this.#sizes = sizes;
    this.element.style.blockSize = `${sizes[0]}px`;
  }

  /** A card stays with its event: in it may be a draft, or something that plays. */
  #draw(mayWait = false): void {
    const { isLive, element } = this;
    const { events, gap } = this.#page;
    const known = new Map(this.cards.map((card) => [card.event?.id, card]));
    this.cards = isLive
      ? events.map((event, index) => {
          const card = known.get(event.id) ?? newCard(mayWait, this.#stack.memories.get(event.id));
          return showIn(card, event, this.#start + index + 1, this.#heights[index], this.#look);
        })
      : [];
    placeChildren(element, [...this.cards, this.#rest]);
    render(isLive ? gap && this.#look.gap(this.#page) : this.#text(), this.#rest);
  }

  /** Found by the browser's own search, which then fires `beforematch`. */
  #text(): unknown {
    const words = this.#page.events.map((event) => attempt(() => plainText(event))).join('\n');
    return html`<div hidden="until-found">${words}</div>`;
  }
}
