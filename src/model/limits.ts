/** How much of one answer is kept. What lies above is left out with a warning; nothing is refused for it. */
export const LIMITS = {
  /** Events of a page. */
  events: 200,
  /** Graphemes of a text, and of a name, title or label. */
  text: 20_000,
  name: 200,
  /** Characters of an id, of a machine word and of a URL. */
  id: 200,
  code: 64,
  url: 2048,
  /** Parts of an event. */
  authors: 200,
  attachments: 50,
  likes: 200,
  comments: 200,
  /** Action links of an event, and addresses in a text that become links. */
  links: 50,
  /** Levels of subevents, the outer event counted. */
  depth: 4,
} as const;
