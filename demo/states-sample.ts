import type { ReaderActions } from '../src/elements/card-element.js';
import type { EventCard } from '../src/elements/event-card/event-card.js';
import type { Attachment, Author, Comment, FeedEvent, Thread } from '../src/model/event.js';
import { toLinkUrl, toMediaUrl, type SafeUrl } from '../src/model/safe-url.js';
import { cleanName, cleanText } from '../src/model/text.js';
import { avatarUrl, photoUrl, type Scene } from './sandbox/media/media-urls.js';

export interface Sample {
  readonly title: string;
  readonly element: HTMLElement;
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly samples: readonly Sample[];
}

export function address(text: string): SafeUrl {
  const url = toLinkUrl(text);
  if (!url) throw new Error(`Not a safe address: ${text}`);
  return url;
}

export function media(text: string): SafeUrl {
  const url = toMediaUrl(text);
  if (!url) throw new Error(`Not a safe address: ${text}`);
  return url;
}

export const photo = (scene: Scene, id: string, width: number, height: number) =>
  media(photoUrl(scene, id, width, height));

export const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

type Look = 'm' | 'f' | 'g';

export function person(name: string, look?: Look): Author {
  const id = `person-${name}`;
  return {
    id,
    name: cleanName(name),
    url: address(`https://my.sandbox.example/${encodeURIComponent(name)}`),
    ...(look && { avatar: media(avatarUrl(look, id, 50)), picture: media(avatarUrl(look, id, 180)) }),
    ...(look === 'm' && { sex: 'male' }),
    ...(look === 'f' && { sex: 'female' }),
  };
}

export const anna: Author = {
  ...person('Anna Orlova', 'f'),
  firstName: 'Anna',
  lastName: 'Orlova',
  nick: 'orlova',
  birthday: '1988-04-12',
  location: 'Helsinki, Finland',
  online: true,
  verified: true,
};
export const boris = person('Boris K.', 'm');
export const mira = person('Mira', 'f');
export const gottlieb = person('Готлиб', 'm');
export const lena = person('Lena Park', 'f');
export const crowd = [anna, boris, mira, gottlieb, lena];

let count = 0;

/** An event of Anna's from a while ago, but for what is given. Texts pass the door as those of a source do. */
export function event(given: Partial<FeedEvent> = {}): FeedEvent {
  const authors = given.authors ?? [anna];
  const subevents = given.subevents ?? [];
  count += 1;
  return {
    id: `sample-${count}`,
    kind: 'event',
    time: minutesAgo(12),
    authors,
    authorCount: authors.length,
    attachments: [],
    subevents,
    subeventCount: subevents.length,
    actionLinks: [],
    ...given,
    ...(given.title && { title: cleanName(given.title) }),
    ...(given.text && { text: cleanText(given.text) }),
  };
}

export function card(title: string, given: Partial<FeedEvent>): Sample & { readonly element: EventCard } {
  const element = document.createElement('event-card');
  element.headingLevel = 4;
  element.event = event(given);
  return { title, element };
}

/** The card can be used: it plays the client, and tells nobody. What begins with "fail" cannot be sent. */
export function liveCard(title: string, given: Partial<FeedEvent>): Sample & { readonly element: EventCard } {
  const { element } = card(title, given);
  const change = (changed: FeedEvent, update: (thread: Thread) => Partial<Thread>) => {
    const within = (event: FeedEvent): FeedEvent => ({
      ...event,
      subevents: event.subevents.map(within),
      ...(event.id === changed.id &&
        event.thread && { thread: { ...event.thread, ...update(event.thread) } }),
    });
    if (element.event) element.event = within(element.event);
  };
  const put = (changed: FeedEvent, comment: Comment, was?: Comment) => {
    change(changed, ({ comments, commentCount }) => ({
      comments: [...comments.filter(({ id }) => id !== comment.id), comment],
      commentCount: commentCount + (was ? 0 : 1),
    }));
  };
  const send = async (changed: FeedEvent, comment: Comment, was?: Comment) => {
    put(changed, { ...comment, state: 'sending' }, was);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    put(changed, { ...comment, state: comment.text.startsWith('fail') ? 'failed' : 'sent' }, comment);
  };
  const like = (liked: boolean) => (changed: FeedEvent) => {
    change(changed, ({ likeCount }) => ({ liked, likeCount: likeCount + (liked ? 1 : -1) }));
    return Promise.resolve();
  };
  const reader: ReaderActions = {
    canLike: true,
    canComment: true,
    like: like(true),
    unlike: like(false),
    comment: (changed, text) => send(changed, { ...own(text), time: new Date() }),
    sendAgain: (changed, comment) => send(changed, comment, comment),
    withdraw(changed, { id }) {
      change(changed, ({ comments, commentCount }) => ({
        comments: comments.filter((comment) => comment.id !== id),
        commentCount: commentCount - 1,
      }));
    },
  };
  return { title, element: Object.assign(element, { reader }) };
}

export function attachment(title: string, ...attachments: Attachment[]): Sample {
  return card(title, { attachments });
}

export const comment = (author: Author, text: string, minutes: number): Comment => ({
  id: `comment-${text}`,
  author,
  text: cleanText(text),
  time: minutesAgo(minutes),
});

/** A comment that was written here. */
export function own(text: string, state?: Comment['state']): Comment {
  count += 1;
  return { id: `own-${count}`, text, time: minutesAgo(0), state };
}

export function thread(given: Partial<Thread>): Thread {
  const { likes = [], comments = [] } = given;
  return {
    id: 'thread',
    likes,
    likeCount: likes.length,
    liked: false,
    comments,
    commentCount: comments.length,
    likeable: true,
    commentable: true,
    ...given,
  };
}
