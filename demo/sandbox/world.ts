import type { People } from './attachments.js';
import { EventMaker } from './event-maker.js';
import { createPeople } from './people.js';
import { Random } from './random.js';
import { createFiller } from './stories/filler.js';
import { opening } from './stories/opening.js';
import type { Slot, Story } from './stories/story.js';
import type { WireEvent } from './wire.js';

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
