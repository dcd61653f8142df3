import type { Comment, Thread } from '../../model/event.js';
import { readDistinct } from '../../model/read-distinct.js';
import type { RecordReader } from '../../model/record-reader.js';
import { readMailruUsers } from './mailru-users.js';

/**
 * Likes and comments of an event; without a `thread_id` only to look at («то событие нельзя лайкать»). The seed's answer
 * does not say what the reader likes: then it is what was `liked` here, by the ids of the threads.
 */
export function readMailruThread(
  event: RecordReader,
  eventId: string,
  liked: ReadonlySet<string>,
): Thread | undefined {
  const id = event.id('thread_id');
  const likes = readMailruUsers(event.records('likes'));
  const left = event.records('comments').filter((comment) => !comment.flag('is_deleted'));
  const comments = readDistinct(left, 'id', readComment);
  if (!id && likes.length + comments.length === 0) return undefined;
  return {
    // One that no thread has.
    id: id ?? `event ${eventId}`,
    likes,
    likeCount: Math.max(event.count('likes_count') ?? 0, likes.length),
    liked: event.flag('is_liked_by_me') ?? liked.has(id ?? ''),
    comments,
    commentCount: Math.max(event.count('comments_count') ?? 0, comments.length),
    likeable: !!id && (event.flag('is_likeable') ?? true),
    commentable: !!id && (event.flag('is_commentable') ?? true),
  };
}

function readComment(comment: RecordReader, id: string): Comment {
  return {
    id,
    author: readMailruUsers(comment.records('author'))[0],
    text: comment.text('text') ?? '',
    time: comment.time('time'),
  };
}
