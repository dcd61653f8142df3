import type { People } from './attachments.js';
import { EventMaker } from './event-maker.js';
import { createPeople } from './people.js';
import { Random } from './random.js';
import { createFiller } from './stories/filler.js';
import { opening } from './stories/opening.js';
import type { Slot, Story } from './stories/story.js';
import { changeThread, comment, like, type ThreadChange } from './mailru-threads.js';
import { MailruError } from './mailru-error.js';
import type { WireEvent, WireUser } from './wire.js';

export interface WorldOptions {
  /** The moment at which the newest event is four minutes old. */
  readonly now?: Date;
  /** How many events there are; 420 by default. */
  readonly events?: number;
}

export interface World {
  readonly people: People;
  /** Newest first. */
  readonly events: readonly WireEvent[];
  /** Puts an event on top: the given one, or somebody's new post. */
  insert(event?: WireEvent): WireEvent;
  /** Takes an event away. */
  remove(id: string): void;
  /** A reader likes what a `thread_id` is of, or does no more. Throws a {@link MailruError}, as `comment` does. */
  like(thread: string, user: WireUser, liked: boolean): void;
  comment(thread: string, user: WireUser, text: string): void;
}

/** Always the same people and the same life; only its times follow `now`. */
export function createWorld({ now = new Date(), events: size = 420 }: WorldOptions = {}): World {
  const random = new Random(14);
  const people = createPeople(random);
  const maker = new EventMaker(people, random);
  const filler = createFiller(random);
  const nowSeconds = Math.floor(now.getTime() / 1000);

  const times = createTimes(nowSeconds, size, random);
  // From the oldest on, so that there is something to like.
  const oldestFirst: WireEvent[] = [];
  const slots = createSlots(size, random, filler).map((slot, i) => ({ slot, time: times[i] ?? nowSeconds }));
  for (const { slot, time } of slots.reverse()) {
    const liked = oldestFirst.slice(-12).filter(isShallow);
    if (typeof slot !== 'string') oldestFirst.push(maker.event(slot, time, nowSeconds));
    else if (liked.length > 0) oldestFirst.push(maker.reaction(slot, random.pick(liked), time));
    // The very first had nothing to like.
    else oldestFirst.push(maker.event(filler(), time, nowSeconds));
  }
  const events = oldestFirst.reverse();

  const change = (thread: string, how: ThreadChange) => {
    const changed = events.map((event) => changeThread(event, thread, how));
    if (changed.every((event, i) => event === events[i])) {
      throw new MailruError(100, "parameter 'thread_id' is invalid");
    }
    events.splice(0, events.length, ...changed);
  };
  // Not from the one above: what comes in later is the same whatever is said.
  const commentIds = new Random(15);
  const begun = Date.now();

  let newest = times[0] ?? nowSeconds;
  return {
    people,
    events,
    insert(event) {
      newest += 15;
      const inserted = event ?? maker.event({ ...filler(), comments: [] }, newest, newest);
      events.unshift(inserted);
      return inserted;
    },
    remove(id) {
      const index = events.findIndex((event) => event.id === id);
      if (index >= 0) events.splice(index, 1);
    },
    like(thread, user, liked) {
      change(thread, like(user, liked));
    },
    comment(thread, author, text) {
      const time = nowSeconds + Math.floor((Date.now() - begun) / 1000);
      change(thread, comment({ id: commentIds.hex(16), text, time, author }));
    },
  };
}

// A like of a comment on an event is deep enough.
const isShallow = ({ subevent }: WireEvent) => !(typeof subevent === 'object' && 'subevent' in subevent);

/** Newest first: the opening as it is written, then whatever comes, with likes and comments. */
function createSlots(size: number, random: Random, filler: () => Story): Slot[] {
  const slots: Slot[] = opening.slice(0, size);
  while (slots.length < size) {
    slots.push(random.chance(0.26) ? random.pick(['like', 'comment'] as const) : filler());
  }
  return slots;
}

/** Unix seconds, strictly falling: minutes apart at first, weeks apart years ago. */
function createTimes(now: number, count: number, random: Random): number[] {
  let time = now - 4 * 60;
  return Array.from({ length: count }, (_, i) => {
    const at = time;
    time -= Math.ceil(540 * (1 + i / 12) ** 2.2 * random.between(0.6, 1.4));
    return at;
  });
}
