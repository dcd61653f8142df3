/** The threads that the reader likes, by their ids, for answers that do not say so: what was done here. */
export interface MailruLikes {
  /** All of them for the reader of this session, as they are now; what is liked later is not in it. */
  of(sessionKey: string | undefined): ReadonlySet<string>;
  set(threadId: string, liked: boolean): void;
}

export function rememberMailruLikes(): MailruLikes {
  let threads: ReadonlySet<string> = new Set();
  let session: string | undefined;
  return {
    of(sessionKey) {
      // Another reader likes other things.
      if (sessionKey !== session) threads = new Set();
      session = sessionKey;
      return threads;
    },
    set(threadId, liked) {
      const changed = new Set(threads);
      if (liked) changed.add(threadId);
      else changed.delete(threadId);
      threads = changed;
    },
  };
}
