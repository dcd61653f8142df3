import { ApiError, FormatError } from '../../http/errors.js';
import type { RawRecord } from '../../model/raw-record.js';
import { RecordReader } from '../../model/record-reader.js';
import type { FeedSource } from '../source.js';
import type { GetstreamCall } from './getstream-request.js';
import { readComment } from './getstream-thread.js';

export type Send = (call: GetstreamCall, signal: AbortSignal, urgent?: boolean) => Promise<RawRecord>;

/** What readers do with an activity, over `reaction/`. Of an event without a thread nothing is sent. */
export function getstreamReactions(send: Send): Required<Pick<FeedSource, 'like' | 'unlike' | 'comment'>> {
  const react = async (signal: AbortSignal, activity_id: string, kind: string, data?: object) => {
    const body = { activity_id, kind, data };
    const made = new RecordReader(await send({ method: 'POST', path: 'reaction/', body }, signal));
    return { made, id: made.id('id') };
  };

  return {
    async like({ thread }, signal) {
      return thread && (await react(signal, thread.id, 'like')).id;
    },
    async unlike({ thread }, signal) {
      if (!thread) return;
      const { likeId: id } = thread;
      if (!id) throw new FormatError('The like is not known: load the feed again.');
      const path = `reaction/${encodeURIComponent(id)}/`;
      await send({ method: 'DELETE', path }, signal).catch((error: unknown) => {
        // It was taken back elsewhere.
        if (!(error instanceof ApiError && error.status === 404)) throw error;
      });
    },
    async comment({ thread }, text, signal) {
      if (!thread) return undefined;
      const { made, id } = await react(signal, thread.id, 'comment', { text });
      return id === undefined ? undefined : readComment(made, id);
    },
  };
}
