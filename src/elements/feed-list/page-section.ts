import { html, render } from 'lit';
import type { LoadedPage } from '../../client/feed-client.js';
import type { FeedEvent } from '../../model/event.js';
import type { ReaderActions } from '../card-element.js';
import type { CardTemplate, EventCard } from '../event-card/event-card.js';
import { PARTS } from './card-parts.js';
import { placeChildren } from './place-children.js';

/** What the cards of every page have in common. */
export interface PageLook {
  readonly lang: string;
  readonly headingLevel: number;
  readonly template?: CardTemplate | undefined;
  /** Absent in a feed that is only to be read. */
  readonly reader?: ReaderActions | undefined;
  /** Events of the whole feed; -1 as long as that is not known. */
  readonly size: number;
  /** Language of the texts. */
  readonly language: string;
  /** Draws what stands below a page where events may be missing. */
  readonly gap: (page: LoadedPage) => unknown;
}

/** One page in the list: its cards or, while it is far away, a spacer of their height with their text in it. */
export class PageSection {
  readonly element = document.createElement('div');
  /** While they are there. */
  cards: readonly EventCard[] = [];
  /** What stands below the cards, or in their place. */
  readonly #rest = document.createElement('div');
  #page: LoadedPage;
  #start = 0;
  #look: PageLook;
  /** What the last drawing was made of. */
  #state: readonly unknown[] = [];
  /** Heights of section and cards in px when they were given up; absent while they are there. */
  #sizes: readonly number[] | undefined;
  /** The cards' heights when they were last given up. */
  #heights: readonly number[] = [];

  constructor(page: LoadedPage, look: PageLook) {
    this.#page = page;
    this.#look = look;
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

  /** When the cards have what is in them. */
  get drawn(): Promise<unknown> {
    return Promise.resolve(this.cards.at(-1)?.updateComplete);
  }

  /** In px. */
  get height(): number {
    return this.#sizes?.[0] ?? this.element.offsetHeight;
  }

  /** Draws only what has changed. */
  show(page: LoadedPage, start: number, look: PageLook): void {
    const state = [page, ...(this.isLive ? [start, ...Object.values<unknown>({ ...look })] : [])];
    const isSame = state.every((part, index) => part === this.#state[index]);
    this.#page = page;
    this.#start = start;
    this.#look = look;
    this.#state = state;
    if (!isSame) this.#draw();
  }

  /** Reads the layout, so that several can be read before one is given up. */
  measure(): readonly number[] {
    return [this.element, ...this.element.children].map((part) => part.getBoundingClientRect().height);
  }

  giveUp(sizes: readonly number[]): void {
    this.#sizes = sizes;
    this.#heights = sizes.slice(1);
    this.element.style.blockSize = `${sizes[0]}px`;
    this.#draw();
  }

  /** Resolves when the cards are drawn; until then the section keeps its height. */
  async takeBack(): Promise<void> {
    this.#sizes = undefined;
    this.#draw();
    await this.drawn;
    if (this.isLive) this.element.style.blockSize = '';
  }

  /** A card stays with its event: in it may be a draft, or something that plays. */
  #draw(): void {
    const { isLive, element } = this;
    const { events, gap } = this.#page;
    const known = new Map(this.cards.map((card) => [card.event?.id, card]));
    this.cards = isLive ? events.map((event, index) => this.#card(known.get(event.id), event, index)) : [];
    placeChildren(element, [...this.cards, this.#rest]);
    render(isLive ? gap && this.#look.gap(this.#page) : this.#text(), this.#rest);
  }

  /** Found by the browser's own search, which then fires `beforematch`. */
  #text(): unknown {
    return html`<div hidden="until-found">${this.#page.events.map(plainText).join('\n')}</div>`;
  }

  #card(known: EventCard | undefined, event: FeedEvent, index: number): EventCard {
    const { lang, headingLevel, template, size, reader } = this.#look;
    const card = known ?? document.createElement('event-card');
    if (!known) {
      card.setAttribute('part', 'card');
      card.setAttribute('exportparts', PARTS);
    }
    if (lang) card.lang = lang;
    else card.removeAttribute('lang');
    card.ariaPosInSet = String(this.#start + index + 1);
    card.ariaSetSize = String(size);
    const height = this.#heights[index];
    card.style.containIntrinsicBlockSize = height ? `auto ${height}px` : '';
    return Object.assign(card, { event, headingLevel, template, reader });
  }
}

/** What a reader may search for. */
function plainText({ authors, title, text, description, subevents, thread }: FeedEvent): string {
  const said = thread?.comments.map((comment) => comment.text) ?? [];
  const names = authors.map((author) => author.name);
  return [...names, title, text, description, ...said, ...subevents.map(plainText)].filter(Boolean).join(' ');
}
