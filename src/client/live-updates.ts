import type { FeedSource } from '../sources/source.js';

/** The server may say several things in a row; one check finds them all. */
const CHECK_AFTER_MS = 1000;

/** Hears from a source that something has changed, and then checks: once a second at most, one check after the other. */
export class LiveUpdates {
  readonly #source: FeedSource;
  readonly #check: () => Promise<void>;
  /** Ends the subscription; there while it is wanted. */
  #end: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(source: FeedSource, check: () => Promise<void>) {
    this.#source = source;
    this.#check = check;
  }

  /** Begins to listen, or ends it. */
  listen(isWanted: boolean): void {
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
    if (this.#end) this.#timer ??= setTimeout(() => void this.#checkNow(), CHECK_AFTER_MS);
  };

  async #checkNow(): Promise<void> {
    this.#timer = undefined;
    await this.#check();
  }
}
