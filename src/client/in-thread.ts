import { attempt } from '../http/attempt.js';
import type { FeedEvent, Thread } from '../model/event.js';
import type { Intent } from './intents.js';

/** Changes the thread with this id wherever it is in an event. */
export function inThread(id: string, change: (thread: Thread) => Thread): Intent {
  const apply = (event: FeedEvent): FeedEvent => {
    const thread = event.thread?.id === id ? change(event.thread) : event.thread;
    const subevents = event.subevents.map(apply);
    const isSame = thread === event.thread && subevents.every((sub, at) => sub === event.subevents[at]);
    return isSame ? event : { ...event, thread, subevents };
  };
  // A source of one's own may be plain JavaScript, and its event not what the model promises.
  return { apply: (event) => attempt(() => apply(event)) ?? event };
}

/** The event, or that of its subevents, which has the thread with this id. */
export function findThread(event: FeedEvent, id: string | undefined): FeedEvent | undefined {
  if (event.thread?.id === id) return event;
  for (const subevent of event.subevents) {
    const found = findThread(subevent, id);
    if (found) return found;
  }
  return undefined;
}
