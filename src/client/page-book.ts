import type { FeedEvent, Page } from '../model/event.js';

/** Some events that were shown together. The same object as long as nothing in it changes. */
export interface LoadedPage {
  readonly events: readonly FeedEvent[];
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

  /**
   * Takes the answer for {@link next}. An event that is known keeps its place and gets the newest data; the
   * others become a page, which is returned. None is made of an answer that brings nothing new.
   */
  add({ events, skip }: Pick<Page, 'events' | 'skip'>): LoadedPage | undefined {
    // A source that answers the place it was asked for would be asked for ever: that is the end too.
    this.next = skip && skip !== this.next?.skip ? { skip } : undefined;
    const unknown = this.renew(events);
    if (unknown.length === 0) return undefined;
    const page = { events: unknown };
    this.pages = [...this.pages, page];
    return page;
  }

  /** Shows these in place of those with their ids. Gives the ones that were not there. */
  renew(events: readonly FeedEvent[]): FeedEvent[] {
    // A Map keeps the first place and the last value of a key.
    const newest = new Map(events.map((event) => [event.id, event]));
    this.pages = this.pages.map((page) => renewPage(page, newest));
    return [...newest.values()];
  }
}

/** Takes out of `newest` what the page holds. */
function renewPage(page: LoadedPage, newest: Map<string, FeedEvent>): LoadedPage {
  if (!page.events.some(({ id }) => newest.has(id))) return page;
  const events = page.events.map((event) => {
    const renewed = newest.get(event.id) ?? event;
    newest.delete(event.id);
    return renewed;
  });
  return { events };
}
