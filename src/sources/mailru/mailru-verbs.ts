// Type codes and, where there is one, the API's `type_name` for the same thing. The seed's list of types is
// empty; this is the one that clients of the API have put together, so unknown codes are usual.
const CODES = {
  share: '5-26 share',
  video_share: '5-29',
  photo_upload: '1-1 5-22 5-47 photo_upload community_photo_upload',
  video_upload: '1-2 5-21 5-44 video_upload community_video_upload',
  music_add: '1-7 music_add',
  post: '3-1 3-23 3-25 5-41 micropost user_post',
  community_post: '3-6 5-18 5-39 community_post',
  join: '3-3 5-20 user_community_actions_enter',
  leave: '3-5 user_community_actions_leave',
  avatar_change: '5-7 avatar_change',
  gift_send: '5-10 gift_send',
  gift_receive: '5-11 5-37 gift_received gift_receive_multi',
  app_add: '5-16 app_add',
  app_event: '5-17 5-24 5-28 app_info2',
  friend_add: '5-1',
};

const verbs = new Map(
  Object.entries(CODES).flatMap(([verb, codes]) => codes.split(' ').map((code) => [code, verb] as const)),
);

/** What the authors did, as a key of a locale's verbs, by a `type` or `type_name` of mail.ru. */
export function readMailruVerb(code: string | undefined): string | undefined {
  return code === undefined ? undefined : verbs.get(code);
}
