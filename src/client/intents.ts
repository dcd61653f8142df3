import type { FeedEvent } from '../model/event.js';
import { givenOf, renewed, showFor } from './given-event.js';

/** Something that the reader did. */
export interface Intent {
  /** The event with it; the same object where it changes nothing. */
  apply(event: FeedEvent): FeedEvent;
}

/**
 * A link in the chain of what the source accepted. Whoever holds one reaches what was accepted since; what nobody can
 * reach any more is forgotten.
 */
export interface Accepted {
  readonly intent?: Intent;
  next?: Accepted;
}

/**
 * What the reader did and the source may not know. It is laid over each event as the source last confirmed it, so that
 * nothing of it undoes anything else: what is accepted is confirmed, what fails just goes away, and an answer that was
 * asked for before does not take it back.
 */
export class Intents {
  readonly #pending: Intent[] = [];
  #last: Accepted = {};

  /** An answer is asked for now: to be given when it comes. */
  ask(): Accepted {
    return this.#last;
  }

  /** What that answer may not know of. */
  unknownTo(asked: Accepted): readonly Intent[] {
    return [...since(asked), ...this.#pending];
  }

  /** The events of that answer as they are to be shown. */
  receive(events: readonly FeedEvent[], asked: Accepted): readonly FeedEvent[] {
    const accepted = since(asked);
    return events.map((event) => this.#show(withAll(event, accepted)));
  }

  /** Something in this event is not told yet. */
  holds(shown: FeedEvent): boolean {
    const given = givenOf(shown);
    return withAll(given, this.#pending) !== given;
  }

  /** Puts one intent in the place of another, and confirms what was accepted. Gives how shown events change by it. */
  replace(old?: Intent, intent?: Intent, accepted?: Intent): (shown: FeedEvent) => FeedEvent {
    const at = this.#pending.findIndex((some) => some === old);
    if (at >= 0) this.#pending.splice(at, 1);
    if (intent && !this.#pending.includes(intent)) {
      this.#pending.splice(at < 0 ? this.#pending.length : at, 0, intent);
    }
    if (accepted) this.#last = this.#last.next = { intent: accepted };
    const touching = [old, intent, accepted].filter((some) => some !== undefined);
    return (shown) => {
      const given = givenOf(shown);
      if (touching.every((some) => withAll(given, [some]) === given)) return shown;
      return renewed(shown, this.#show(accepted ? withAll(given, [accepted]) : given));
    };
  }

  #show(given: FeedEvent): FeedEvent {
    return showFor(given, withAll(given, this.#pending));
  }
}

function since(asked: Accepted): Intent[] {
  const intents: Intent[] = [];
  for (let link = asked.next; link; link = link.next) if (link.intent) intents.push(link.intent);
  return intents;
}

function withAll(event: FeedEvent, intents: readonly Intent[]): FeedEvent {
  return intents.reduce((before, intent) => intent.apply(before), event);
}
