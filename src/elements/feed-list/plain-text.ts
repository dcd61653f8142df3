import type { FeedEvent } from '../../model/event.js';

/** What a reader may search for in an event. */
export function plainText({ authors, title, text, description, subevents, thread }: FeedEvent): string {
  const said = thread?.comments.map((comment) => comment.text) ?? [];
  const names = authors.map((author) => author.name);
  return [...names, title, text, description, ...said, ...subevents.map(plainText)].filter(Boolean).join(' ');
}
