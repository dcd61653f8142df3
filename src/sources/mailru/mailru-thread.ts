import type { Comment, Thread } from '../../model/event.js';
import { readDistinct } from '../../model/read-distinct.js';
import type { RecordReader } from '../../model/record-reader.js';
import { readMailruUsers } from './mailru-users.js';

/** Likes and comments of an event. Without a `thread_id` it has none («то событие нельзя лайкать»). */
export function readMailruThread(event: RecordReader): Thread | undefined {
  const id = event.id('thread_id');
  if (id === undefined) return undefined;
  const likes = readMailruUsers(event.records('likes'));
  const left = event.records('comments').filter((comment) => !comment.flag('is_deleted'));
  const comments = readDistinct(left, 'id', readComment);
  return {
    id,
    likes,
    likeCount: Math.max(event.count('likes_count') ?? 0, likes.length),
    liked: event.flag('is_liked_by_me') ?? false,
    comments,
    commentCount: Math.max(event.count('comments_count') ?? 0, comments.length),
    likeable: event.flag('is_likeable') ?? true,
    commentable: event.flag('is_commentable') ?? true,
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
