import { registerTranslation, type Translation } from '@shoelace-style/localize';
import { registerVerbs } from './verbs.js';

/** The plural form for a number: `one`, `few`, `many`, `other`. */
export type PluralForm = Intl.LDMLPluralRule;

registerVerbs('en', {
  share: 'shared[ {object}| a link][ in {target}]',
  video_share: 'shared a video',
  photo_upload: 'added photos[ to {target}]',
  photo: 'added a photo',
  video_upload: 'added a video[ to {target}]',
  music_add: 'added music',
  post: 'wrote a post[: {object}][ in {target}]',
  community_post: 'posted in a community',
  join: 'joined[ {object}| a community]',
  leave: 'left[ {object}| a community]',
  avatar_change: 'changed their profile picture',
  gift_send: 'sent a gift',
  gift_receive: 'received a gift',
  app_add: 'added an app',
  app_event: 'ha{s|s|ve} news from an app',
  friend_add: 'made a new friend',
  like: 'like{s|s|}[ {object}| this]',
  comment: 'commented[ on {object}]',
  tweet: 'tweeted[ {object}]',
  add: 'added[ {object}| something][ to {target}]',
  upload: 'uploaded[ {object}| something][ to {target}]',
  pin: 'pinned[ {object}| something][ to {target}]',
  repost: 'reposted[ {object}| this]',
  follow: 'started following[ {object}| someone]',
  watch: 'watched[ {object}| something]',
  feed_start: 'started this feed',
});

const counted = (noun: string) => (n: string, form: PluralForm) => `${n} ${noun}${form === 'one' ? '' : 's'}`;

/**
 * All UI texts. Another language is an object of the same shape.
 * A number comes formatted for the reader (`n`) and with its plural form (`form`).
 */
const messages = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr' as const,

  feed: "What's new",
  loaded: counted('more event'),
  loadMore: 'Load more',
  tryAgain: 'Try again',
  empty: 'Nothing new yet',
  end: "That's everything",
  endSince: (date: string) => `That's everything since ${date}`,
  skip: 'Skip the feed',
  unseen: (n: string, _form: PluralForm) => `${n} new`,
  newer: counted('new event'),
  gap: 'Load missing events',
  offline: 'You are offline. Loaded events stay here.',
  readAll: 'Mark all as read',
  locked: 'Locked',

  someone: 'Someone',
  user: 'User',
  others: counted('other'),
  unread: 'unread',
  events: counted('event'),
  show: (what: string) => `Show ${what}`,
  hide: 'Hide',
  /** For a verb without a phrase: see `registerVerbs`. */
  verb: '{verb}[ {object}][ to {target}]',
  via: 'via',
  about: (name: string) => `About ${name}`,
  online: 'online',
  verified: 'verified',
  born: (date: string) => `born ${date}`,
  justNow: 'just now',
  showMore: 'Show more',
  showLess: 'Show less',
  likes: counted('like'),
  liked: 'you like this',
  comments: counted('comment'),
  like: 'Like',
  comment: 'Comment',
  writeComment: 'Write a comment…',
  send: 'Send',
  you: 'You',
  sending: 'Sending…',
  notSent: 'Not sent.',
  edit: 'Edit',
  allComments: (n: string) => `Show all ${n} comments`,

  image: 'Picture',
  moreImages: (n: string) => `Pictures: ${n}`,
  video: 'Video',
  audio: 'Audio',
  play: (title: string) => `Play: ${title}`,
  cannotPlay: 'This cannot be played here',
  attachment: 'Attachment',

  // By what the reader or the site owner can do about an error.
  retry: 'Could not load the feed.',
  'sign-in': 'Sign in again.',
  forbidden: 'You do not have access to this feed.',
  setup: 'This feed is not set up correctly:',
  errorMore: 'Could not load more events. Loaded events are still here.',
  errorMark: 'Could not mark as read.',
  errorLike: 'Your like could not be saved.',
  errorComment: 'Your comment could not be sent.',
  errorFind: 'This event could not be found.',
  errorCard: 'This event cannot be shown.',
};

/** All UI texts of a language: one that lacks a text does not compile. */
export type Messages = Omit<typeof messages, '$dir'> & Translation;

registerTranslation(messages);
