import type { SafeUrl } from './safe-url.js';

/**
 * The one shape that every source turns its answer into: plain, readonly, already checked.
 * Whoever reads a FeedEvent never has to check a type, a length or a URL again.
 */
export interface FeedEvent {
  /** Unique in its feed. A string end to end, exact at any length. */
  readonly id: string;
  /** `like` and `comment` wrap what was liked or commented on in {@link subevents}. */
  readonly kind: 'event' | 'like' | 'comment';
  /** The source's own code for what happened: `5-26`, `tweet`, `photo`. */
  readonly type?: string;
  /** What the authors did, as a key of the `verbs` of a locale: `share`, `photo_upload`. */
  readonly verb?: string;
  readonly time?: Date;
  /** Distinct authors; several when the event is aggregated. May be empty. */
  readonly authors: readonly Author[];
  /** At least `authors.length`; more when the source names only some of them. */
  readonly authorCount: number;
  readonly title?: string;
  /** What the author wrote. Line breaks are `\n`. */
  readonly text?: string;
  readonly description?: string;
  readonly attachments: readonly Attachment[];
  /** What was liked or commented on, or the members of an aggregated group. */
  readonly subevents: readonly FeedEvent[];
  readonly subeventCount: number;
  /** Absent when the event can neither be liked nor commented on. */
  readonly thread?: Thread;
  readonly actionLinks: readonly ActionLink[];
  readonly generator?: Generator;
  readonly url?: SafeUrl;
  readonly read?: boolean;
  readonly seen?: boolean;
}

/** A person or a group. Every field but the id may be missing on the wire. */
export interface Author {
  readonly id: string;
  /** The name to show; absent when the source gave none that can be seen. */
  readonly name?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly nick?: string;
  readonly url?: SafeUrl;
  /** A square picture for 28 to 50 px. */
  readonly avatar?: SafeUrl;
  /** A larger picture, up to 600 px. */
  readonly picture?: SafeUrl;
  readonly online?: boolean;
  readonly verified?: boolean;
  /** Some languages need it to choose the verb's form. */
  readonly sex?: 'male' | 'female';
  /** `YYYY-MM-DD`. */
  readonly birthday?: string;
  /** City, region and country, as far as known. */
  readonly location?: string;
}

export type Attachment =
  LinkAttachment | ImageAttachment | VideoAttachment | AudioAttachment | UserAttachment | UnknownAttachment;

export interface LinkAttachment {
  readonly kind: 'link';
  readonly url: SafeUrl;
  readonly title?: string;
  readonly description?: string;
  readonly image?: SafeUrl;
}

export interface ImageAttachment {
  readonly kind: 'image';
  /** The picture to show. */
  readonly src: SafeUrl;
  /** The original, when it is another file. */
  readonly fullSrc?: SafeUrl;
  /** CSS px of {@link src}; both or none. */
  readonly width?: number;
  readonly height?: number;
  /** Where a press on the picture leads. */
  readonly url?: SafeUrl;
  readonly alt?: string;
}

export interface VideoAttachment {
  readonly kind: 'video';
  readonly title?: string;
  readonly description?: string;
  readonly poster?: SafeUrl;
  /** CSS px of the poster; both or none. */
  readonly width?: number;
  readonly height?: number;
  /** The video's own page. */
  readonly url?: SafeUrl;
  readonly player?: Player;
  /** Seconds. */
  readonly duration?: number;
}

/** A player that may be framed, or a file the browser plays itself. */
export interface Player {
  readonly type: 'frame' | 'file';
  readonly src: SafeUrl;
  readonly width?: number;
  readonly height?: number;
}

export interface AudioAttachment {
  readonly kind: 'audio';
  readonly id?: string;
  readonly title?: string;
  readonly artist?: string;
  /** Seconds. */
  readonly duration?: number;
  /** The sound itself. */
  readonly src?: SafeUrl;
  /** A page about it. */
  readonly url?: SafeUrl;
}

export interface UserAttachment {
  readonly kind: 'user';
  readonly user: Author;
}

/** A kind this library does not know. Shown as a line of text, with a link where there is one. */
export interface UnknownAttachment {
  readonly kind: 'unknown';
  /** The source's own word for it. */
  readonly type?: string;
  readonly title?: string;
  readonly url?: SafeUrl;
}

/** What can be liked and commented on, and what readers did with it so far. */
export interface Thread {
  readonly id: string;
  readonly likes: readonly Author[];
  /** At least `likes.length`. */
  readonly likeCount: number;
  /** The reader likes it. */
  readonly liked: boolean;
  readonly comments: readonly Comment[];
  /** At least `comments.length`. */
  readonly commentCount: number;
  readonly likeable: boolean;
  readonly commentable: boolean;
}

export interface Comment {
  readonly id: string;
  readonly author?: Author;
  readonly text: string;
  readonly time?: Date;
}

export interface ActionLink {
  readonly text: string;
  readonly url: SafeUrl;
}

/** The app that made the event. */
export interface Generator {
  readonly id?: string;
  readonly title?: string;
  readonly icon?: SafeUrl;
  readonly url?: SafeUrl;
}

/** One answer of a source. */
export interface Page {
  readonly events: readonly FeedEvent[];
  /** The place after which the next page starts; opaque. Absent at the end of the feed. */
  readonly skip?: string;
  readonly warnings: readonly FeedWarning[];
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
