import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedClient } from '../../client/feed-client.js';
import { attempt } from '../../http/attempt.js';
import { BY_HAND } from './auto-pages.js';
import { findEvent } from './find-event.js';
import { keepPlace, takePlace, type KeptPlace } from './kept-place.js';
import { listen } from './listen.js';
import { bringTo } from './scroller.js';
import { nameOf, type SourceParts } from './source-parts.js';

interface PlaceHost extends ReactiveControllerHost, SourceParts, Element {
  readonly client: FeedClient | undefined;
  readonly limit: number;
  readonly noRestore: boolean;
  /** What is read; none as long as that is the first screen. */
  readonly readingPlace: KeptPlace | undefined;
  /** The card at a place in the feed, counted from 0. */
  cardAt(place: number): HTMLElement | undefined;
  /** The event that the address names is not in the feed. */
  handleLost(): void;
}

const NAMED = /^#event-(.+)/;
const KEEP_AFTER_MS = 200;

/** So many frames may pass until the cards around have their heights. */
const FRAMES = 6;

/** The event that the address names, once a list on the page has found it. */
let found: string | undefined;

/**
 * Keeps the place that a reader has come to, and leads back to it when the page is loaded again. Leads also to the
 * event that the address names: `#event-<id>`. A scroll by hand ends that.
 */
export class ReadingPlace implements ReactiveController {
  readonly #host: PlaceHost;
  #key = '';
  /** There while a place is looked for. */
  #search: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The card that the address names. */
  #target: HTMLElement | undefined;

  constructor(host: PlaceHost) {
    this.#host = host;
    host.addController(this);
    listen(host, window, ['hashchange', 'pagehide'], this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#search?.abort();
    if (this.#target) found = this.#target = undefined;
  }

  handleEvent({ type }: Event): void {
    if (type === 'pagehide') this.#keep();
    // Nothing is loaded while the browser keeps the page.
    this.#search?.abort();
    if (type === 'pagehide') return;
    found = undefined;
    this.#goToNamed();
  }

  /** A feed begins. Only the first one of an element has a place to go back to. */
  start(): void {
    const host = this.#host;
    this.#search?.abort();
    if (!host.client) return;
    const isFirst = !this.#key;
    const place = host.id || [...document.querySelectorAll(host.localName)].indexOf(host);
    this.#key = `feed-place ${location.pathname} ${place} ${attempt(() => nameOf(host)) ?? ''}`;
    const kept = isFirst && !host.noRestore ? takePlace(this.#key) : undefined;
    if (!this.#goToNamed() && kept) void this.#lead(kept.id, kept);
  }

  /** The reader scrolls. */
  note(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#keep();
    }, KEEP_AFTER_MS);
  }

  #keep(): void {
    // On the way to a place the reader has not left it.
    if (this.#search?.signal.aborted !== false && !this.#host.noRestore)
      keepPlace(this.#key, this.#host.readingPlace);
  }

  /** Whether the address names an event. */
  #goToNamed(): boolean {
    const id = namedEvent();
    if (id && id !== found) void this.#lead(id);
    return !!id;
  }

  async #lead(id: string, kept?: KeptPlace): Promise<void> {
    const { client, limit } = this.#host;
    if (!client) return;
    const search = (this.#search = new AbortController());
    const { signal } = search;
    const end = () => {
      search.abort();
    };
    for (const type of BY_HAND) addEventListener(type, end, { capture: true, passive: true, signal });
    const bounds = kept ? { pages: 20, events: kept.index + limit } : { pages: 10, events: Infinity };
    let place = await findEvent(client, id, { ...bounds, signal });
    if (kept) place ??= Math.min(kept.index, client.count - 1);
    // Another list shows it.
    else if (found === id) end();
    else if (place !== undefined) found = id;
    else if (!signal.aborted && client.status !== 'error') this.#host.handleLost();
    await this.#host.updateComplete;
    for (let frame = 0; frame < FRAMES && !signal.aborted; frame++) {
      const card = this.#host.cardAt(place ?? -1);
      if (card && kept) bringTo(card, kept.top);
      else if (card) this.#aim(card);
      await new Promise(requestAnimationFrame);
    }
    end();
  }

  #aim(card: HTMLElement): void {
    this.#target?.part.remove('target');
    this.#target = card;
    card.part.add('target');
    card.focus({ preventScroll: true });
    card.scrollIntoView();
  }
}

/** Its id. */
function namedEvent(): string | undefined {
  try {
    return decodeURIComponent(NAMED.exec(location.hash)?.[1] ?? '');
  } catch {
    return undefined;
  }
}
