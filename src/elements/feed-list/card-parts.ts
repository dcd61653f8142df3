// Named once more, so that a part of a card can be styled from outside the list, past two shadow roots.
export const PARTS =
  'unread, headline, avatar, author, verb, meta, generator, time, title, text, people, link, image, play, host, subevent, ' +
  'actions, action-link, like, comment-action, comments, comment, comment-error, comment-form, field, send';
