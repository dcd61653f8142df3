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
  readonly subeventCount: number;
  /** Absent when the event can neither be liked nor commented on. */
  readonly thread?: Thread | undefined;
  readonly actionLinks: readonly ActionLink[];
  readonly generator?: Generator | undefined;
  readonly url?: SafeUrl | undefined;
  readonly read?: boolean | undefined;
  readonly seen?: boolean | undefined;
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
