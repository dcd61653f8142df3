// The seed's list of types is empty; this is the one that clients of the API have put together, so unknown codes
// are usual.
const VERBS: Readonly<Record<string, string | null>> = {
  // Nothing but these is a key.
  __proto__: null,
  '5-26': 'share',
  '5-29': 'video_share',
  '1-1': 'photo_upload',
  '5-22': 'photo_upload',
  '5-47': 'photo_upload',
  '1-2': 'video_upload',
  '5-21': 'video_upload',
  '5-44': 'video_upload',
  '1-7': 'music_add',
  '3-1': 'post',
  '3-23': 'post',
  '3-25': 'post',
  '5-41': 'post',
  '3-6': 'community_post',
  '5-18': 'community_post',
  '5-39': 'community_post',
  '3-3': 'join',
  '5-20': 'join',
  '3-5': 'leave',
  '5-7': 'avatar_change',
  '5-10': 'gift_send',
  '5-11': 'gift_receive',
  '5-37': 'gift_receive',
  '5-16': 'app_add',
  '5-17': 'app_event',
  '5-24': 'app_event',
  '5-28': 'app_event',
  '5-1': 'friend_add',
};

/** What the authors did, as a key of a locale's verbs, by a `type` of mail.ru. */
export function readMailruVerb(type = ''): string | undefined {
  return VERBS[type] ?? undefined;
}
