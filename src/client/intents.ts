import type { FeedEvent } from '../model/event.js';
import { confirmedOf, renewed, showFor } from './confirmed-event.js';

/** Something that the reader did, as an optimistic update of the events that it changes. */
export interface Intent {
  /** The event with it; the same object where it changes nothing. */
  apply(event: FeedEvent): FeedEvent;
}

/**
 * A place in the log of what the source accepted: a linked list, so that whoever holds a place reaches all that was
 * accepted since, and what nobody can reach any more is garbage-collected.
 */
export interface Checkpoint {
  readonly intent?: Intent;
  next?: Checkpoint;
}

/**
 * What the reader did and the source may not know. It is laid over each event as the source last confirmed it, so that
 * nothing of it undoes anything else: what is accepted is confirmed, what fails just goes away, and an answer that was
 * asked for before does not take it back.
 */
export class Intents {
  readonly #pending: Intent[] = [];
  #last: Checkpoint = {};

  /** To be taken when an answer is asked for, and given when it comes. */
  checkpoint(): Checkpoint {
    return this.#last;
  }

  /** What an answer that was asked for then may not know of. */
  unknownTo(asked: Checkpoint): readonly Intent[] {
    return [...acceptedSince(asked), ...this.#pending];
  }

  /** The events of an answer that was asked for then, as they are to be shown. */
  receive(events: readonly FeedEvent[], asked: Checkpoint): readonly FeedEvent[] {
    const accepted = acceptedSince(asked);
    return events.map((event) => this.#show(applyAll(event, accepted)));
  }

  /** Something in this event is not told yet. */
  holds(shown: FeedEvent): boolean {
    const confirmed = confirmedOf(shown);
    return applyAll(confirmed, this.#pending) !== confirmed;
  }

  /** Puts one intent in the place of another, and confirms what was accepted. Returns how shown events change by it. */
  replace(old?: Intent, intent?: Intent, accepted?: Intent): (shown: FeedEvent) => FeedEvent {
    const at = this.#pending.findIndex((one) => one === old);
    if (at >= 0) this.#pending.splice(at, 1);
    if (intent && !this.#pending.includes(intent)) {
      this.#pending.splice(at < 0 ? this.#pending.length : at, 0, intent);
    }
    if (accepted) this.#last = this.#last.next = { intent: accepted };
    const touching = [old, intent, accepted].filter((one) => one !== undefined);
    return (shown) => {
      const confirmed = confirmedOf(shown);
      if (touching.every((one) => applyAll(confirmed, [one]) === confirmed)) return shown;
      return renewed(shown, this.#show(accepted ? applyAll(confirmed, [accepted]) : confirmed));
    };
  }

  #show(confirmed: FeedEvent): FeedEvent {
    return showFor(confirmed, applyAll(confirmed, this.#pending));
  }
}

function acceptedSince(asked: Checkpoint): Intent[] {
  const intents: Intent[] = [];
  for (let link = asked.next; link; link = link.next) if (link.intent) intents.push(link.intent);
  return intents;
}

function applyAll(event: FeedEvent, intents: readonly Intent[]): FeedEvent {
  return intents.reduce((before, intent) => intent.apply(before), event);
}
