import type { FeedEvent } from '../model/event.js';
import { renewed } from './confirmed-event.js';
import type { PageEntry, PageStart } from './page-entry.js';
import type { LoadedPage } from './feed-state.js';

/** Pages in their order, each event once: those that wait to be shown, and below them those that are. */
export class PageList {
  /** Those that are shown. Another array after every change. */
  pages: readonly LoadedPage[] = [];
  protected waiting: readonly PageEntry[] = [];
  protected shown: readonly PageEntry[] = [];
  /** Which page an event is in, by its id: no page is walked through when another one comes. */
  readonly #entryOf = new Map<string, PageEntry>();

  /** How many events are shown. */
  get count(): number {
    return this.#entryOf.size - this.newerCount;
  }

  /** How many wait. */
  get newerCount(): number {
    return this.waiting.reduce((sum, { page }) => sum + page.count, 0);
  }

  protected get all(): readonly PageEntry[] {
    return [...this.waiting, ...this.shown];
  }

  has(id: string): boolean {
    return this.#entryOf.has(id);
  }

  /** Whether an event is in this page, also while the page is let go. */
  isIn(entry: PageEntry, id: string): boolean {
    return this.#entryOf.get(id) === entry;
  }

  entryAt(place: number): PageEntry | undefined {
    return this.shown[place];
  }

  /** The pages of one answer that were let go. */
  awayFrom(start: PageStart | undefined): readonly PageEntry[] {
    return this.shown.filter((entry) => entry.start === start && entry.page.events.length < entry.page.count);
  }

  /** Changes the events of all pages, or only of these. Returns whether anything changed. */
  change(renew: (event: FeedEvent) => FeedEvent, entries: Iterable<PageEntry> = this.all): boolean {
    let hasChanged = false;
    for (const entry of entries) {
      const { page } = entry;
      const events = page.events.map(renew);
      if (events.every((event, at) => event === page.events[at])) continue;
      entry.page = { ...page, events };
      hasChanged = true;
    }
    if (hasChanged) this.show(this.shown);
    return hasChanged;
  }

  setGap(entry: PageEntry, gap: PageStart | undefined, state: LoadedPage['gap'] = 'open'): void {
    entry.gap = gap;
    entry.page = { ...entry.page, gap: gap && state };
    this.show(this.shown);
  }

  /** Drops the events of these pages and keeps only their number. A page that cannot be asked for again stays. */
  letGo(places: ReadonlySet<number>): void {
    for (const place of places) {
      const entry = this.shown[place];
      if (!entry?.start?.skip || entry.page.events.length === 0) continue;
      entry.ids = entry.page.events.map(({ id }) => id);
      entry.page = { ...entry.page, events: [] };
    }
    this.show(this.shown);
  }

  /** Puts events back into pages that were let go; those that the source no longer has are gone for good. */
  bringBack(entries: readonly PageEntry[], events: readonly FeedEvent[]): void {
    for (const entry of entries) {
      const own = events.filter(({ id }) => this.isIn(entry, id));
      for (const id of entry.ids ?? []) this.#entryOf.delete(id);
      this.fill(entry, own);
    }
    this.#dropEmpty();
  }

  /** Gives the known events of an answer their newest data. Returns the others. */
  protected renew(events: readonly FeedEvent[]): readonly FeedEvent[] {
    // A Map keeps the first place and the last value of a key.
    const newest = new Map(events.map((event) => [event.id, event]));
    const touched = new Set([...newest.keys()].flatMap((id) => this.#entryOf.get(id) ?? []));
    this.change((event) => renewed(event, newest.get(event.id) ?? event), touched);
    return [...newest.values()].filter(({ id }) => !this.has(id));
  }

  /** Makes these the events of a page. */
  protected fill(entry: PageEntry, events: readonly FeedEvent[]): PageEntry {
    entry.page = { ...entry.page, events, count: events.length };
    for (const { id } of events) this.#entryOf.set(id, entry);
    return entry;
  }

  /** A new page of these events. */
  protected makeEntry(events: readonly FeedEvent[], start?: PageStart): PageEntry {
    return this.fill({ page: { key: {}, events, count: 0 }, ...(start && { start }) }, events);
  }

  protected remove(gone: readonly FeedEvent[]): void {
    for (const { id } of gone) {
      const entry = this.#entryOf.get(id);
      this.#entryOf.delete(id);
      if (entry)
        this.fill(
          entry,
          entry.page.events.filter((event) => event.id !== id),
        );
    }
    if (gone.length > 0) this.#dropEmpty();
  }

  protected show(entries: readonly PageEntry[]): void {
    this.shown = entries;
    const pages = entries.map(({ page }) => page);
    const isSame = pages.length === this.pages.length && pages.every((page, at) => page === this.pages[at]);
    if (!isSame) this.pages = pages;
  }

  /** Removes pages without events. The gap below one is then below the page above it. */
  #dropEmpty(): void {
    const isFull = ({ page }: PageEntry) => page.count > 0;
    let above: PageEntry | undefined;
    for (const entry of this.all) {
      if (isFull(entry)) above = entry;
      else if (entry.gap && above && !above.gap) this.setGap(above, entry.gap);
    }
    this.waiting = this.waiting.filter(isFull);
    this.show(this.shown.filter(isFull));
  }
}
