// The seed's list of types is empty; this is the one that clients of the API have put together, so unknown codes
// are usual.
const CODES = {
  share: '5-26',
  video_share: '5-29',
  photo_upload: '1-1 5-22 5-47',
  video_upload: '1-2 5-21 5-44',
  music_add: '1-7',
  post: '3-1 3-23 3-25 5-41',
  community_post: '3-6 5-18 5-39',
  join: '3-3 5-20',
  leave: '3-5',
  avatar_change: '5-7',
  gift_send: '5-10',
  gift_receive: '5-11 5-37',
  app_add: '5-16',
  app_event: '5-17 5-24 5-28',
  friend_add: '5-1',
};

/** What the authors did, as a key of a locale's verbs, by a `type` of mail.ru. */
export function readMailruVerb(type = ''): string | undefined {
  return Object.entries(CODES).find(([, codes]) => codes.split(' ').includes(type))?.[0];
}
