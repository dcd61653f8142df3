import type { Comment, Thread } from '../../model/event.js';
import { LIMITS } from '../../model/limits.js';
import type { RecordReader } from '../../model/record-reader.js';
import { present } from '../present.js';
import { readMailruUser, readMailruUsers } from './mailru-users.js';

/** Likes and comments of an event. Without a `thread_id` it has none («то событие нельзя лайкать»). */
export function readMailruThread(event: RecordReader): Thread | undefined {
  const id = event.id('thread_id');
  if (id === undefined) return undefined;
  const likes = readMailruUsers(event.records('likes', LIMITS.likes));
  const comments = readComments(event.records('comments', LIMITS.comments));
  return {
    id,
    likes,
    likeCount: Math.max(
      event.count('likes_count') ?? 0,
      likes.length + countBeyond(event, 'likes', LIMITS.likes),
    ),
    liked: event.flag('is_liked_by_me') ?? false,
    comments,
    commentCount: Math.max(
      event.count('comments_count') ?? 0,
      comments.length + countBeyond(event, 'comments', LIMITS.comments),
    ),
    likeable: event.flag('is_likeable') ?? true,
    commentable: event.flag('is_commentable') ?? true,
  };
}

/** How many items of a list stand above its limit. */
export function countBeyond(record: RecordReader, key: string, limit: number): number {
  return Math.max(0, record.size(key) - limit);
}

function readComments(records: readonly RecordReader[]): readonly Comment[] {
  const comments = new Map<string, Comment>();
  for (const record of records) {
    if (record.flag('is_deleted')) continue;
    const id = record.id('id');
    if (id === undefined) record.warn('bad-id', 'id');
    else if (comments.has(id)) record.warn('duplicate', 'id');
    else comments.set(id, readComment(record, id));
  }
  return [...comments.values()];
}

function readComment(record: RecordReader, id: string): Comment {
  const author = record.record('author');
  return present({
    id,
    author: author && readMailruUser(author),
    text: record.text('text') ?? '',
    time: record.time('time'),
  });
}
