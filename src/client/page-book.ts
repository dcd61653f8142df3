import type { FeedEvent, Page } from '../model/event.js';

/** Some events that were shown together. The same object as long as nothing in it changes. */
export interface LoadedPage {
  readonly events: readonly FeedEvent[];
}

/** Where a page starts; without `skip` it is the first one. */
export interface PageStart {
  readonly skip?: string;
}

/** The pages that came so far, each event once, and where the next page starts. */
export class PageBook {
  readonly #known = new Set<string>();
  #pages: readonly LoadedPage[] = [];
  #next: PageStart | undefined = {};

  /** A new array after every change. */
  get pages(): readonly LoadedPage[] {
    return this.#pages;
  }

  /** Absent at the end of the feed. */
  get next(): PageStart | undefined {
    return this.#next;
  }

  /**
   * Takes the answer for {@link next}. An event that is known keeps its place and gets the newest data; the
   * others become a page, which is returned. None is made of an answer that brings nothing new.
   */
  add(answer: Page): LoadedPage | undefined {
    this.#next = nextStart(this.#next, answer);
    // A Map keeps the first place and the last value of a key.
    const newest = new Map(answer.events.map((event) => [event.id, event]));
    const fresh = [...newest.values()].filter((event) => !this.#known.has(event.id));
    if (fresh.length < newest.size) this.#pages = this.#pages.map((page) => renewed(page, newest));
    if (fresh.length === 0) return undefined;
    for (const event of fresh) this.#known.add(event.id);
    const page = { events: fresh };
    this.#pages = [...this.#pages, page];
    return page;
  }
}

/** A source that answers the place it was asked for would be asked for ever: that is the end too. */
function nextStart(asked: PageStart | undefined, { skip }: Page): PageStart | undefined {
  return skip === undefined || skip === asked?.skip ? undefined : { skip };
}

function renewed(page: LoadedPage, newest: ReadonlyMap<string, FeedEvent>): LoadedPage {
  if (!page.events.some((event) => newest.has(event.id))) return page;
  return { events: page.events.map((event) => newest.get(event.id) ?? event) };
}
