import { apps } from './apps.js';
import { type People, toAttachments } from './attachments.js';
import { isGroup, type PersonKey, personKeys } from './people.js';
import type { Random } from './random.js';
import { replies } from './stories/posts.js';
import type { Story } from './stories/story.js';
import type { WireEvent, WireRecord, WireUser } from './wire.js';

// What later answers of mail.ru add to `type`; the list is known to have gaps.
const TYPE_NAMES: Readonly<Record<string, string>> = {
  '1-1': 'photo_upload',
  '1-2': 'video_upload',
  '1-7': 'music_add',
  '3-3': 'user_community_actions_enter',
  '3-5': 'user_community_actions_leave',
  '3-23': 'micropost',
  '5-7': 'avatar_change',
  '5-10': 'gift_send',
  '5-11': 'gift_received',
  '5-16': 'app_add',
  '5-26': 'share',
  '5-28': 'app_info2',
  '5-37': 'gift_receive_multi',
  '5-39': 'community_post',
  '5-41': 'user_post',
  '5-44': 'community_video_upload',
  '5-47': 'community_photo_upload',
};

const CYRILLIC = /[а-яё]/i;

// The seed's shape has no counters, so its lists are longer.
const LISTED_LIKES = { later: 6, seed: 14 };

/**
 * Makes events as mail.ru answers them, in both shapes that its clients have met: the seed's own with empty
 * strings and few fields, and the later one with counters, `type_name` and numbers as strings.
 */
export class EventMaker {
  readonly #people: People;
  readonly #random: Random;
  readonly #ids = new Set<string>();

  constructor(people: People, random: Random) {
    this.#people = people;
    this.#random = random;
  }

  /** `now` ends the time in which others may have commented. */
  event(story: Story, time: number, now: number): WireEvent {
    const random = this.#random;
    const authors = typeof story.by === 'string' ? [story.by] : story.by;
    const later = random.chance(0.5);
    const id = this.#id(16);
    return {
      id,
      subtype: 'event',
      type: story.type,
      time: this.#time(time),
      authors: authors.map((key) => this.#user(key)),
      ...this.#words(story, later),
      attachments: (story.has ?? []).flatMap((thing) =>
        toAttachments(thing, authors[0] ?? 'vera', this.#people, random),
      ),
      ...(story.app && { generator: apps[story.app] }),
      ...this.#actions(story),
      // A few things can be neither liked nor commented on.
      ...(story.likes !== undefined || random.chance(0.8) ? this.#thread(story, time, now, later, id) : {}),
      ...(later && {
        type_name: TYPE_NAMES[story.type],
        click_url: `https://my.sandbox.example/event/${id}`,
      }),
    };
  }

  /** A like of `about`, or a comment on it. */
  reaction(subtype: 'like' | 'comment', about: WireEvent, time: number): WireEvent {
    const random = this.#random;
    const author = this.#user(this.#somebody(about));
    const id = this.#id(16);
    const later = random.chance(0.5);
    const subevent = asSubevent(about, later);
    const huid = `${random.hex(16)}${id}`;
    const rights = { huid, is_commentable: 0, is_likeable: 0 };
    if (subtype === 'like') {
      // The seed's likes have no time.
      if (!later) return { subevent, subtype, author, thread_id: huid, id };
      return { id, subtype, time: this.#time(time), author, subevent, ...rights };
    }
    const text = this.#reply(about);
    if (!later) return { id, subtype, time: this.#time(time), text, author, subevent, thread_id: huid };
    const comment = { id: this.#id(16), text, time, is_deleted: 0, author };
    return { id, subtype, time: this.#time(time), comment, subevent, ...rights };
  }

  #words({ title, text, description }: Story, later: boolean): WireRecord {
    // Empty fields are '' in the seed's shape and absent in the later one.
    if (!later) return { title: title ?? '', description: description ?? '', user_text: text ?? '' };
    const asMedia = text !== undefined && title === undefined && this.#random.chance(0.3);
    return {
      ...(title && { title }),
      ...(description && { description }),
      ...(text && (asMedia ? { text_media: [{ object: 'text', content: text }] } : { user_text: text })),
    };
  }

  #thread(story: Story, time: number, now: number, later: boolean, id: string): WireRecord {
    const random = this.#random;
    const total = story.likes ?? (random.chance(0.5) ? 0 : random.int(1, 9) ** 2);
    const fans = random
      .some(personKeys, Math.min(total, LISTED_LIKES[later ? 'later' : 'seed']))
      .filter((key) => !isGroup(key));
    const comments = this.#comments(story, time, now);
    return {
      thread_id: random.hex(16) + id,
      likes: fans.map((key) => this.#user(key)),
      comments,
      ...(later && {
        likes_count: Math.max(total, fans.length),
        comments_count: comments.length + (comments.length > 3 && random.chance(0.5) ? random.int(1, 30) : 0),
        is_liked_by_me: 0,
        is_likeable: 1,
        is_commentable: random.chance(0.95) ? 1 : 0,
      }),
      // In the seed's shape too: else nobody could take that like back.
      ...(fans.includes('vera') && { is_liked_by_me: 1 }),
    };
  }

  #comments(story: Story, time: number, now: number): WireRecord[] {
    const random = this.#random;
    const said: readonly (readonly [PersonKey, string])[] =
      story.comments ??
      (random.chance(0.25)
        ? Array.from({ length: random.int(1, 4) }, () => [this.#somebody(story), this.#reply(story)])
        : []);
    // Within three days, the later the slower, and never after now.
    const span = Math.min(now - time, 3 * 86_400);
    return said.map(([who, text], i) => ({
      id: this.#id(16),
      text,
      time: time + Math.floor(span * ((i + 1) / (said.length + 1)) ** 2),
      author: this.#user(who),
    }));
  }

  #reply(about: Story | WireEvent): string {
    return this.#random.pick(isRussian(about) ? replies.ru : replies.en);
  }

  #actions({ actions }: Story): WireRecord {
    if (!actions) return {};
    const name = this.#random.chance(0.5) ? 'url' : 'href';
    return { action_links: actions.map(([text, url]) => ({ text, [name]: url })) };
  }

  /** Somebody who speaks the language. */
  #somebody(about: Story | WireEvent): PersonKey {
    const russian = isRussian(about);
    const people = personKeys.filter((key) => !isGroup(key));
    return this.#random.pick(
      people.filter((key) => CYRILLIC.test(String(this.#user(key)['first_name'])) === russian),
    );
  }

  #user(key: PersonKey): WireUser {
    const user = this.#people.get(key);
    if (!user) throw new Error(`Nobody is called ${key}.`);
    return user;
  }

  #time(seconds: number): number | string {
    return this.#random.chance(0.2) ? String(seconds) : seconds;
  }

  #id(digits: number): string {
    let id = this.#random.hex(digits);
    while (this.#ids.has(id)) id = this.#random.hex(digits);
    this.#ids.add(id);
    return id;
  }
}

function isRussian(about: Story | WireEvent): boolean {
  const { title, text } = about;
  return CYRILLIC.test(JSON.stringify([title, text, 'user_text' in about && about['user_text']]));
}

// The seed's subevents come without subtype, thread, likes and comments; nobody's come with the lists.
function asSubevent(event: WireEvent, later: boolean): WireEvent {
  const { likes: _likes, comments: _comments, subtype, thread_id, ...rest } = event;
  if (!later && subtype === 'event') return rest;
  return { ...rest, subtype: subtype ?? 'event', ...(thread_id !== undefined && { thread_id }) };
}
