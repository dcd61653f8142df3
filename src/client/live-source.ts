import type { FeedSource } from '../sources/source.js';

/** The server may say several things in a row; one look finds them all. */
const LOOK_AFTER_MS = 1000;

/** Hears from a source that something has changed, and then looks: once a second at most, one look after the other. */
export class LiveSource {
  readonly #source: FeedSource;
  readonly #look: () => Promise<void>;
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(source: FeedSource, look: () => Promise<void>) {
    this.#source = source;
    this.#look = look;
  }

  /** Begins to hear, or ends it. */
  hear(isWanted: boolean): void {
    if (isWanted === !!this.#end) return;
    const end = this.#end;
    this.#end = isWanted ? () => undefined : undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      if (isWanted) this.#end = this.#source.subscribe?.(this.#handleChange) ?? this.#end;
      else end?.();
    } catch (error) {
      console.error(error);
    }
  }

  readonly #handleChange = (): void => {
    if (this.#end) this.#timer ??= setTimeout(() => void this.#lookNow(), LOOK_AFTER_MS);
  };

  async #lookNow(): Promise<void> {
    this.#timer = undefined;
    await this.#look();
  }
}
