import type { Scene } from '../media/media-urls.js';
import type { PersonKey } from '../people.js';

/** Something that happened, as its people would tell it; the world turns it into an event. */
export interface Story {
  /** Several when many did the same. */
  readonly by: PersonKey | readonly PersonKey[];
  /** mail.ru's code for what happened. */
  readonly type: string;
  readonly title?: string;
  readonly text?: string;
  readonly description?: string;
  readonly has?: readonly Thing[];
  readonly comments?: readonly (readonly [PersonKey, string])[];
  readonly likes?: number;
  readonly actions?: readonly (readonly [text: string, url: string])[];
  readonly app?: AppKey;
}

/** A place in the feed: a story, or somebody's like of or comment on an older one. */
export type Slot = Story | 'like' | 'comment';

/** What is attached. */
export type Thing =
  | { readonly is: 'photos'; readonly scene: Scene; readonly count: number; readonly shape?: PhotoShape }
  | { readonly is: 'link'; readonly text: string; readonly url: string }
  | { readonly is: 'video'; readonly title: string; readonly scene: Scene; readonly player: PlayerKind }
  | { readonly is: 'music'; readonly title: string; readonly artist: string; readonly seconds: number }
  | { readonly is: 'person'; readonly who: PersonKey }
  | { readonly is: 'group'; readonly who: PersonKey }
  | { readonly is: 'app'; readonly app: AppKey }
  | { readonly is: 'gift'; readonly from: PersonKey; readonly to: PersonKey; readonly text: string }
  | { readonly is: 'avatar' }
  | { readonly is: 'tag'; readonly tag: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'broken' };

/** `bare`: nothing but the address. `linked`: a press leads to a page. */
export type PhotoShape = 'wide' | 'tall' | 'square' | 'panorama' | 'bare' | 'linked';

export type PlayerKind = 'youtube' | 'vimeo' | 'mailru' | 'file' | 'none';

export type AppKey = 'crab' | 'tracker' | 'lantern' | 'riddle' | 'darkroom';

export const photos = (scene: Scene, count = 1, shape: PhotoShape = 'wide'): Thing => ({
  is: 'photos',
  scene,
  count,
  shape,
});

export const link = (text: string, url: string): Thing => ({ is: 'link', text, url });

export const video = (title: string, scene: Scene, player: PlayerKind): Thing => ({
  is: 'video',
  title,
  scene,
  player,
});

export const music = (artist: string, title: string, seconds: number): Thing => ({
  is: 'music',
  title,
  artist,
  seconds,
});
