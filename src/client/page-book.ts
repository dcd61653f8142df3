import type { FeedEvent, Page } from '../model/event.js';
import type { Reading } from './ask-on.js';
import { compareTop } from './compare-top.js';
import { LeafList, type Leaf, type PageStart } from './leaf-list.js';
import type { LoadedPage } from './shown-feed.js';

export type { Leaf, PageStart };

/** So many pages at most are asked for again in place of one that is gone. */
const MOST_EARLIER = 3;

/** Longer answers become several pages, each of which is soon drawn, given up and let go. */
const MOST_EVENTS = 25;

/** The pages that came so far, what waits to be shown above them, and where the next page starts. */
export class PageBook extends LeafList {
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
  add({ events, skip, newest, start, isAgain }: Reading): LoadedPage | undefined {
    if (start.skip === undefined && !isAgain) this.newest = newest;
    // A source that answers the place it was asked for would be asked for ever: that is the end too.
    this.next = skip && skip !== start.skip ? { skip } : undefined;
    const leaves = this.#insert(this.#take(events, isAgain), start, this.leaves.length);
    const [first] = leaves;
    const unknown = leaves.flatMap(({ page }) => page.events);
    return first && { ...first.page, events: unknown, count: unknown.length };
  }

  /**
   * Takes the answer for the gap below a page. What is new becomes a page there, which then has the gap, unless the
   * answer has reached what is known below. Gives the page that has, or had, the gap.
   */
  addBetween(leaf: Leaf, { events, skip, start, isAgain }: Reading): Leaf {
    const at = this.leaves.indexOf(leaf) + 1;
    const below = this.leaves.slice(at);
    const end = events.findIndex(({ id }) => below.some((some) => this.isIn(some, id)));
    const unknown = this.#take(events, isAgain, end < 0 ? events.length : end);
    this.setGap(leaf, undefined);
    const last = this.#insert(unknown, start, at).at(-1) ?? leaf;
    if (end < 0 && skip && skip !== start.skip) this.setGap(last, { skip });
    return last;
  }

  /**
   * Takes what is newer; of a first page only what stands above all that is known. What a first page should hold and
   * does not was deleted, but stays while the reader is at work on it.
   */
  addNewer({ events, skip, newest }: Page, isPage: boolean, isInUse: (event: FeedEvent) => boolean): void {
    this.newest = newest ?? this.newest;
    const { above, gone } = compareTop(
      this.all.flatMap(({ page }) => page.events),
      events,
    );
    const isReached = isPage && events.some(({ id }) => this.has(id));
    const fresh = this.#take(events, false, isPage ? above : events.length);
    if (isPage) this.remove(gone.filter((event) => !isInUse(event)));
    if (fresh.length === 0) return;
    const gap = skip && !isReached ? { skip } : undefined;
    const [top] = this.waiting;
    if (top && !gap) this.fill(top, [...fresh, ...top.page.events]);
    else {
      const leaf = this.leafOf(fresh);
      this.waiting = [leaf, ...this.waiting];
      this.setGap(leaf, gap);
    }
  }

  /** Puts what waits above what is shown. Gives its pages. */
  showNewer(): readonly LoadedPage[] {
    const { waiting } = this;
    const last = waiting.at(-1);
    if (last && this.leaves.length === 0) {
      this.next = last.gap;
      this.setGap(last, undefined);
    }
    this.waiting = [];
    this.show([...waiting, ...this.leaves]);
    return waiting.map(({ page }) => page);
  }

  /** Where the pages start from which a place below a page can be found again, nearest first. */
  startsAbove(leaf: Leaf | undefined = this.leaves.at(-1)): readonly PageStart[] {
    const above = this.all.slice(0, this.all.findIndex((some) => some === leaf) + 1).reverse();
    // From above a gap, nobody knows what of the answer belongs into it.
    const end = above.findIndex(({ gap }, at) => gap && at > 0);
    const near = end < 0 ? above : above.slice(0, end);
    const starts = new Set(near.flatMap(({ start }) => (start?.skip ? [start] : [])));
    const nearest = [...starts].slice(0, MOST_EARLIER);
    return end < 0 ? [...nearest, {}] : nearest;
  }

  /** What is new in this part of an answer; where it begins further up than was wished, below all that is known. */
  #take(events: readonly FeedEvent[], isAgain: boolean, end = events.length): readonly FeedEvent[] {
    const from = isAgain ? events.slice(0, end).findLastIndex(({ id }) => this.has(id)) + 1 : 0;
    const wanted = new Set(events.slice(from, end).map(({ id }) => id));
    return this.renew(events).filter(({ id }) => wanted.has(id));
  }

  #insert(events: readonly FeedEvent[], start: PageStart, at: number): readonly Leaf[] {
    const leaves: Leaf[] = [];
    for (let from = 0; from < events.length; from += MOST_EVENTS)
      leaves.push(this.leafOf(events.slice(from, from + MOST_EVENTS), start));
    if (leaves.length > 0) this.show([...this.leaves.slice(0, at), ...leaves, ...this.leaves.slice(at)]);
    return leaves;
  }
}
