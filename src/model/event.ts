import type { SafeUrl } from './safe-url.js';

/**
 * The shape every source produces: plain, readonly, already checked. You never need to check a type, a length or a URL
 * again. Unknown values are undefined.
 */
export interface FeedEvent {
  /** Unique in its feed. A string, exact at any length. */
  readonly id: string;
  /** `like` and `comment` wrap what was liked or commented on in {@link subevents}. */
  readonly kind: 'event' | 'like' | 'comment';
  /** The source's code for what happened: `5-26`, `tweet`, `photo`. */
  readonly type?: string | undefined;
  /** What the authors did, as a key of the `verbs` of a locale: `share`, `photo_upload`. */
  readonly verb?: string | undefined;
  /** What the authors did it to, if the source separates it from the text: "liked *your photo*". */
  readonly object?: Thing | undefined;
  /** Where they did it: "added a photo to *Holidays*". */
  readonly target?: Thing | undefined;
  readonly time?: Date | undefined;
  /** Distinct authors; several if the event is aggregated. May be empty. */
  readonly authors: readonly Author[];
  /** At least `authors.length`; more if the source names only some. */
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
  /** Absent if the event has no likes or comments and cannot get any. */
  readonly thread?: Thread | undefined;
  readonly actionLinks: readonly ActionLink[];
  readonly generator?: Generator | undefined;
  readonly url?: SafeUrl | undefined;
  readonly read?: boolean | undefined;
  readonly seen?: boolean | undefined;
  /** The source's own reference to the event in requests, if it is not the ID. */
  readonly ref?: string | undefined;
  /** Other fields of the source, as text. The elements do not show them. */
  readonly custom?: Readonly<Record<string, string>> | undefined;
}

/** What an event is about, for its sentence. */
export interface Thing {
  readonly id?: string | undefined;
  /** Absent if the source has no readable text. */
  readonly title?: string | undefined;
  readonly url?: SafeUrl | undefined;
}

/** A person or a group. Every field but the ID may be missing. */
export interface Author {
  readonly id: string;
  /** The name to show; absent if the source has no visible one. */
  readonly name?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly nick?: string | undefined;
  readonly url?: SafeUrl | undefined;
  /** A square picture, shown at 28 to 50 px. */
  readonly avatar?: SafeUrl | undefined;
  /** A larger picture, up to 600 px. */
  readonly picture?: SafeUrl | undefined;
  readonly online?: boolean | undefined;
  readonly verified?: boolean | undefined;
  /** Some languages need it to choose the verb's form. */
  readonly sex?: 'male' | 'female' | undefined;
  /** `YYYY-MM-DD`. */
  readonly birthday?: string | undefined;
  /** City, region and country, if known. */
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
  /** The original, if it is a different file. */
  readonly fullSrc?: SafeUrl | undefined;
  /** In CSS px, for {@link src}; both or none. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Where the picture links to. */
  readonly url?: SafeUrl | undefined;
  readonly alt?: string | undefined;
}

export interface VideoAttachment {
  readonly kind: 'video';
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly poster?: SafeUrl | undefined;
  /** In CSS px, for the poster; both or none. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** The video's own page. */
  readonly url?: SafeUrl | undefined;
  readonly player?: Player | undefined;
  /** Seconds. */
  readonly duration?: number | undefined;
}

/** A player to frame, or a file the browser plays itself. */
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
  /** The audio file. */
  readonly src?: SafeUrl | undefined;
  /** A page about it. */
  readonly url?: SafeUrl | undefined;
}

export interface UserAttachment {
  readonly kind: 'user';
  readonly user: Author;
}

/** An unknown kind. Shown as a line of text, with a link if there is one. */
export interface UnknownAttachment {
  readonly kind: 'unknown';
  /** The source's own word for it. */
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: SafeUrl | undefined;
}

/** An event's likes and comments. */
export interface Thread {
  readonly id: string;
  readonly likes: readonly Author[];
  /** At least `likes.length`. */
  readonly likeCount: number;
  /** The reader likes it. */
  readonly liked: boolean;
  /** The ID of the reader's like, if the source needs it for an unlike. */
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
   * For a comment written here: being sent, failed, or accepted. Absent for comments from the source.
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

/** One response of a source. */
export interface Page {
  readonly events: readonly FeedEvent[];
  /** An opaque cursor for the next page. Absent at the end of the feed. */
  readonly skip?: string | undefined;
  /** An opaque cursor for the newest event, for `FeedSource.newer`. */
  readonly newest?: string | undefined;
  readonly warnings: readonly FeedWarning[];
  /** How many events in the whole feed the reader has not opened. */
  readonly unread?: number | undefined;
  /** How many events in the whole feed the reader has not been shown. */
  readonly unseen?: number | undefined;
  readonly info?: FeedInfo | undefined;
}

/** About the feed itself, for its header. */
export interface FeedInfo {
  /** Who started it. */
  readonly author?: Author | undefined;
  /** The picture it started with. */
  readonly image?: ImageAttachment | undefined;
  readonly text?: string | undefined;
  readonly time?: Date | undefined;
  /** Only some people may see it. */
  readonly locked?: boolean | undefined;
  /** The total number of events. */
  readonly total?: number | undefined;
}

/** A part that was left out: where and why, never its content. */
export interface FeedWarning {
  /** `[3].attachments[0].url` */
  readonly path: string;
  readonly code: WarningCode;
}

export type WarningCode =
  | 'bad-type' // another JSON type than documented
  | 'bad-id' // an event, a comment or a user that cannot be told from others
  | 'bad-url' // not a URL that is safe to link to or to load
  | 'bad-time' // not a date, or outside every calendar
  | 'bad-number'
  | 'duplicate' // an id that was there already
  | 'too-long' // a text cut at its limit
  | 'too-many' // a list cut at its limit
  | 'too-deep'; // a subevent below the fourth level
