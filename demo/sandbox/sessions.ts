import { Random } from './random.js';
import { vendorExample } from './vendor-example.js';

/** mail.ru's sessions of the one visitor that the sandbox has. One is valid at a time. */
export class Sessions {
  readonly uid = vendorExample.uid;
  #key: string = vendorExample.sessionKey;

  get key(): string {
    return this.#key;
  }

  /** Whose session it is; undefined once it has expired. */
  userOf(key: string): string | undefined {
    return key === this.#key ? this.uid : undefined;
  }

  /** From now on only the key that a new token brings is valid. */
  expire(): void {
    this.#key = Random.of(this.#key).hex(32);
  }
}
