import { MailruError } from './mailru-error.js';
import type { WireEvent, WireRecord, WireUser, WireValue } from './wire.js';

/** The event that a `thread_id` is of, with what a reader did to it. */
export type ThreadChange = (event: WireEvent) => WireEvent;

/** The reader likes it, or does no more; to say so twice changes nothing. */
export const like =
  (user: WireUser, liked: boolean): ThreadChange =>
  (event) => {
    if (event['is_likeable'] === 0) throw new MailruError(202);
    const likes = listOf(event, 'likes');
    const others = likes.filter(({ uid }) => uid !== user.uid);
    const before = event['is_liked_by_me'] === 1 || others.length < likes.length;
    return {
      ...event,
      ...counted(event, 'likes', liked ? [user, ...others] : others, Number(liked) - Number(before)),
      is_liked_by_me: Number(liked),
    };
  };

export const comment =
  (said: WireRecord): ThreadChange =>
  (event) => {
    if (event['is_commentable'] === 0) throw new MailruError(202);
    return { ...event, ...counted(event, 'comments', [...listOf(event, 'comments'), said], 1) };
  };

/** The event with the change, also in the copies of the thread's event that likes and comments bring along. */
export function changeThread(event: WireEvent, id: string, change: ThreadChange): WireEvent {
  const { subevent } = event;
  const inner = isEvent(subevent) ? changeThread(subevent, id, change) : subevent;
  const changed = inner === subevent ? event : { ...event, subevent: inner };
  return changed['thread_id'] === id ? change(changed) : changed;
}

/** The seed's events have no counters: those get one with the first change. */
function counted(
  event: WireEvent,
  name: 'likes' | 'comments',
  list: readonly WireRecord[],
  more: number,
): WireRecord {
  const before = Number(event[`${name}_count`] ?? listOf(event, name).length);
  return { [name]: list, [`${name}_count`]: before + more };
}

const listOf = (event: WireEvent, name: string): readonly WireRecord[] => {
  const list = event[name];
  return Array.isArray(list) ? (list as readonly WireRecord[]) : [];
};

const isEvent = (value: WireValue | undefined): value is WireEvent =>
  typeof value === 'object' && !Array.isArray(value) && 'id' in value;
