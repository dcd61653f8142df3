type Optional<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];

/** What is left of `T` when every `undefined` has become an absent key. */
export type Present<T> = Omit<T, Optional<T>> & { [K in Optional<T>]?: Exclude<T[K], undefined> };

/** The record without the keys whose value is `undefined`: absent is absent in the model. */
export function present<T extends object>(record: T): Present<T>;
export function present(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
