/** The threads that the reader likes, by their ids, for answers that do not say so: what was done here. */
export interface MailruLikes {
  /** All of them for the reader of this session, as they are now; what is liked later is not in it. */
  of(sessionKey: string | undefined): ReadonlySet<string>;
  set(threadId: string, liked: boolean): void;
}

export function rememberMailruLikes(): MailruLikes {
  const threads = new Set<string>();
  let session: string | undefined;
  return {
    of(sessionKey) {
      // Another reader likes other things.
      if (sessionKey !== session) threads.clear();
      session = sessionKey;
      return new Set(threads);
    },
    set(threadId, liked) {
      if (liked) threads.add(threadId);
      else threads.delete(threadId);
    },
  };
}
