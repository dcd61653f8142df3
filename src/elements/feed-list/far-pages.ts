import type { FeedClient, LoadedPage } from '../../client/feed-client.js';
import { pageRange } from './page-range.js';
import type { PageSection } from './page-section.js';

interface FarHost {
  /** So many cards stay real around the visible part; 0: all of them. */
  readonly window: number;
  /** So many events are kept; those farthest away are let go and asked for anew. */
  readonly retain: number;
  readonly client: FeedClient | undefined;
  requestUpdate(): void;
}

/** So many pages at most are asked for at a time. */
const AT_ONCE = 2;

const isAway = ({ events, count }: LoadedPage) => events.length < count;
const orAll = (most: number) => (most > 0 ? most : Infinity);

/** Of a feed that is very long only what is near is kept in memory, and is there before it is to be drawn. */
export class FarPages {
  readonly #host: FarHost;
  /** Keys of pages that cannot be let go. */
  readonly #stays = new WeakSet<object>();
  /** Keys of pages that are asked for. */
  readonly #asked = new Set<object>();
  /** The page in the middle of the visible part. */
  #center = 0;

  constructor(host: FarHost) {
    this.#host = host;
  }

  /** Lets go of what is far from a page, and brings back what is near. Gives whether something is missing there. */
  look(sections: readonly PageSection[], center: number): boolean {
    this.#center = center;
    const { retain, client } = this.#host;
    if (client && client.count > orAll(retain)) this.#letGo(client, sections, retain);
    return this.#bringBack();
  }

  #letGo(client: FeedClient, sections: readonly PageSection[], retain: number): void {
    const counts = sections.map(({ count }) => count);
    const [first, last] = pageRange(counts, this.#center, retain);
    const places = sections.flatMap(({ key, isLive, isAway: isGone }, index) =>
      (index < first || index > last) && !isLive && !isGone && !this.#stays.has(key) ? [index] : [],
    );
    // Not page by page: each time all that is shown has to be looked at.
    if (places.reduce((sum, index) => sum + (counts[index] ?? 0), 0) <= retain / 20) return;
    const { pages } = client;
    client.letGo(new Set(places));
    if (pages === client.pages) return;
    for (const index of places) {
      const page = pages[index];
      if (page && page === client.pages[index]) this.#stays.add(page.key);
    }
    this.#host.requestUpdate();
  }

  /** One after another, the nearest first: most of those that a reader passes by are never asked for. */
  #bringBack(): boolean {
    const { window, retain, client } = this.#host;
    const pages = client?.pages ?? [];
    const most = Math.min(orAll(retain) / 2, 2 * orAll(window));
    const [first, last] = pageRange(
      pages.map(({ count }) => count),
      this.#center,
      most,
    );
    const missing = pages.flatMap((page, index) =>
      index >= first && index <= last && isAway(page)
        ? [{ page, distance: Math.abs(index - this.#center) }]
        : [],
    );
    missing.sort((some, other) => some.distance - other.distance);
    const next = missing.find(({ page }) => !this.#asked.has(page.key));
    if (client && next && this.#asked.size < AT_ONCE) void this.#ask(client, next.page);
    return missing.length > 0;
  }

  async #ask(client: FeedClient, { key }: LoadedPage): Promise<void> {
    const place = () => client.pages.findIndex((page) => page.key === key);
    this.#asked.add(key);
    await client.bringBack(place());
    this.#asked.delete(key);
    const page = client.pages[place()];
    // Where that failed, it is asked for again at the next occasion.
    if (client === this.#host.client && !(page && isAway(page))) this.#bringBack();
  }
}
