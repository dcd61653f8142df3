import { Random } from '../random.js';
import { ApiError } from './api-error.js';
import type { Json } from './json.js';
import type { Micros } from './micro-time.js';

export interface Reaction {
  readonly id: string;
  readonly kind: string;
  readonly userId: string;
  /** Of the activity, also for a reaction to a reaction. */
  readonly activityId: string;
  /** Of the reaction that this one is about, or ''. */
  readonly parent: string;
  readonly data: Json;
  readonly targetFeeds: readonly string[];
  readonly created: Micros;
  readonly updated: Micros;
}

export type NewReaction = Omit<Reaction, 'id' | 'created' | 'updated'> & { readonly id?: string | undefined };

/** Likes, comments and whatever else users say about activities, and about each other's reactions. */
export class Reactions {
  readonly #now: () => Micros;
  readonly #random = new Random(4);
  readonly #all = new Map<string, Reaction>();
  /** By what they are about: an activity or a reaction. Oldest first. */
  readonly #about = new Map<string, Reaction[]>();

  constructor(now: () => Micros) {
    this.#now = now;
  }

  get(id: string): Reaction {
    const found = this.#all.get(id);
    if (!found) throw new ApiError(16, 'Reaction with this id does not exist.');
    return found;
  }

  find(id: string): Reaction | undefined {
    return this.#all.get(id);
  }

  /** Newest first. */
  about(id: string): readonly Reaction[] {
    return this.#about.get(id)?.toReversed() ?? [];
  }

  /** Newest first. */
  by(userId: string): readonly Reaction[] {
    return [...this.#all.values()].filter((reaction) => reaction.userId === userId).reverse();
  }

  /** `at` is for what happened before the sandbox began. */
  add({ id, ...raw }: NewReaction, at = this.#now()): Reaction {
    if (id !== undefined && this.#all.has(id))
      throw new ApiError(22, 'Reaction with this id already exists.');
    const reaction = { ...raw, id: id ?? this.#uuid(), created: at, updated: at };
    this.#all.set(reaction.id, reaction);
    const about = reaction.parent || reaction.activityId;
    const others = this.#about.get(about);
    if (others) others.push(reaction);
    else this.#about.set(about, [reaction]);
    return reaction;
  }

  update(id: string, data: Json): Reaction {
    const updated = { ...this.get(id), data, updated: this.#now() };
    this.#all.set(id, updated);
    this.#replace(updated, [updated]);
    return updated;
  }

  /** With all that was said about it. */
  remove(id: string): void {
    const reaction = this.get(id);
    for (const child of this.about(id)) this.remove(child.id);
    this.#all.delete(id);
    this.#replace(reaction, []);
  }

  #replace({ id, parent, activityId }: Reaction, by: readonly Reaction[]): void {
    const others = this.#about.get(parent || activityId) ?? [];
    const index = others.findIndex((reaction) => reaction.id === id);
    if (index >= 0) others.splice(index, 1, ...by);
  }

  // Version 4: nothing can be told from its order.
  #uuid(): string {
    const [a = '', b = '', c = '', d = ''] = [1, 2, 3, 4].map(() => this.#word());
    return `${a}-${b.slice(4)}-4${b.slice(1, 4)}-a${c.slice(5)}-${c.slice(0, 4)}${d}`;
  }

  #word(): string {
    return Math.floor(this.#random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  }
}
