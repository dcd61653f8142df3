import { FeedError } from '../http/errors.js';
import type { FeedEvent } from '../model/event.js';
import type { FeedSource } from '../sources/source.js';
import { askSource } from './ask-source.js';

/** One request to the source: of these events, as they are shown now, or of all there are. */
interface Mark {
  readonly events: Set<FeedEvent>;
  all: boolean;
  /** By how much the count went down. */
  fall: number;
}

/** The feed whose events are marked. */
export interface MarkedFeed {
  readonly source: FeedSource;
  /** All that are shown. */
  events(): readonly FeedEvent[];
  /** Shows these in place of those with their ids, and tells it. */
  show(events: readonly FeedEvent[], error?: FeedError): void;
}

/** What a copy was made of: where a mark that fails goes back to. */
const origins = new WeakMap<FeedEvent, FeedEvent>();

/**
 * What the reader opened, or was shown. It holds at once and is told to the source, one request after the other;
 * what comes while one runs goes into the next. One that fails leaves everything as it was before.
 */
export class Marks {
  /** How many events of the whole feed are not marked, as far as the source tells. */
  count: number | undefined;
  readonly #feed: MarkedFeed;
  readonly #flag: 'read' | 'seen';
  readonly #method: 'markRead' | 'markSeen';
  #running: Mark | undefined;
  #waiting: Mark | undefined;
  /** When all is told; absent when it is. */
  #end: Promise<void> | undefined;

  constructor(feed: MarkedFeed, flag: 'read' | 'seen', method: 'markRead' | 'markSeen') {
    this.#feed = feed;
    this.#flag = flag;
    this.#method = method;
  }

  /** Whether the source can be told. */
  get possible(): boolean {
    return !!this.#feed.source[this.#method];
  }

  /** Marks those of these events that are shown and say that they are not marked; without any, all there are. */
  mark(wanted?: readonly FeedEvent[]): Promise<void> {
    const ids = wanted && new Set(wanted.map(({ id }) => id));
    const events = this.#feed.events().filter((event) => this.#isOpen(event) && (!ids || ids.has(event.id)));
    if (this.possible && (events.length > 0 || (!ids && this.count !== 0))) {
      const mark = (this.#waiting ??= { events: new Set(), all: false, fall: 0 });
      mark.all ||= !ids;
      if (this.count) {
        const fall = ids ? Math.min(events.length, this.count) : this.count;
        this.count -= fall;
        mark.fall += fall;
      }
      this.#end ??= this.#send();
      this.#feed.show(events.map((event) => this.#put(event, mark)));
    }
    return this.#end ?? Promise.resolve();
  }

  /** Takes an answer, but for what is marked and not yet told: the answer may not know of it. */
  receive(events: readonly FeedEvent[], count: number | undefined): readonly FeedEvent[] {
    if (!this.#end) this.count = count ?? this.count;
    return [this.#running, this.#waiting].reduce((received, mark) => {
      if (!mark) return received;
      const ids = new Set(Array.from(mark.events, ({ id }) => id));
      return received.map((event) =>
        this.#isOpen(event) && (mark.all || ids.has(event.id)) ? this.#put(event, mark) : event,
      );
    }, events);
  }

  #isOpen(event: FeedEvent): boolean {
    return event[this.#flag] === false;
  }

  #put(event: FeedEvent, mark: Mark): FeedEvent {
    const marked = this.#copy(event, true);
    mark.events.add(marked);
    return marked;
  }

  #copy(event: FeedEvent, marked: boolean): FeedEvent {
    const copy = { ...event, [this.#flag]: marked };
    origins.set(copy, event);
    return copy;
  }

  async #send(): Promise<void> {
    // What is marked in one go is one request.
    await Promise.resolve();
    while (this.#waiting) {
      const mark = (this.#running = this.#waiting);
      this.#waiting = undefined;
      const events = mark.all ? undefined : Array.from(mark.events, (event) => origins.get(event) ?? event);
      const failed = await askSource(async (signal) => {
        await this.#feed.source[this.#method]?.(events, signal);
      });
      this.#running = undefined;
      if (failed) this.#undo(mark, failed);
    }
    this.#end = undefined;
  }

  #undo({ events, fall }: Mark, error: FeedError): void {
    const heir = this.#waiting;
    if (heir?.all) {
      heir.fall += fall;
      for (const event of events) heir.events.add(event);
      this.#feed.show([], error);
      return;
    }
    if (this.count !== undefined) this.count += fall;
    const back = this.#feed.events().flatMap((event) => {
      // Marked in the other way since: that stays.
      for (let origin = origins.get(event), made = event; origin; made = origin, origin = origins.get(made))
        if (events.has(made)) return made === event ? origin : this.#copy(event, false);
      return [];
    });
    this.#feed.show(back, error);
  }
}
