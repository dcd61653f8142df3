import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FeedEvent } from '../../model/event.js';
import { EventCard } from '../event-card/event-card.js';
import { listen } from './listen.js';
import { scrollMargin } from './scroll-margin.js';

interface SeenHost extends ReactiveControllerHost {
  /** Cards whose being shown is worth telling; none where nobody wants to know. */
  readonly unseenCards: readonly EventCard[];
  markSeen(events: readonly FeedEvent[]): void;
}

/** So much of a card must be inside of what is visible. */
const INSIDE = '-24px';
const COLLECT_MS = 1000;

/** Tells which events the reader was shown, at most once a second. */
export class SeenCards implements ReactiveController {
  readonly #host: SeenHost;
  readonly #observer: IntersectionObserver;
  readonly #shown = new Set<FeedEvent>();
  /** An event that could not be told is not told again before the source gives it anew. */
  readonly #told = new WeakSet<FeedEvent>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: SeenHost) {
    this.#host = host;
    host.addController(this);
    listen(host, document, ['visibilitychange'], this);
    this.#observer = new IntersectionObserver((entries) => {
      if (document.hidden) return;
      for (const { target, isIntersecting } of entries)
        if (isIntersecting && target instanceof EventCard && target.event) this.#shown.add(target.event);
      if (this.#shown.size > 0) this.#timer ??= setTimeout(this.#tell, COLLECT_MS);
    }, scrollMargin(INSIDE));
  }

  /** Another feed begins: what was shown of the last one is not told to it. */
  reset(): void {
    this.#observer.disconnect();
    this.#shown.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  hostDisconnected(): void {
    this.reset();
  }

  hostUpdated(): void {
    // Observing anew reports what is shown now.
    this.#observer.disconnect();
    for (const card of this.#host.unseenCards) {
      const { event } = card;
      if (event && !this.#told.has(event) && !this.#shown.has(event)) this.#observer.observe(card);
    }
  }

  handleEvent(): void {
    this.#host.requestUpdate();
  }

  readonly #tell = (): void => {
    const events = [...this.#shown];
    this.#timer = undefined;
    this.#shown.clear();
    for (const event of events) this.#told.add(event);
    this.#host.markSeen(events);
  };
}
