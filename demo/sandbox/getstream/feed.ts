import type { Activity } from './activity.js';

/** An activity in a feed. */
export interface Entry {
  readonly activity: Activity;
  /** The feed that it came from; null where it was added. */
  readonly origin: string | null;
}

/** How it came here: `own`, `to`, or the followed feed's id. The same activity may come in several ways. */
export type Way = string;

interface Place {
  readonly origin: string | null;
  readonly ways: Set<Way>;
}

/** One feed: which activities are in it, and which of its groups have been read. */
export class Feed {
  /** The names of groups. */
  readonly read = new Set<string>();
  readonly seen = new Set<string>();
  readonly #activities: ReadonlyMap<string, Activity>;
  readonly #places = new Map<string, Place>();
  #entries: readonly Entry[] | undefined;

  constructor(activities: ReadonlyMap<string, Activity>) {
    this.#activities = activities;
  }

  /** Newest first. */
  get entries(): readonly Entry[] {
    this.#entries ??= [...this.#places]
      .flatMap(([id, { origin }]) => {
        const activity = this.#activities.get(id);
        return activity ? [{ activity, origin }] : [];
      })
      .sort((a, b) => (a.activity.order < b.activity.order ? 1 : -1));
    return this.#entries;
  }

  /** What was added here or sent here, in place of what came from followed feeds. */
  get ownIds(): string[] {
    return this.entries.map(({ activity }) => activity.id).filter((id) => this.isOwn(id));
  }

  isOwn(id: string): boolean {
    return this.came(id, 'own') || this.came(id, 'to');
  }

  came(id: string, way: Way): boolean {
    return this.#places.get(id)?.ways.has(way) === true;
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  /** Whether it was not here before. */
  put(id: string, way: Way, origin: string | null): boolean {
    this.#entries = undefined;
    const place = this.#places.get(id);
    place?.ways.add(way);
    if (!place) this.#places.set(id, { origin, ways: new Set([way]) });
    return !place;
  }

  /** Takes away one way, or the activity altogether. */
  drop(id: string, way?: Way): void {
    this.#entries = undefined;
    const place = this.#places.get(id);
    if (way !== undefined) place?.ways.delete(way);
    if (way === undefined || place?.ways.size === 0) this.#places.delete(id);
  }

  /** Takes away all that came by following `target`. */
  dropWay(target: Way): void {
    for (const id of [...this.#places.keys()]) if (this.came(id, target)) this.drop(id, target);
  }

  /** Forgets the sorted list: an activity has changed. */
  refresh(): void {
    this.#entries = undefined;
  }
}
