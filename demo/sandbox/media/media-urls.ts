/** Where the world's pictures and sounds are said to be; a handler of the sandbox answers for it. */
export const MEDIA_ORIGIN = 'https://media.sandbox.example';

export type Scene =
  'mountains' | 'sea' | 'city' | 'night' | 'forest' | 'field' | 'abstract' | 'track' | 'cup';

export const photoUrl = (scene: Scene, id: string, width: number, height: number) =>
  `${MEDIA_ORIGIN}/photos/${scene}/${id}/${width}x${height}.svg`;

/** `look`: m and f are faces, g is the emblem of a group. */
export const avatarUrl = (look: 'm' | 'f' | 'g', id: string, size: number) =>
  `${MEDIA_ORIGIN}/avatars/${look}/${id}/${size}x${size}.svg`;

export const iconUrl = (id: string) => `${MEDIA_ORIGIN}/icons/${id}/16x16.svg`;

export const audioUrl = (id: string) => `${MEDIA_ORIGIN}/audio/${id}.wav`;

export const clipUrl = `${MEDIA_ORIGIN}/clip.webm`;

/** Answers 200 and calls itself a PNG, but is none. */
export const brokenUrl = `${MEDIA_ORIGIN}/broken/upload.png`;
