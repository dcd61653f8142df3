import type { FeedEvent } from '../model/event.js';
import { renewed } from './given-event.js';
import type { LoadedPage } from './shown-feed.js';

/** Where a page starts; without `skip` it is the first one. */
export interface PageStart {
  readonly skip?: string;
}

/** A page and what belongs to it: the same object wherever the page is moved to. */
export interface Leaf {
  page: LoadedPage;
  /**
   * The same object in all pages of one answer. Absent where it came as newer: what stands on top is soon something
   * else.
   */
  readonly start?: PageStart;
  /** Where the events start that may be missing below it. */
  gap?: PageStart | undefined;
  /** What its events were, once it was let go. */
  ids?: readonly string[];
  /** It was let go, and is asked for. */
  isComing?: boolean;
}

/** Pages in their order, each event once: those that wait to be shown, and below them those that are. */
export class LeafList {
  /** Those that are shown. Another array after every change. */
  pages: readonly LoadedPage[] = [];
  protected waiting: readonly Leaf[] = [];
  protected leaves: readonly Leaf[] = [];
  /** Which page an event is in, by its id: no page is walked through when another one comes. */
  readonly #leafOf = new Map<string, Leaf>();

  /** How many events are shown. */
  get count(): number {
    return this.#leafOf.size - this.newerCount;
  }

  /** How many wait. */
  get newerCount(): number {
    return this.waiting.reduce((sum, { page }) => sum + page.count, 0);
  }

  protected get all(): readonly Leaf[] {
    return [...this.waiting, ...this.leaves];
  }

  has(id: string): boolean {
    return this.#leafOf.has(id);
  }

  /** Whether an event is in this page, also while the page is let go. */
  isIn(leaf: Leaf, id: string): boolean {
    return this.#leafOf.get(id) === leaf;
  }

  leafAt(place: number): Leaf | undefined {
    return this.leaves[place];
  }

  /** The pages of one answer that were let go. */
  awayFrom(start: PageStart | undefined): readonly Leaf[] {
    return this.leaves.filter((leaf) => leaf.start === start && leaf.page.events.length < leaf.page.count);
  }

  /** Changes events: of all pages or only of these. Whether something changed. */
  change(renew: (event: FeedEvent) => FeedEvent, leaves: Iterable<Leaf> = this.all): boolean {
    let hasChanged = false;
    for (const leaf of leaves) {
      const { page } = leaf;
      const events = page.events.map(renew);
      if (events.every((event, at) => event === page.events[at])) continue;
      leaf.page = { ...page, events };
      hasChanged = true;
    }
    if (hasChanged) this.show(this.leaves);
    return hasChanged;
  }

  setGap(leaf: Leaf, gap: PageStart | undefined, state: LoadedPage['gap'] = 'open'): void {
    leaf.gap = gap;
    leaf.page = { ...leaf.page, gap: gap && state };
    this.show(this.leaves);
  }

  /** Keeps of these pages only how many events they have; not of those that cannot be asked for again. */
  letGo(places: ReadonlySet<number>): void {
    for (const place of places) {
      const leaf = this.leaves[place];
      if (!leaf?.start?.skip || leaf.page.events.length === 0) continue;
      leaf.ids = leaf.page.events.map(({ id }) => id);
      leaf.page = { ...leaf.page, events: [] };
    }
    this.show(this.leaves);
  }

  /** Takes the events of pages that were let go, those that are still there. */
  bringBack(leaves: readonly Leaf[], events: readonly FeedEvent[]): void {
    for (const leaf of leaves) {
      const own = events.filter(({ id }) => this.isIn(leaf, id));
      for (const id of leaf.ids ?? []) this.#leafOf.delete(id);
      this.fill(leaf, own);
    }
    this.#dropEmpty();
  }

  /** Gives the known events of an answer their newest data. Gives the others. */
  protected renew(events: readonly FeedEvent[]): readonly FeedEvent[] {
    // A Map keeps the first place and the last value of a key.
    const newest = new Map(events.map((event) => [event.id, event]));
    const touched = new Set([...newest.keys()].flatMap((id) => this.#leafOf.get(id) ?? []));
    this.change((event) => renewed(event, newest.get(event.id) ?? event), touched);
    return [...newest.values()].filter(({ id }) => !this.has(id));
  }

  /** Puts these events into a page. */
  protected fill(leaf: Leaf, events: readonly FeedEvent[]): Leaf {
    leaf.page = { ...leaf.page, events, count: events.length };
    for (const { id } of events) this.#leafOf.set(id, leaf);
    return leaf;
  }

  /** A new page of these events. */
  protected leafOf(events: readonly FeedEvent[], start?: PageStart): Leaf {
    return this.fill({ page: { key: {}, events, count: 0 }, ...(start && { start }) }, events);
  }

  protected remove(gone: readonly FeedEvent[]): void {
    for (const { id } of gone) {
      const leaf = this.#leafOf.get(id);
      this.#leafOf.delete(id);
      if (leaf)
        this.fill(
          leaf,
          leaf.page.events.filter((event) => event.id !== id),
        );
    }
    if (gone.length > 0) this.#dropEmpty();
  }

  protected show(leaves: readonly Leaf[]): void {
    this.leaves = leaves;
    const pages = leaves.map(({ page }) => page);
    const isSame = pages.length === this.pages.length && pages.every((page, at) => page === this.pages[at]);
    if (!isSame) this.pages = pages;
  }

  /** The gap below a page without events is then below the one above it. */
  #dropEmpty(): void {
    const isFull = ({ page }: Leaf) => page.count > 0;
    let above: Leaf | undefined;
    for (const leaf of this.all) {
      if (isFull(leaf)) above = leaf;
      else if (leaf.gap && above && !above.gap) this.setGap(above, leaf.gap);
    }
    this.waiting = this.waiting.filter(isFull);
    this.show(this.leaves.filter(isFull));
  }
}
