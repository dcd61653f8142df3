import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedClient } from '../../client/feed-client.js';
import type { EventCard } from '../event-card/event-card.js';
import { endTurn } from '../turns.js';
import { FarPages } from './far-pages.js';
import { inUse } from './in-use.js';
import { pageRange } from './page-range.js';
import type { PageLook } from './page-card.js';
import { PageStack } from './page-stack.js';

interface WindowHost extends ReactiveControllerHost, Element {
  /** So many cards stay real around the visible part; 0: all of them. */
  readonly window: number;
  /** So many events are kept; those farthest away are let go and asked for anew. */
  readonly retain: number;
  /** Holds the pages; absent while there is none. */
  readonly feedElement: HTMLElement | null;
  readonly client: FeedClient | undefined;
  readonly look: PageLook;
  /** Something is about to be drawn. */
  readonly isUpdatePending: boolean;
  handleScroll(): void;
}

/** So many cards above those wanted may stay for a while. */
const SPARE = 25;

/** So many cards are never as high as to be too much for a browser. */
const FEW = 500;

const isSame = (some: readonly unknown[], others: readonly unknown[]) =>
  some.every((part, at) => part === others[at]);

const parts = (look: PageLook) => Object.values<unknown>({ ...look });

/**
 * The pages of a feed, each drawn once and again only when something in it changed. Those far from the visible part
 * give up their cards and get them back before they are seen, so that the hundred-thousandth event costs what the
 * first did.
 */
export class PageWindow implements ReactiveController {
  readonly stack = new PageStack();
  /** When the pages are where they stay, with what is seen of them. */
  placed: Promise<void> | undefined;
  /** When also the cards are drawn that wait for their turn. */
  drawn: Promise<void> | undefined;
  readonly #host: WindowHost;
  readonly #far: FarPages;
  /** The same object as long as nothing in it changes. */
  #look: PageLook | undefined;
  /** What the pages were last placed and chosen by. */
  #shown: readonly unknown[] = [];
  /** The page in the middle of the visible part when the cards were last chosen. */
  #center = 0;
  #roots: readonly EventTarget[] = [];

  constructor(host: WindowHost) {
    this.#host = host;
    this.#far = new FarPages(host);
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
    // Wherever it is put back, something else may be seen.
    this.#shown = [];
    for (const root of this.#roots) root.removeEventListener('scroll', this, true);
  }

  hostUpdated(): void {
    const { feedElement, client, look, window, retain } = this.#host;
    if (!feedElement || !client) return;
    this.#look = this.#look && isSame(parts(look), parts(this.#look)) ? this.#look : look;
    const shown = [feedElement, client.pages, this.#look, window, retain];
    if (isSame(shown, this.#shown)) return;
    this.#shown = shown;
    // Not before the new cards have their height.
    this.placed = this.stack.show(feedElement, client.pages, this.#look);
    this.drawn = this.placed.then(() => this.stack.drawn()).then(this.#choose);
  }

  /** The card at a place in the feed, counted from 0; given back where it was given up. */
  cardAt(place: number): EventCard | undefined {
    const { sections } = this.stack;
    const index = sections.findIndex((some) => some.start <= place && place < some.start + some.count);
    const section = sections[index];
    if (section && !section.isLive && !section.isAway) void section.takeBack();
    if (section && !section.element.isConnected) this.stack.centerOn(index, [index, index]);
    const card = section?.cards[place - section.start];
    if (card) section.hurry([card]);
    return card;
  }

  /** In the scroll event itself: whoever waits for an observer is a frame late. */
  handleEvent(): void {
    if (this.#seen() !== this.#center) void this.#choose();
    this.stack.hurry();
    this.#host.handleScroll();
  }

  /** The page in the middle of the visible part. */
  #seen(): number {
    return this.stack.seen(innerHeight / 2);
  }

  readonly #choose = async (): Promise<void> => {
    const { sections, isWhole } = this.stack;
    const most = this.#host.window > 0 ? this.#host.window : Infinity;
    const counts = sections.map(({ count }) => count);
    const all = counts.reduce((sum, count) => sum + count, 0);
    // There is nothing to choose, and a look at the layout would make the browser do it once more.
    if (all <= Math.min(most, FEW) && isWhole && sections.every(({ isLive }) => isLive)) return;
    // Without a box nothing tells what is seen; and what has changed meanwhile is about to be shown.
    if (!this.stack.height || this.#host.isUpdatePending) {
      this.#shown = [];
      return;
    }
    const center = (this.#center = this.#seen());
    const range = pageRange(counts, center, most);
    const stays = (index: number) => index >= range[0] && index <= range[1];
    const real = sections.filter(({ isLive, isAway }, index) => isLive || (stays(index) && !isAway));
    // To give up two pages costs a browser little more than one.
    const leaving =
      real.reduce((sum, { count }) => sum + count, 0) > most + SPARE
        ? sections.filter((section, index) => section.isLive && !stays(index) && !inUse(section.element))
        : [];
    sections.forEach((section, index) => {
      if (!stays(index)) endTurn(section, false);
    });
    // What is missing is asked for again at the next occasion.
    if (this.#far.look(sections, center)) this.#shown = [];
    const coming = real.filter(({ isLive }) => !isLive);
    const sizes = leaving.map((section) => section.measure());
    const seen = sections.slice(this.stack.seen(0), this.stack.seen(innerHeight) + 1);
    this.stack.hold(() => {
      leaving.forEach((section, index) => {
        section.giveUp(sizes[index] ?? []);
      });
      if (leaving.length > 0) this.stack.arrange();
      for (const section of coming) if (seen.includes(section)) void section.takeBack(!section.isNew);
    }, center);
    this.stack.centerOn(center, range);
    this.stack.hurry();
    const near = coming.filter(({ element }) => element.isConnected);
    if (near.length === 0) return;
    await Promise.all(near.map((section) => (section.isLive ? section.drawn : section.comeBack())));
    // Whoever watches cards has to hear of those that are back.
    this.#host.requestUpdate();
  };
}
