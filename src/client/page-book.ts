import type { FeedEvent, Page } from '../model/event.js';

/** Some events that were shown together. The same object as long as nothing in it changes. */
export interface LoadedPage {
  /** None while they are let go: see `FeedClient.letGo`. */
  readonly events: readonly FeedEvent[];
  /** How many there are, also while they are let go. */
  readonly count: number;
  /** There may be events between this page and the next one: see `FeedClient.fillGap`. */
  readonly gap?: 'open' | 'loading' | 'failed' | undefined;
}

/** Where a page starts; without `skip` it is the first one. */
interface PageStart {
  readonly skip?: string;
}

/** The pages that came so far, each event once, and where the next page starts. */
export class PageBook {
  /** A new array after every change. */
  pages: readonly LoadedPage[] = [];
  /** Absent at the end of the feed. */
  next: PageStart | undefined = {};
  /** Where each of the pages starts. */
  readonly #starts: PageStart[] = [];
  /** Which page an event is in, by its id: no page is walked through when another one comes. */
  readonly #places = new Map<string, number>();

  /** How many events there are. */
  get count(): number {
    return this.#places.size;
  }

  /**
   * Takes the answer for {@link next}. An event that is known keeps its place and gets the newest data; the
   * others become a page, which is returned. None is made of an answer that brings nothing new.
   */
  add({ events, skip }: Pick<Page, 'events' | 'skip'>): LoadedPage | undefined {
    const start = this.next ?? {};
    // A source that answers the place it was asked for would be asked for ever: that is the end too.
    this.next = skip && skip !== this.next?.skip ? { skip } : undefined;
    const unknown = this.renew(events);
    if (unknown.length === 0) return undefined;
    for (const { id } of unknown) this.#places.set(id, this.pages.length);
    const page = { events: unknown, count: unknown.length };
    this.pages = [...this.pages, page];
    this.#starts.push(start);
    return page;
  }

  /** Where a page starts whose events are let go; undefined for any other one. */
  startOf(place: number): PageStart | undefined {
    const page = this.pages[place];
    return page && page.events.length < page.count ? this.#starts[place] : undefined;
  }

  /** Keeps of these pages only how many events they have. */
  letGo(places: ReadonlySet<number>): void {
    this.pages = this.pages.map((page, place) =>
      places.has(place) ? { events: [], count: page.count } : page,
    );
  }

  /** Takes the answer for {@link startOf}: those of its events that were in the page, and are still there. */
  bringBack(place: number, answer: readonly FeedEvent[]): void {
    const events = answer.filter(({ id }) => this.#places.get(id) === place);
    const kept = new Set(events.map(({ id }) => id));
    for (const [id, where] of this.#places) if (where === place && !kept.has(id)) this.#places.delete(id);
    this.pages = this.pages.map((page, at) => (at === place ? { events, count: events.length } : page));
  }

  /** Shows these in place of those with their ids. Gives the ones that were not there. */
  renew(events: readonly FeedEvent[]): FeedEvent[] {
    // A Map keeps the first place and the last value of a key.
    const newest = new Map(events.map((event) => [event.id, event]));
    const changed = new Set(Array.from(newest.keys(), (id) => this.#places.get(id)));
    if (changed.size > 1 || !changed.has(undefined)) {
      this.pages = this.pages.map((page, place) =>
        changed.has(place)
          ? { ...page, events: page.events.map((event) => newest.get(event.id) ?? event) }
          : page,
      );
    }
    return [...newest.values()].filter(({ id }) => !this.#places.has(id));
  }
}
