import type { SafeUrl } from './safe-url.js';

/**
 * The one shape that every source turns its answer into: plain, readonly, already checked.
 * Whoever reads a FeedEvent never has to check a type, a length or a URL again. What is not known is undefined.
 */
export interface FeedEvent {
  /** Unique in its feed. A string end to end, exact at any length. */
  readonly id: string;
  /** `like` and `comment` wrap what was liked or commented on in {@link subevents}. */
  readonly kind: 'event' | 'like' | 'comment';
  /** The source's own code for what happened: `5-26`, `tweet`, `photo`. */
  readonly type?: string | undefined;
  /** What the authors did, as a key of the `verbs` of a locale: `share`, `photo_upload`. */
  readonly verb?: string | undefined;
  /** What the authors did it to, where the source tells it apart from the text: "liked *your photo*". */
  readonly object?: Thing | undefined;
  /** Where it was done: "added a photo to *Holidays*". */
  readonly target?: Thing | undefined;
  readonly time?: Date | undefined;
  /** Distinct authors; several when the event is aggregated. May be empty. */
  readonly authors: readonly Author[];
  /** At least `authors.length`; more when the source names only some of them. */
  readonly authorCount: number;
  readonly title?: string | undefined;
  /** What the author wrote. Line breaks are `\n`. */
  readonly text?: string | undefined;
  readonly description?: string | undefined;
  readonly attachments: readonly Attachment[];
  /** What was liked or commented on, or the members of an aggregated group. */
  readonly subevents: readonly FeedEvent[];
  /** At least `subevents.length`. */
  readonly subeventCount: number;
  /** Absent when the event can neither be liked nor commented on, and has neither likes nor comments to show. */
  readonly thread?: Thread | undefined;
  readonly actionLinks: readonly ActionLink[];
  readonly generator?: Generator | undefined;
  readonly url?: SafeUrl | undefined;
  readonly read?: boolean | undefined;
  readonly seen?: boolean | undefined;
  /** What the source calls the event when it is spoken to, where that is not the id. */
  readonly ref?: string | undefined;
  /** Fields of the source's own that the model has no place for, as text. The elements show none of them. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
}

/** What an event is about, as far as a sentence needs it. */
export interface Thing {
  readonly id?: string | undefined;
  /** To show; absent when the source gave nothing that a person could read. */
  readonly title?: string | undefined;
  readonly url?: SafeUrl | undefined;
}

/** A person or a group. Every field but the id may be missing on the wire. */
export interface Author {
  readonly id: string;
  /** The name to show; absent when the source gave none that can be seen. */
  readonly name?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly nick?: string | undefined;
  readonly url?: SafeUrl | undefined;
  /** A square picture for 28 to 50 px. */
  readonly avatar?: SafeUrl | undefined;
  /** A larger picture, up to 600 px. */
  readonly picture?: SafeUrl | undefined;
  readonly online?: boolean | undefined;
  readonly verified?: boolean | undefined;
  /** Some languages need it to choose the verb's form. */
  readonly sex?: 'male' | 'female' | undefined;
  /** `YYYY-MM-DD`. */
  readonly birthday?: string | undefined;
  /** City, region and country, as far as known. */
  readonly location?: string | undefined;
}

export type Attachment =
  LinkAttachment | ImageAttachment | VideoAttachment | AudioAttachment | UserAttachment | UnknownAttachment;

export interface LinkAttachment {
  readonly kind: 'link';
  readonly url: SafeUrl;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly image?: SafeUrl | undefined;
}

export interface ImageAttachment {
  readonly kind: 'image';
  /** The picture to show. */
  readonly src: SafeUrl;
  /** The original, when it is another file. */
  readonly fullSrc?: SafeUrl | undefined;
  /** CSS px of {@link src}; both or none. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Where a press on the picture leads. */
  readonly url?: SafeUrl | undefined;
  readonly alt?: string | undefined;
}

export interface VideoAttachment {
  readonly kind: 'video';
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly poster?: SafeUrl | undefined;
  /** CSS px of the poster; both or none. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** The video's own page. */
  readonly url?: SafeUrl | undefined;
  readonly player?: Player | undefined;
  /** Seconds. */
  readonly duration?: number | undefined;
}

/** A player that may be framed, or a file the browser plays itself. */
export interface Player {
  readonly type: 'frame' | 'file';
  readonly src: SafeUrl;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

export interface AudioAttachment {
  readonly kind: 'audio';
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly artist?: string | undefined;
  /** Seconds. */
  readonly duration?: number | undefined;
  /** The sound itself. */
  readonly src?: SafeUrl | undefined;
  /** A page about it. */
  readonly url?: SafeUrl | undefined;
}

export interface UserAttachment {
  readonly kind: 'user';
  readonly user: Author;
}

/** A kind this library does not know. Shown as a line of text, with a link where there is one. */
export interface UnknownAttachment {
  readonly kind: 'unknown';
  /** The source's own word for it. */
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: SafeUrl | undefined;
}

/** What can be liked and commented on, and what readers did with it so far. */
export interface Thread {
  readonly id: string;
  readonly likes: readonly Author[];
  /** At least `likes.length`. */
  readonly likeCount: number;
  /** The reader likes it. */
  readonly liked: boolean;
  /** The reader's own like, where the source needs it to take it back. */
  readonly likeId?: string | undefined;
  readonly comments: readonly Comment[];
  /** At least `comments.length`. */
  readonly commentCount: number;
  readonly likeable: boolean;
  readonly commentable: boolean;
}

export interface Comment {
  readonly id: string;
  readonly author?: Author | undefined;
  readonly text: string;
  readonly time?: Date | undefined;
  /**
   * The reader's own, written here: on its way to the source, refused by it, or accepted. Absent for what is read from the
   * source.
   */
  readonly state?: 'sending' | 'failed' | 'sent' | undefined;
}

export interface ActionLink {
  readonly text: string;
  readonly url: SafeUrl;
}

/** The app that made the event. */
export interface Generator {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly icon?: SafeUrl | undefined;
  readonly url?: SafeUrl | undefined;
}

/** One answer of a source. */
export interface Page {
  readonly events: readonly FeedEvent[];
  /** The place after which the next page starts; opaque. Absent at the end of the feed. */
  readonly skip?: string | undefined;
  /** The place of the newest event, for `FeedSource.newer`; opaque. */
  readonly newest?: string | undefined;
  readonly warnings: readonly FeedWarning[];
  /** How many events of the whole feed the reader has not opened yet. */
  readonly unread?: number | undefined;
  /** How many events of the whole feed the reader has not been shown yet. */
  readonly unseen?: number | undefined;
  readonly info?: FeedInfo | undefined;
}

/** About the feed itself, for its header. */
export interface FeedInfo {
  /** Who began it. */
  readonly author?: Author | undefined;
  /** What it began with. */
  readonly image?: ImageAttachment | undefined;
  readonly text?: string | undefined;
  readonly time?: Date | undefined;
  /** Only some people may see it. */
  readonly locked?: boolean | undefined;
  /** How many events it has in all. */
  readonly total?: number | undefined;
}

/** A part that was left out. It says where and why, never what stood there. */
export interface FeedWarning {
  /** `[3].attachments[0].url` */
  readonly path: string;
  readonly code: WarningCode;
}

export type WarningCode =
  | 'bad-type' // another JSON type than documented
  | 'bad-id' // an event, a comment or a user that cannot be told from others
  | 'bad-url' // not an address that is safe to link to or to load
  | 'bad-time' // no date, or one outside every calendar
  | 'bad-number'
  | 'duplicate' // an id that was there already
  | 'too-long' // a text cut at its limit
  | 'too-many' // a list cut at its limit
  | 'too-deep'; // a subevent below the fourth level
