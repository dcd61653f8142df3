import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LoadedPage } from '../../client/feed-client.js';
import { inUse } from './in-use.js';
import { pageRange } from './page-range.js';
import { PageSection, type PageLook } from './page-section.js';
import { scrollerOf } from './scroller.js';

interface WindowHost extends ReactiveControllerHost, Element {
  /** So many cards stay real around the visible part; 0: all of them. */
  readonly window: number;
  /** Holds the pages; absent while there is none. */
  readonly feedElement: HTMLElement | null;
  readonly pages: readonly LoadedPage[];
  readonly look: PageLook;
  /** So many events are kept; those farthest away are let go and asked for anew. */
  readonly retain: number;
  letGo(places: ReadonlySet<number>): void;
  bringBack(place: number): void;
}

/** Firefox lays out no more than 17.9 million px, Chromium 33.5 (`docs/performance.md`). */
const MOST_PX = 15_000_000;

/** So many cards are never that high. */
const FEW = 500;

/**
 * The pages of a feed, each drawn once and again only when something in it changed. Those far from the visible part
 * give up their cards and get them back before they are seen, so that the hundred-thousandth event costs what the
 * first did.
 */
export class PageWindow implements ReactiveController {
  readonly #host: WindowHost;
  #feed: HTMLElement | null = null;
  #sections: PageSection[] = [];
  /** Those in the document: from the first, up to and without the second. Others would be too many pixels. */
  #from = 0;
  #to = 0;
  /** The page in the middle of the visible part when the cards were last chosen. */
  #center = 0;
  #roots: readonly EventTarget[] = [];

  constructor(host: WindowHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const roots: EventTarget[] = [window];
    // A scroll event does not leave the tree that it happens in.
    for (let root = this.#host.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode())
      roots.push(root);
    this.#roots = roots;
    for (const root of roots) root.addEventListener('scroll', this, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    for (const root of this.#roots) root.removeEventListener('scroll', this, true);
  }

  hostUpdated(): void {
    const { feedElement, pages, look } = this.#host;
    // Also where fewer pages are left than were kept out of the document.
    if (feedElement !== this.#feed || this.#from >= pages.length) {
      feedElement?.replaceChildren();
      this.#feed = feedElement;
      this.#sections = [];
      this.#from = this.#to = 0;
    }
    if (!feedElement) return;
    for (const section of this.#sections.splice(pages.length)) section.element.remove();
    const known = this.#sections.length;
    let start = 0;
    pages.forEach((page, index) => {
      const section = (this.#sections[index] ??= new PageSection());
      section.show(page, start, look);
      start += page.count;
    });
    if (this.#to >= known) {
      feedElement.append(...this.#sections.slice(known).map(({ element }) => element));
      this.#to = pages.length;
    }
    // Not before the new cards have their height.
    void this.#sections.at(-1)?.drawn.then(() => {
      this.#choose();
    });
  }

  /** The card at a place in the feed, counted from 0; given back where it was given up. */
  cardAt(place: number): HTMLElement | undefined {
    const section = this.#sections.find((some) => some.start <= place && place < some.start + some.count);
    if (section && !section.isLive && !section.isAway) void section.takeBack();
    if (section && !section.element.isConnected) this.#rebase(this.#sections.indexOf(section));
    return section?.cards[place - section.start];
  }

  /** In the scroll event itself: whoever waits for an observer is a frame late. */
  handleEvent(): void {
    if (this.#feed && this.#seen() !== this.#center) this.#choose();
  }

  #choose(): void {
    const most = this.#host.window > 0 ? this.#host.window : Infinity;
    const sections = this.#sections;
    const counts = sections.map(({ count }) => count);
    const all = counts.reduce((sum, count) => sum + count, 0);
    // There is nothing to choose, and a look at the layout would make the browser do it once more.
    if (all <= Math.min(most, FEW) && this.#from === 0 && sections.every(({ isLive }) => isLive)) return;
    // Without a box nothing tells what is seen.
    if (!this.#feed?.offsetHeight) return;
    const center = (this.#center = this.#seen());
    const [first, last] = pageRange(counts, center, most);
    const stays = (index: number) => index >= first && index <= last;
    const leaving = sections.filter(
      (section, index) => section.isLive && !stays(index) && !inUse(section.element),
    );
    this.#retain(counts, center);
    const coming = sections.filter((section, index) => !section.isLive && !section.isAway && stays(index));
    const sizes = leaving.map((section) => section.measure());
    this.#hold(center, () => {
      leaving.forEach((section, index) => {
        section.giveUp(sizes[index] ?? []);
      });
      for (const section of coming) void section.takeBack();
    });
    const nearEdge =
      (first <= this.#from && this.#from > 0) || (last >= this.#to - 1 && this.#to < sections.length);
    if (nearEdge || this.#feed.offsetHeight > MOST_PX) this.#rebase(center);
    // Whoever watches cards has to hear of those that are back.
    if (coming.length > 0) this.#host.requestUpdate();
  }

  /** Of a feed that is very long only what is near is kept in memory, and is there before it is to be drawn. */
  #retain(counts: readonly number[], center: number): void {
    const { retain } = this.#host;
    if (!(retain > 0)) return;
    const [first, last] = pageRange(counts, center, retain);
    const [near, far] = pageRange(counts, center, retain / 2);
    const goes = (section: PageSection, index: number) =>
      (index < first || index > last) && !section.isLive && !section.isAway;
    const places = this.#sections.flatMap((section, index) => (goes(section, index) ? [index] : []));
    if (places.length > 0) {
      this.#host.letGo(new Set(places));
      this.#host.requestUpdate();
    }
    this.#sections.forEach((section, index) => {
      if (section.isAway && index >= near && index <= far) this.#host.bringBack(index);
    });
  }

  /** The page in the middle of the visible part. */
  #seen(): number {
    let low = this.#from;
    let high = this.#to - 1;
    while (low < high) {
      const at = (low + high) >> 1;
      const { bottom = 0 } = this.#sections[at]?.element.getBoundingClientRect() ?? {};
      if (bottom < innerHeight / 2) low = at + 1;
      else high = at;
    }
    return low;
  }

  /** Keeps only the sections around a page in the document. */
  #rebase(center: number): void {
    const feed = this.#feed;
    const sections = this.#sections;
    const [oldFrom, oldTo] = [this.#from, this.#to];
    let from = center;
    let to = center + 1;
    for (let px = 0; from > 0 && px < MOST_PX / 3;) px += sections[--from]?.height ?? 0;
    for (let px = 0; to < sections.length && px < MOST_PX / 3;) px += sections[to++]?.height ?? 0;
    const elements = (start: number, end: number) =>
      sections.slice(start, Math.max(start, end)).map(({ element }) => element);
    const leaving = [...elements(oldFrom, from), ...elements(to, oldTo)];
    if (leaving.some(inUse)) return;
    this.#from = from;
    this.#to = to;
    this.#hold(center, () => {
      for (const element of leaving) element.remove();
      feed?.prepend(...elements(from, oldFrom));
      feed?.append(...elements(oldTo, to));
    });
  }

  /** What is seen stays where it is, also where the browser does not see to that itself. */
  #hold(center: number, change: () => void): void {
    const anchor = this.#sections[center]?.element;
    const before = anchor?.getBoundingClientRect().top ?? 0;
    change();
    const moved = (anchor?.getBoundingClientRect().top ?? 0) - before;
    if (anchor && Math.abs(moved) >= 1) scrollerOf(anchor)?.scrollBy({ top: moved, behavior: 'instant' });
  }
}
