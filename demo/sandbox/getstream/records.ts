import { Random } from '../random.js';
import { ApiError } from './api-error.js';
import { isRecord, type Json } from './json.js';
import { type Micros, writeTime } from './micro-time.js';

interface Stored {
  readonly id: string;
  readonly data: Json;
  readonly created: Micros;
  readonly updated: Micros;
}

/** The users, or the objects of one collection. */
export class Records {
  readonly #now: () => Micros;
  readonly #collection: string | undefined;
  readonly #stored = new Map<string, Stored>();

  /** Without `collection` they are users. */
  constructor(now: () => Micros, collection?: string) {
    this.#now = now;
    this.#collection = collection;
  }

  find(id: string): Json | undefined {
    const stored = this.#stored.get(id);
    if (!stored) return undefined;
    const { data, created, updated } = stored;
    return {
      created_at: `${writeTime(created)}Z`,
      updated_at: `${writeTime(updated)}Z`,
      id,
      ...(this.#collection !== undefined && {
        collection: this.#collection,
        foreign_id: `${this.#collection}:${id}`,
      }),
      data,
    };
  }

  get(id: string): Json {
    const found = this.find(id);
    if (!found) throw new ApiError(16, `${this.#collection ?? 'User'} with this id does not exist.`);
    return found;
  }

  /** An id is made where none is given. */
  add(id: string | undefined, data: unknown, otherwise: 'conflict' | 'get' = 'conflict'): Json {
    const key = id ?? Random.of(String(this.#now())).hex(24);
    if (!this.#stored.has(key)) this.put(key, data);
    else if (otherwise === 'conflict') {
      throw new ApiError(22, `${this.#collection ?? 'User'} with this id already exists.`);
    }
    return this.get(key);
  }

  update(id: string, data: unknown): Json {
    this.get(id);
    return this.put(id, data);
  }

  put(id: string, data: unknown): Json {
    const now = this.#now();
    const created = this.#stored.get(id)?.created ?? now;
    this.#stored.set(id, { id, data: isRecord(data) ? data : {}, created, updated: now });
    return this.get(id);
  }

  remove(id: string): void {
    this.get(id);
    this.#stored.delete(id);
  }
}
