import { registerTranslation, type Translation } from '@shoelace-style/localize';

/** Who did it, as far as a language's grammar asks: how many, and of what sex where there is one. */
export interface Doers {
  readonly count: number;
  readonly sex?: 'male' | 'female';
}

/** Chooses the form of a number's noun: `one`, `few`, `many`, `other`. */
export type PluralForm = Intl.LDMLPluralRule;

const verbs: Readonly<Record<string, string>> = {
  share: 'shared a link',
  video_share: 'shared a video',
  photo_upload: 'added photos',
  video_upload: 'added a video',
  music_add: 'added music',
  post: 'wrote a post',
  community_post: 'posted in a community',
  join: 'joined a community',
  leave: 'left a community',
  avatar_change: 'changed the profile picture',
  gift_send: 'sent a gift',
  gift_receive: 'received a gift',
  app_add: 'added an app',
  app_event: 'has news from an app',
  friend_add: 'made a new friend',
  like: 'likes this',
  comment: 'commented',
};

/**
 * Every text of the elements. Another language is an object of the same shape.
 * A number comes written out for the reader (`n`) and with its plural form (`form`).
 */
const messages = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as const,

  feed: "What's new",
  loaded: (n: string, form: PluralForm) => `${n} more ${form === 'one' ? 'event' : 'events'}`,
  loadMore: 'Load more',
  tryAgain: 'Try again',
  empty: 'Nothing new yet',
  end: 'You have read everything',
  endSince: (date: string) => `You have read everything since ${date}`,
  skip: 'Skip the feed',

  someone: 'Someone',
  user: 'User',
  others: (n: string, form: PluralForm) => `${n} ${form === 'one' ? 'other' : 'others'}`,
  verb: (key: string, _doers: Doers) => (Object.hasOwn(verbs, key) ? (verbs[key] ?? '') : ''),
  via: 'via',
  about: (name: string) => `About ${name}`,
  online: 'online',
  verified: 'verified',
  born: (date: string) => `born ${date}`,
  justNow: 'just now',
  showMore: 'Show more',
  showLess: 'Show less',
  likes: (n: string, form: PluralForm) => `${n} ${form === 'one' ? 'like' : 'likes'}`,
  liked: 'you like this',
  comments: (n: string, form: PluralForm) => `${n} ${form === 'one' ? 'comment' : 'comments'}`,
  allComments: (n: string) => `Show all ${n} comments`,
  fewerComments: 'Show fewer comments',

  link: 'Link',
  image: 'Picture',
  moreImages: (n: string, form: PluralForm) => `Show ${n} more ${form === 'one' ? 'picture' : 'pictures'}`,
  video: 'Video',
  audio: 'Audio',
  play: (title: string) => `Play: ${title}`,
  cannotPlay: 'This cannot be played here',
  attachment: 'Attachment',

  errorMore: 'Could not load older events. What you have read is still here.',
  errorNetwork: 'Could not reach the server. Check your connection.',
  errorServer: 'The server could not answer. Try again later.',
  errorSignIn: 'Your session has ended. Sign in again.',
  errorForbidden: 'You may not see this feed.',
  errorSetup: (detail: string) => `This feed is not set up right. ${detail}`,
  errorWait: (seconds: string) => `The server asks to wait ${seconds} s.`,
  errorCard: 'This event cannot be shown.',
};

/** Terms typed from the English file: a language that lacks one does not compile. */
export type Messages = Omit<typeof messages, '$dir'> & Translation;

registerTranslation(messages);
