/** What the API's answers are made of, under its own names. */
export interface PiictuUser {
  readonly id: string;
  readonly username: string;
  readonly fullname: string | null;
  readonly avatar_url: string;
}

export interface PiictuPhoto {
  readonly caption: string;
  readonly created_at: string;
  readonly seq: number;
  readonly stream_id: string;
  readonly from: PiictuUser;
  readonly id: string;
  readonly thumbnail: string;
  readonly url: string;
}

export interface PiictuStream {
  readonly id: string;
  readonly seq: number;
  readonly locked: boolean;
  readonly from: PiictuUser;
  /** `username` of those who may see it when it is locked, beside its creator. */
  readonly mentioned: readonly string[];
  /** Newest first: `seq` falls. */
  readonly photos: readonly PiictuPhoto[];
  /** By id of the photo. The API sorts by them and tells nobody. */
  readonly likes: ReadonlyMap<string, number>;
}
