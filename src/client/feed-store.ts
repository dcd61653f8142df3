import { attempt } from '../http/attempt.js';
import type { FeedEvent, FeedInfo, Page } from '../model/event.js';
import type { FeedSource } from '../sources/source.js';
import { ChangeChannel, type FeedChange } from './change-channel.js';
import { confirmedOf } from './confirmed-event.js';
import { findThread } from './in-thread.js';
import { Intents, type Checkpoint, type Intent } from './intents.js';
import { Marks } from './marks.js';
import { PageBook } from './page-book.js';

/** What the parts of one feed share. */
export class FeedStore {
  readonly source: FeedSource;
  readonly limit: number;
  readonly channel = new ChangeChannel();
  readonly intents = new Intents();
  readonly read: Marks;
  readonly seen: Marks;
  book = new PageBook();
  info: FeedInfo | undefined;
  #sideRequests = new AbortController();

  constructor(source: FeedSource, limit: number) {
    this.source = source;
    this.limit = limit;
    this.read = new Marks(this, 'read', 'markRead');
    this.seen = new Marks(this, 'seen', 'markSeen');
  }

  /** For requests beside the loads, about the pages that there are now. */
  get signal(): AbortSignal {
    return this.#sideRequests.signal;
  }

  /** Ends the requests beside the loads; what the reader did is told all the same. */
  stop(): void {
    this.#sideRequests.abort();
    this.#sideRequests = new AbortController();
  }

  /** Takes the answer that was asked for then. What it changes beside the pages comes to the changes. */
  receive<T extends Page>(answer: T, asked: Checkpoint, changes: FeedChange[]): T {
    const unknown = this.intents.unknownTo(asked);
    const isUnreadNew = this.read.receive(answer.unread, unknown);
    const isUnseenNew = this.seen.receive(answer.unseen, unknown);
    this.info = answer.info ?? this.info;
    if (isUnreadNew || isUnseenNew) changes.push({ type: 'counts' });
    if (answer.warnings.length > 0) changes.push({ type: 'warnings', warnings: answer.warnings });
    return { ...answer, events: this.intents.receive(answer.events, asked) };
  }

  /** See {@link Intents.replace}; tells why, where something failed, and then what changed by it. */
  replace(old?: Intent, intent?: Intent, accepted?: Intent, ...why: readonly FeedChange[]): void {
    const hasChanged = this.book.change(this.intents.replace(old, intent, accepted));
    this.channel.emit(...why, ...(hasChanged ? [{ type: 'events' } as const] : []));
  }

  /** The event or subevent that has the thread of this one, as the source confirmed what is shown now. */
  find(event: FeedEvent, view = confirmedOf): FeedEvent {
    for (const { events } of this.book.pages) {
      for (const shown of events) {
        const found = attempt(() => findThread(view(shown), event.thread?.id));
        if (found) return found;
      }
    }
    return view(event);
  }
}
