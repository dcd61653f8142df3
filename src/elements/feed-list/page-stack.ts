import type { LoadedPage } from '../../client/feed-client.js';
import type { CardMemory } from '../card-element.js';
import type { EventCard } from '../event-card/event-card.js';
import { Chapters } from './chapters.js';
import { inUse } from './in-use.js';
import type { KeptPlace } from './kept-place.js';
import { noteRead } from './note-read.js';
import type { PageLook } from './page-card.js';
import { PageSection } from './page-section.js';
import { placeChildren } from './place-children.js';
import { bringTo, scrollerOf, visibleTop } from './scroller.js';

/** Firefox lays out no more than 17.9 million px, Chromium 33.5 (`docs/performance.md`). */
const MOST_PX = 15_000_000;

/** So many new sections at most have their cards from the beginning. */
const AT_ONCE = 2;

/** The sections of a feed, as many of them in the document as a browser can lay out. */
export class PageStack {
  sections: readonly PageSection[] = [];
  /** What readers did in cards that are gone, by their events. */
  readonly memories = new Map<string, CardMemory>();
  #feed: HTMLElement | null = null;
  readonly #chapters = new Chapters();
  /** Those in the document: from the first, up to and without the second. */
  #from = 0;
  #to = 0;

  /** In px; 0 where nothing of it is shown. */
  get height(): number {
    return this.#feed?.offsetHeight ?? 0;
  }

  /** Those that are there, in their order. */
  get cards(): readonly EventCard[] {
    return this.sections.flatMap(({ cards }) => cards);
  }

  /** All of them are in the document. */
  get isWhole(): boolean {
    return this.#from === 0 && this.#to === this.sections.length;
  }

  /** The first event that is seen, once the reader is past the first screen. */
  get readingPlace(): KeptPlace | undefined {
    const scroller = this.#feed && scrollerOf(this.#feed);
    if (!scroller || scroller.scrollTop <= scroller.clientHeight) return undefined;
    const line = visibleTop(scroller);
    const card = this.cards.find((some) => some.getBoundingClientRect().bottom > line);
    const index = Number(card?.ariaPosInSet) - 1;
    return card?.event && { id: card.event.id, index, top: card.getBoundingClientRect().top };
  }

  /** The next feed may be another reader's. */
  forget(): void {
    this.memories.clear();
    this.#feed?.replaceChildren();
    this.#feed = null;
  }

  /**
   * Draws what has changed, and holds what is seen where it is while pages come in above it. Resolves when new cards
   * are drawn.
   */
  async show(feed: HTMLElement, pages: readonly LoadedPage[], look: PageLook): Promise<void> {
    if (feed !== this.#feed) {
      this.sections = [];
      this.#from = this.#to = 0;
    }
    this.#feed = feed;
    const old = this.sections;
    // Mostly something comes at the end of much that stays.
    const differs = pages.findIndex(({ key }, index) => key !== old[index]?.key);
    const same = differs < 0 ? pages.length : differs;
    const known = new Map(old.slice(same).map((section) => [section.key, section]));
    const others = pages.slice(same);
    // Loaded anew: what is in both stays untouched.
    const before = same > 0 || others.some(({ key }) => known.has(key)) ? [] : old;
    for (const section of before) section.remember();
    const rest = others.map(
      (page, index) =>
        known.get(page.key) ?? (before[index]?.isLive ? before[index] : new PageSection(page, look, this)),
    );
    const sections = [...old.slice(0, same), ...rest];
    const fresh = rest.filter(({ key }) => !known.has(key));
    // Where pages come only at the end, nothing moves.
    const moves =
      before.length > 0 || same + rest.findLastIndex(({ key }) => known.has(key)) !== old.length - 1;
    const lead = moves ? noteRead(feed, this.cards) : undefined;
    const [first, last] = [old[this.#from], old[this.#to - 1]];
    this.sections = sections;
    const late = fresh.slice(AT_ONCE);
    if (late.length > 0 && feed.offsetWidth > 0) for (const section of late) section.skip();
    let start = 0;
    pages.forEach((page, index) => {
      sections[index]?.show(page, start, look, !moves);
      start += page.count;
    });
    if (moves || fresh.length > 0)
      this.#place(
        first && this.#from > 0 ? Math.max(sections.indexOf(first), 0) : 0,
        (last && this.#to < old.length && sections.indexOf(last) + 1) || sections.length,
      );
    if (fresh.length > 0) this.hurry();
    if (!moves) return;
    await this.drawn(before.length > 0 ? rest : fresh);
    lead?.(this.cards);
  }

  /** Cards outside of the document are not drawn before they are in it. */
  async drawn(sections = this.sections): Promise<void> {
    await Promise.all(
      sections.flatMap((some) => (some.isLive && some.element.isConnected ? [some.drawn] : [])),
    );
  }

  /** The place of the section that is so many px below the top of the window. */
  seen(line: number): number {
    let low = this.#from;
    let high = this.#to - 1;
    while (low < high) {
      const at = (low + high) >> 1;
      const { bottom = 0 } = this.sections[at]?.element.getBoundingClientRect() ?? {};
      if (bottom < line) low = at + 1;
      else high = at;
    }
    return low;
  }

  /** Draws what is seen, without waiting for its turn, and what above it would move it later. */
  hurry(): void {
    const waiting = this.sections.flatMap((section, index) => (section.waits ? [index] : []));
    // A look at the layout may cost more than all the rest.
    if (waiting.length === 0) return;
    const [first, last] = [this.seen(0), this.seen(innerHeight)];
    let drawn: Promise<unknown> | undefined;
    for (const index of waiting) {
      const section = this.sections[index];
      if (!section || index > last) break;
      const cards = index >= first ? section.seen : section.isNew ? section.cards : [];
      section.hurry(cards);
      drawn = cards.at(-1)?.updateComplete ?? drawn;
    }
    // Less high than they were thought to be, they let others be seen.
    void drawn?.then(() => {
      this.hurry();
    });
  }

  /** Keeps only the sections around this one in the document, where those wanted would not all be in it. */
  centerOn(center: number, [first, last]: readonly [number, number]): void {
    const { sections } = this;
    const isNearEnd =
      (first <= this.#from && this.#from > 0) || (last >= this.#to - 1 && this.#to < sections.length);
    if (!isNearEnd && this.height <= MOST_PX) return;
    let from = center;
    let to = center + 1;
    for (let px = 0; from > 0 && px < MOST_PX / 3;) px += sections[--from]?.height ?? 0;
    for (let px = 0; to < sections.length && px < MOST_PX / 3;) px += sections[to++]?.height ?? 0;
    const leaving = sections.filter(
      ({ element }, index) => element.isConnected && (index < from || index >= to),
    );
    if (leaving.some(({ element }) => inUse(element))) return;
    this.hold(() => {
      this.#place(from, to);
    }, center);
  }

  /** What is seen stays where it is, also where the browser does not see to that itself. */
  readonly hold = (change: () => void, center = this.seen(innerHeight / 2)): void => {
    const held = this.sections[center]?.element;
    const top = held?.getBoundingClientRect().top ?? 0;
    change();
    if (held) bringTo(held, top);
  };

  /** Pages have given up their cards, or are about to get them back. */
  readonly arrange = (): void => {
    if (this.#feed) placeChildren(this.#feed, this.#chapters.gather(this.sections, this.#from, this.#to));
  };

  /** Puts these into the document, and takes the others out. */
  #place(from: number, to: number): void {
    this.#from = from;
    this.#to = to;
    this.arrange();
  }
}
