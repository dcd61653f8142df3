import type { FeedEvent, Page } from '../model/event.js';
import type { ReceivedPage } from './walk-pages.js';
import { compareTop } from './compare-top.js';
import type { PageEntry, PageStart } from './page-entry.js';
import { PageList } from './page-list.js';
import type { LoadedPage } from './feed-state.js';

/** How many earlier pages at most are asked for again to find a lost place. */
const MAX_EARLIER_PAGES = 3;

/** A longer answer becomes several pages, as a small one is quick to draw, to give up and to let go. */
const MAX_PAGE_EVENTS = 25;

/** The pages that came so far, what waits to be shown above them, and where the next page starts. */
export class PageBook extends PageList {
  /** Absent at the end of the feed. */
  next: PageStart | undefined = {};
  /** The place of the newest event, where the source tells it. */
  newest: string | undefined;

  /** No first page was answered yet. */
  get isNew(): boolean {
    return !!this.next && this.next.skip === undefined;
  }

  /** There may be more newer events than those that wait. */
  get newerIsMore(): boolean {
    return this.waiting.some(({ gap }) => gap);
  }

  /**
   * Takes the answer for {@link next}. An event that is known keeps its place and gets the newest data; the
   * others become a page or several, which are returned as one. None is made of an answer that brings nothing new.
   */
  add({ events, skip, newest, start, startsEarlier }: ReceivedPage): LoadedPage | undefined {
    if (start.skip === undefined && !startsEarlier) this.newest = newest;
    // A source that answers the place it was asked for would be asked for ever: that is the end too.
    this.next = skip && skip !== start.skip ? { skip } : undefined;
    const entries = this.#insert(this.#take(events, startsEarlier), start, this.shown.length);
    const [first] = entries;
    const unknown = entries.flatMap(({ page }) => page.events);
    return first && { ...first.page, events: unknown, count: unknown.length };
  }

  /**
   * Takes the answer for the gap below a page. What is new becomes a page there, which then has the gap, unless the
   * answer has reached what is known below. Returns the page that has, or had, the gap.
   */
  addBetween(entry: PageEntry, { events, skip, start, startsEarlier }: ReceivedPage): PageEntry {
    const at = this.shown.indexOf(entry) + 1;
    const below = this.shown.slice(at);
    const end = events.findIndex(({ id }) => below.some((some) => this.isIn(some, id)));
    const unknown = this.#take(events, startsEarlier, end < 0 ? events.length : end);
    this.setGap(entry, undefined);
    const last = this.#insert(unknown, start, at).at(-1) ?? entry;
    if (end < 0 && skip && skip !== start.skip) this.setGap(last, { skip });
    return last;
  }

  /**
   * Takes what is newer; of a first page only what stands above all that is known. What a first page should hold and
   * does not was deleted, but stays while the reader is at work on it.
   */
  addNewer(
    { events, skip, newest }: Page,
    isFirstPage: boolean,
    isInUse: (event: FeedEvent) => boolean,
  ): void {
    this.newest = newest ?? this.newest;
    const { above, gone } = compareTop(
      this.all.flatMap(({ page }) => page.events),
      events,
    );
    const isReached = isFirstPage && events.some(({ id }) => this.has(id));
    const fresh = this.#take(events, false, isFirstPage ? above : events.length);
    if (isFirstPage) this.remove(gone.filter((event) => !isInUse(event)));
    if (fresh.length === 0) return;
    const gap = skip && !isReached ? { skip } : undefined;
    const [top] = this.waiting;
    if (top && !gap) this.fill(top, [...fresh, ...top.page.events]);
    else {
      const entry = this.makeEntry(fresh);
      this.waiting = [entry, ...this.waiting];
      this.setGap(entry, gap);
    }
  }

  /** Puts what waits above what is shown. Returns its pages. */
  showNewer(): readonly LoadedPage[] {
    const waiting = this.waiting;
    const last = waiting.at(-1);
    if (last && this.shown.length === 0) {
      this.next = last.gap;
      this.setGap(last, undefined);
    }
    this.waiting = [];
    this.show([...waiting, ...this.shown]);
    return waiting.map(({ page }) => page);
  }

  /** Where the pages start from which a place below a page can be found again, nearest first. */
  startsAbove(entry: PageEntry | undefined = this.shown.at(-1)): readonly PageStart[] {
    const above = this.all.slice(0, this.all.findIndex((some) => some === entry) + 1).reverse();
    // From above a gap, nobody knows what of the answer belongs into it.
    const end = above.findIndex(({ gap }, at) => gap && at > 0);
    const near = end < 0 ? above : above.slice(0, end);
    const starts = new Set(near.flatMap(({ start }) => (start?.skip ? [start] : [])));
    const nearest = [...starts].slice(0, MAX_EARLIER_PAGES);
    return end < 0 ? [...nearest, {}] : nearest;
  }

  /** What is new in this part of an answer; where it starts earlier than was asked for, below all that is known. */
  #take(events: readonly FeedEvent[], startsEarlier: boolean, end = events.length): readonly FeedEvent[] {
    const from = startsEarlier ? events.slice(0, end).findLastIndex(({ id }) => this.has(id)) + 1 : 0;
    const wanted = new Set(events.slice(from, end).map(({ id }) => id));
    return this.renew(events).filter(({ id }) => wanted.has(id));
  }

  #insert(events: readonly FeedEvent[], start: PageStart, at: number): readonly PageEntry[] {
    const entries: PageEntry[] = [];
    for (let from = 0; from < events.length; from += MAX_PAGE_EVENTS)
      entries.push(this.makeEntry(events.slice(from, from + MAX_PAGE_EVENTS), start));
    if (entries.length > 0) this.show([...this.shown.slice(0, at), ...entries, ...this.shown.slice(at)]);
    return entries;
  }
}
