/** What mail.ru's answers are made of before they are written as JSON or XML. */
export type WireValue = string | number | WireRecord | readonly WireRecord[];

export interface WireRecord {
  readonly [name: string]: WireValue | undefined;
}

export interface WireUser extends WireRecord {
  readonly uid: string;
}

export interface WireEvent extends WireRecord {
  readonly id: string;
  readonly subtype?: 'event' | 'like' | 'comment';
}
