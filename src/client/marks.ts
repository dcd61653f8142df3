import { FeedError } from '../http/errors.js';
import type { FeedEvent } from '../model/event.js';
import { askSource } from './ask-source.js';
import type { FeedChange } from './change-channel.js';
import type { FeedStore } from './feed-store.js';
import { confirmedOf } from './confirmed-event.js';
import type { Intent } from './intents.js';

type Flag = 'read' | 'seen';

/** One request to the source: of these events or of all there are. */
class Mark implements Intent {
  readonly flag: Flag;
  /** As the source gave them, by their ids. */
  readonly events = new Map<string, FeedEvent>();
  all = false;
  /** By how much it has lowered the count. */
  decrease = 0;

  constructor(flag: Flag) {
    this.flag = flag;
  }

  apply(event: FeedEvent): FeedEvent {
    const isMeant = event[this.flag] === false && (this.all || this.events.has(event.id));
    return isMeant ? { ...event, [this.flag]: true } : event;
  }
}

/**
 * What the reader opened, or was shown. It holds at once and is told to the source, one request after the other;
 * what comes while one runs goes into the next. One that fails leaves everything as it was before.
 */
export class Marks {
  /** How many events of the whole feed are not marked, as far as the source tells. */
  count: number | undefined;
  readonly #store: FeedStore;
  readonly #flag: Flag;
  readonly #method: 'markRead' | 'markSeen';
  #waiting: Mark | undefined;
  /** Settles when all is told; absent when nothing is under way. */
  #end: Promise<void> | undefined;

  constructor(store: FeedStore, flag: Flag, method: 'markRead' | 'markSeen') {
    this.#store = store;
    this.#flag = flag;
    this.#method = method;
  }

  /** Whether the source can be told. */
  get possible(): boolean {
    return !!this.#store.source[this.#method];
  }

  /** Marks those of these events that are shown and say that they are not marked; without any, all there are. */
  mark(wanted?: readonly FeedEvent[]): Promise<void> {
    const ids = wanted && new Set(wanted.map(({ id }) => id));
    const events = this.#store.book.pages
      .flatMap((page) => page.events)
      .filter((event) => event[this.#flag] === false && (!ids || ids.has(event.id)));
    if (this.possible && (events.length > 0 || (!ids && this.count !== 0))) {
      const mark = (this.#waiting ??= new Mark(this.#flag));
      mark.all ||= !ids;
      for (const event of events) mark.events.set(event.id, confirmedOf(event));
      if (this.count) {
        const decrease = ids ? Math.min(events.length, this.count) : this.count;
        this.count -= decrease;
        mark.decrease += decrease;
      }
      this.#end ??= this.#send();
      this.#replace(undefined, mark);
    }
    return this.#end ?? Promise.resolve();
  }

  /** Takes the count of an answer that may not know of these intents. Returns whether the count changed. */
  receive(count: number | undefined, unknown: readonly Intent[]): boolean {
    if (count === undefined) return false;
    const before = this.count;
    let decrease = 0;
    for (const mark of unknown) {
      if (mark instanceof Mark && mark.flag === this.#flag) decrease += mark.all ? Infinity : mark.decrease;
    }
    this.count = Math.max(count - decrease, 0);
    return this.count !== before;
  }

  async #send(): Promise<void> {
    // What is marked in one go is one request.
    await Promise.resolve();
    const { source, intents } = this.#store;
    while (this.#waiting) {
      const mark = this.#waiting;
      this.#waiting = undefined;
      const events = mark.all ? undefined : [...mark.events.values()];
      const error = await askSource(async (signal) => {
        await source[this.#method]?.(events, signal);
      });
      if (error) this.#undo(mark, error);
      else this.#store.book.change(intents.replace(mark, undefined, mark));
    }
    this.#end = undefined;
  }

  #undo(mark: Mark, error: FeedError): void {
    // One that waits to mark all has marked these too.
    if (this.#waiting?.all) this.#waiting.decrease += mark.decrease;
    else if (this.count !== undefined) this.count += mark.decrease;
    this.#replace(mark, undefined, { type: 'error', error, doing: 'mark' });
  }

  #replace(old: Mark | undefined, mark: Mark | undefined, ...changes: readonly FeedChange[]): void {
    this.#store.book.change(this.#store.intents.replace(old, mark));
    this.#store.channel.emit(...changes, { type: 'counts' });
  }
}
