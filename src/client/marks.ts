import { FeedError } from '../http/errors.js';
import type { FeedEvent } from '../model/event.js';
import type { FeedSource } from '../sources/source.js';
import { askSource } from './ask-source.js';

/** One request to the source: of these events or of all there are. */
interface Mark {
  /** As the source gave them, by their ids. */
  readonly events: Map<string, FeedEvent>;
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

/** What the source gave, by the marked copy that is shown in its place. */
const givens = new WeakMap<FeedEvent, FeedEvent>();

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
  /** Told since an answer was asked for, which may not know of them; absent while none is. */
  #told: Mark[] | undefined;
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
      const mark = (this.#waiting ??= { events: new Map(), all: false, fall: 0 });
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

  /** An answer is asked for now. */
  ask(): void {
    this.#told = [];
  }

  /** Takes that answer, but for what was marked meanwhile or is not told yet: it may not know of it. */
  receive(events: readonly FeedEvent[], count: number | undefined): readonly FeedEvent[] {
    const marks = [...(this.#told ?? []), this.#running, this.#waiting].filter((mark) => mark !== undefined);
    this.#told = undefined;
    const fall = marks.reduce((sum, mark) => (mark.all ? Infinity : sum + mark.fall), 0);
    if (count !== undefined) this.count = Math.max(count - fall, 0);
    return events.map((event) => {
      const mark = marks.find(({ all, events: marked }) => all || marked.has(event.id));
      return mark && this.#isOpen(event) ? this.#put(event, mark) : event;
    });
  }

  #isOpen(event: FeedEvent): boolean {
    return event[this.#flag] === false;
  }

  #put(event: FeedEvent, mark: Mark): FeedEvent {
    mark.events.set(event.id, givens.get(event) ?? event);
    return this.#copy(event, true);
  }

  /** What the source gave itself, where nothing else in it is marked. */
  #copy(event: FeedEvent, marked: boolean): FeedEvent {
    const given = givens.get(event) ?? event;
    const copy = { ...event, [this.#flag]: marked };
    if (copy.read === given.read && copy.seen === given.seen) return given;
    givens.set(copy, given);
    return copy;
  }

  async #send(): Promise<void> {
    // What is marked in one go is one request.
    await Promise.resolve();
    while (this.#waiting) {
      const mark = (this.#running = this.#waiting);
      this.#waiting = undefined;
      const events = mark.all ? undefined : [...mark.events.values()];
      const failed = await askSource(async (signal) => {
        await this.#feed.source[this.#method]?.(events, signal);
      });
      this.#running = undefined;
      if (failed) this.#undo(mark, failed);
      else this.#told?.push(mark);
    }
    this.#end = undefined;
  }

  #undo({ events, fall }: Mark, error: FeedError): void {
    const heir = this.#waiting;
    if (heir?.all) {
      heir.fall += fall;
      for (const [id, event] of events) heir.events.set(id, event);
      this.#feed.show([], error);
      return;
    }
    if (this.count !== undefined) this.count += fall;
    // A newer answer that says itself that it is marked stays.
    const back = this.#feed.events().filter((event) => {
      const given = givens.get(event);
      return given && this.#isOpen(given) && events.has(event.id);
    });
    this.#feed.show(
      back.map((event) => this.#copy(event, false)),
      error,
    );
  }
}
