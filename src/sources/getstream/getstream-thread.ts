import type { Comment, Thread } from '../../model/event.js';
import { readDistinct } from '../../model/read-distinct.js';
import { RecordReader } from '../../model/record-reader.js';
import { distinctAuthors, readAuthor } from './getstream-references.js';

/** The reactions of kind `like` and `comment` to an activity; undefined where the answer was not asked for them. */
export function readGetstreamThread(item: RecordReader, id: string): Thread | undefined {
  const counts = item.record('reaction_counts');
  const own = item.record('own_reactions');
  const latest = item.record('latest_reactions');
  if (!(counts ?? own ?? latest)) return undefined;
  const [ownLike] = own?.records('like') ?? [];
  const likes = distinctAuthors((latest?.records('like') ?? []).map(readUser));
  // The API has the newest first.
  const comments = readDistinct(latest?.records('comment') ?? [], 'id', readComment).reverse();
  return {
    id,
    likes,
    likeCount: Math.max(counts?.count('like') ?? 0, likes.length),
    liked: ownLike !== undefined,
    likeId: ownLike?.id('id'),
    comments,
    commentCount: Math.max(counts?.count('comment') ?? 0, comments.length),
    likeable: true,
    commentable: true,
  };
}

export function readComment(reaction: RecordReader, id: string): Comment {
  return {
    id,
    author: readUser(reaction),
    text: reaction.record('data')?.text('text') ?? '',
    time: reaction.time('created_at'),
  };
}

function readUser(reaction: RecordReader) {
  return readAuthor(reaction.record('user') ?? new RecordReader({ id: reaction.id('user_id') }));
}
