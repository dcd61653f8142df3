import { ApiError, HttpError } from '../../../src/http/errors.js';
import type { FeedEvent } from '../../../src/model/event.js';
import type { FeedSource, PageRequest } from '../../../src/sources/source.js';
import { event } from './fake-source.js';

/**
 * A list of events that changes, newest first, ids only rise. Places are ids, as with mail.ru: a page starts after the
 * event that `skip` names, and where that was deleted there is an error.
 */
export class ChangingServer implements FeedSource {
  readonly name = 'changing';
  stored: FeedEvent[] = [];
  failures = 0;
  /** Places and likes that were asked for, in order. */
  readonly asked: string[] = [];
  #newest = 0;

  constructor(size: number) {
    for (let number = 0; number < size; number++) this.insert();
  }

  get ids(): string[] {
    return this.stored.map(({ id }) => id);
  }

  insert(count = 1): void {
    for (let number = 0; number < count; number++) {
      const id = String(++this.#newest);
      const thread = { id, likes: [], likeCount: 0, liked: false, comments: [], commentCount: 0 };
      this.stored.unshift({ ...event(id), thread: { ...thread, likeable: true, commentable: true } });
    }
  }

  delete(...ids: string[]): void {
    this.stored = this.stored.filter(({ id }) => !ids.includes(id));
  }

  async page({ skip, limit }: Pick<PageRequest, 'skip' | 'limit'>) {
    await this.#answer(skip ?? 'first');
    const at = this.stored.findIndex(({ id }) => id === skip);
    if (skip !== undefined && at < 0) throw new ApiError('No such event.', { code: 100, advice: 'setup' });
    const events = this.stored.slice(at + 1, at + 1 + limit);
    const isEnd = at + 1 + limit >= this.stored.length;
    return { events, warnings: [], skip: isEnd ? undefined : events.at(-1)?.id };
  }

  async like({ id }: FeedEvent) {
    await this.#answer(`like ${id}`);
    return this.#like(id, true);
  }

  async unlike({ id }: FeedEvent) {
    await this.#answer(`unlike ${id}`);
    this.#like(id, false);
  }

  async #answer(what: string): Promise<void> {
    this.asked.push(what);
    await Promise.resolve();
    if (this.failures === 0) return;
    this.failures -= 1;
    throw new HttpError('No.', { status: 503 });
  }

  #like(of: string, liked: boolean): undefined {
    this.stored = this.stored.map((item) =>
      item.id === of && item.thread
        ? { ...item, thread: { ...item.thread, liked, likeCount: Number(liked) } }
        : item,
    );
  }
}
