import type { ReactiveControllerHost } from 'lit';
import type { FeedChange, FeedClient, FeedDeed } from '../../client/feed-client.js';
import type { FeedEvent } from '../../model/event.js';
import { EventLikeEvent } from '../events.js';
import type { Words } from '../words.js';

interface AnnouncerHost extends ReactiveControllerHost {
  readonly words: Words;
  readonly client: FeedClient | undefined;
  readonly offline: boolean;
}

/** What the reader is told beside the feed: a term. */
export type Notice = 'offline' | 'errorMark' | 'errorLike' | 'errorComment' | 'errorMore' | 'errorFind';

const FAILED: Partial<Record<FeedDeed, Notice>> = {
  mark: 'errorMark',
  like: 'errorLike',
  comment: 'errorComment',
};

/** Of the lists that show one feed, the one in which the reader did something last: only that one tells what came of it. */
const actors = new WeakMap<FeedClient, Announcer>();

/** That events wait is said no oftener. */
const NEWER_MS = 5000;

/** What the list tells its reader by itself. */
export class Announcer {
  /** Said to assistive technology; nothing on the first page. */
  text = '';
  /** Seen until the reader hides it or tries something else. */
  notice: Notice | undefined;
  readonly #host: AnnouncerHost;
  #newerAt = -NEWER_MS;
  /** What could not be liked, or no longer, by its thread: as it was before. */
  readonly #failed = new Map<string | undefined, FeedEvent>();

  constructor(host: AnnouncerHost) {
    this.#host = host;
  }

  /** Does again what failed; absent where that is of no use. */
  get again(): (() => void) | undefined {
    if (this.notice !== 'errorLike') return undefined;
    return () => {
      this.hide();
      const failed = [...this.#failed.values()];
      this.#failed.clear();
      for (const event of failed) void this.#host.client?.[event.thread?.liked ? 'unlike' : 'like'](event);
    };
  }

  readonly hide = (): void => {
    this.notice = undefined;
    this.#host.requestUpdate();
  };

  /** Another feed begins. */
  reset(): void {
    this.text = '';
    this.notice = undefined;
    this.#failed.clear();
  }

  say(term?: Notice): void {
    const text = term ? this.#host.words.term(term) : '';
    // Words are said a second time only when they are not the same.
    this.text = text && text === this.text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  warn(term: Notice): void {
    this.say(term);
    this.notice = term;
  }

  /** The reader likes or comments: here before the card and the host page hear of it. */
  readonly handleWish = (event: Event): void => {
    const { client, offline } = this.#host;
    this.hide();
    if (client) actors.set(client, this);
    if (event instanceof EventLikeEvent) this.#failed.delete(event.event.thread?.id);
    if (!offline) return;
    event.preventDefault();
    this.say('offline');
  };

  /** What the feed told. */
  note(change: FeedChange): void {
    const { client, words } = this.#host;
    switch (change.type) {
      case 'page':
        if (client && change.page.count < client.count)
          this.text = words.counted('loaded', change.page.count);
        break;
      case 'error': {
        const { doing, event } = change;
        const failed = FAILED[doing];
        if (failed && client && /like|comment/.test(doing) && actors.get(client) !== this) break;
        if (event) this.#failed.set(event.thread?.id, event);
        if (failed) this.warn(failed);
        // The gap itself shows it.
        else if (doing === 'gap') this.say('errorMore');
        break;
      }
      case 'newer':
        if (client) this.#noteNewer(client);
        break;
      case 'state':
        // The same words a second time are said only when they were gone in between.
        if (client?.status === 'loading') this.text = '';
    }
  }

  #noteNewer({ newerCount, newerIsMore }: FeedClient): void {
    const now = performance.now();
    if (newerCount === 0) this.text = '';
    else if (now - this.#newerAt >= NEWER_MS) {
      this.#newerAt = now;
      this.text = this.#host.words.counted('newer', newerCount, newerIsMore);
    }
  }
}
